package dev.perdure.engine;

import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A function to be started again and again, each time as a task.
///
/// @param arguments null: the instant at which the task is due is its only one
/// @param catchUpMax of the instants that were missed, because no engine ran or its clock was set,
///   the newest so many are made up for: 0 to [Limits#CATCH_UP_MAX]. An instant counts as missed if
///   the next one is due too, or if it is more than [Limits#PUNCTUAL_MILLIS] ago
public record Schedule(
    ScheduleName name,
    FunctionName function,
    @Nullable Payload arguments,
    Recurrence recurrence,
    Overlap overlap,
    int catchUpMax)
    implements Declaration {
  public Schedule {
    if (catchUpMax < 0 || catchUpMax > Limits.CATCH_UP_MAX) {
      throw Problem.of(
              EngineCode.BAD_CATCH_UP,
              "a schedule cannot make up for " + catchUpMax + " missed instants",
              "Take 0 for none, 1 for the last, or up to " + Limits.CATCH_UP_MAX)
          .exception();
    }
  }

  /// What becomes of an instant while the task of the one before has not ended.
  public enum Overlap {
    /// It is skipped.
    SKIP,
    /// Another task starts.
    ALLOW
  }

  /// The arguments of the task that is due at an instant.
  public Payload argumentsAt(long dueMillis) {
    return arguments != null
        ? arguments
        : Payload.of(Vec.of(Value.of(Instant.ofEpochMilli(dueMillis))));
  }
}
