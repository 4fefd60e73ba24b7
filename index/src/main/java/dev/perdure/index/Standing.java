package dev.perdure.index;

/// What of a task changes with its events, beside what it waits for.
///
/// @param status never [Status#WAITING], which follows from what it waits for
/// @param why it is paused, has diverged or was cancelled; empty if it is none of these
/// @param crashes attempts that ended without an outcome
/// @param events of its history
/// @param lastOffset of the newest
record Standing(Status status, String why, int crashes, long events, long lastOffset) {
  /// Before its first event.
  static Standing none(Status status) {
    return new Standing(status, "", 0, 0, -1);
  }

  Standing after(long offset) {
    return new Standing(status, why, crashes, events + 1, offset);
  }

  Standing as(Status newStatus, String newWhy) {
    return new Standing(newStatus, newWhy, crashes, events, lastOffset);
  }

  Standing crashed() {
    return new Standing(status, why, crashes + 1, events, lastOffset);
  }
}
