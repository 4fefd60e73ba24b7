package dev.perdure.engine;

/// How an effect is performed: how often it is tried, and how long a try may take. No part of what
/// is asked: two versions of a function that differ in it only ask the same.
///
/// @param timeoutMillis how long one try may take; 0: as long as it takes
/// @param heartbeatMillis how long a try may go on without a sign of life; 0: for ever
public record PerformOptions(Retry retry, long timeoutMillis, long heartbeatMillis) {
  /// One try, as long as it takes.
  public static final PerformOptions NONE = new PerformOptions(Retry.NEVER, 0, 0);

  public PerformOptions {
    if (timeoutMillis < 0 || heartbeatMillis < 0) {
      throw new IllegalArgumentException(
          "out of range: " + timeoutMillis + " ms, " + heartbeatMillis + " ms");
    }
  }

  /// The same with other tries.
  public PerformOptions withRetry(Retry newRetry) {
    return new PerformOptions(newRetry, timeoutMillis, heartbeatMillis);
  }

  /// Whether a try may be given up before it has ended.
  public boolean limited() {
    return timeoutMillis > 0 || heartbeatMillis > 0;
  }

  /// Whether a try that was cut short by a crash may have to wait before it is repeated, or the
  /// writer has to count the time of a try.
  public boolean watched() {
    return limited() || retry.triesMax() > 1;
  }
}
