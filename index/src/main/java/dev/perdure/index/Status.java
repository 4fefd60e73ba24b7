package dev.perdure.index;

import dev.perdure.engine.TaskStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a task stands, as lists show it.
public enum Status {
  RUNNING,
  /// Running, with an effect that has not been answered.
  WAITING,
  /// Not begun: it waits for its turn.
  QUEUED,
  PAUSED,
  DIVERGED,
  DONE,
  FAILED,
  CANCELLED,
  /// Taken in from another engine, to be looked at and replayed.
  IMPORTED;

  /// As it stands in the column `status`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status with this text; empty if there is none.
  public static Optional<Status> of(String text) {
    return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
  }

  /// The status of a task whose waiting is not looked at.
  public static Status of(TaskStatus status) {
    return switch (status) {
      case RUNNING -> RUNNING;
      case QUEUED -> QUEUED;
      case PAUSED -> PAUSED;
      case DIVERGED -> DIVERGED;
      case DONE -> DONE;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }
}
