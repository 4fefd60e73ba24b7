package dev.perdure.wat.task;

/// The task was told that it is cancelled: ends its code, which cannot catch it.
final class CancelledTask extends RuntimeException {
  private final String why;

  CancelledTask(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
