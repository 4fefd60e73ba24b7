package dev.perdure.index;

/// How far the index is behind its log.
///
/// @param events durable ones that are not in the index yet
/// @param millis since when that has been so; 0 if it is not
public record Lag(long events, long millis) {
  /// Everything durable is in the index.
  public static final Lag NONE = new Lag(0, 0);

  public boolean isNone() {
    return events == 0;
  }
}
