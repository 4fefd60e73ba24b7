package dev.perdure.engine;

/// Where a task stands.
///
/// | from | by | to |
/// |---|---|---|
/// | (none) | `Started` | RUNNING |
/// | RUNNING | `Queued`, with its start | QUEUED |
/// | QUEUED | `Begun` | RUNNING |
/// | QUEUED | `Finished`, as it was cancelled | CANCELLED |
/// | RUNNING | `Paused` | PAUSED |
/// | RUNNING | `Diverged` | DIVERGED |
/// | RUNNING | `Crashed` too often | PAUSED |
/// | PAUSED, DIVERGED | `Resumed`, `CancelRequested` | RUNNING |
/// | RUNNING | `Finished` | DONE, FAILED or CANCELLED |
///
/// A running task that has an unanswered effect is shown as waiting.
public enum TaskStatus {
  RUNNING,
  PAUSED,
  DIVERGED,
  DONE,
  FAILED,
  CANCELLED,
  /// It has not begun, and waits for its turn.
  QUEUED;

  /// Whether nothing can happen to the task any more.
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /// The status that an outcome leads to.
  static TaskStatus of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> DONE;
      case Outcome.Threw t -> FAILED;
      case Outcome.Cancelled c -> CANCELLED;
    };
  }
}
