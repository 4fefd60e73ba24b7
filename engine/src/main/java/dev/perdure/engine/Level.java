package dev.perdure.engine;

/// How much a log line matters, least first.
public enum Level {
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /// 0 for the least.
  @SuppressWarnings("EnumOrdinal") // the order is what the number says
  public int number() {
    return ordinal();
  }

  /// Whether a line of this level matters at least as much as one of another.
  public boolean atLeast(Level other) {
    return compareTo(other) >= 0;
  }

  /// The level of a number that [#number] gave.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Level of(int number) {
    for (var level : values()) {
      if (level.number() == number) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level has the number " + number);
  }
}
