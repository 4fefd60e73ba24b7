package dev.perdure.engine;

import dev.perdure.value.Problem;

/// How many tasks of a function run at once, and how many begin in a time. Those beyond it wait.
///
/// @param runningMax 0: any number
/// @param rateMax tasks that begin within any `rateMillis`; 0: any number
/// @param rateMillis 0 if there is no rate
/// @param perKey whether the limit holds for each [Queueing#key] by itself
public record QueueLimit(
    FunctionName function, int runningMax, int rateMax, long rateMillis, boolean perKey) {
  public QueueLimit {
    if (runningMax < 0
        || rateMax < 0
        || rateMax > Limits.RATE_MAX
        || (rateMax == 0) != (rateMillis == 0)
        || rateMillis < 0
        || rateMillis > Limits.RATE_MILLIS_MAX) {
      throw Problem.of(
              EngineCode.BAD_LIMIT,
              function
                  + " cannot have a limit of "
                  + runningMax
                  + " running tasks and "
                  + rateMax
                  + " in "
                  + rateMillis
                  + " ms",
              "Take 0 for none; a rate is up to "
                  + Limits.RATE_MAX
                  + " tasks within 1 ms to 366 days")
          .exception();
    }
  }

  /// No limit.
  public static QueueLimit none(FunctionName function) {
    return new QueueLimit(function, 0, 0, 0, false);
  }

  /// Whether it limits nothing.
  public boolean isNone() {
    return runningMax == 0 && rateMax == 0;
  }
}
