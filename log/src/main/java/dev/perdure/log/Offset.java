package dev.perdure.log;

/// The number of a record in its log: dense, from 0, never reused for another durable record. It is
/// no byte position.
///
/// @param value 0 or more; −1 only in [#NONE]
public record Offset(long value) implements Comparable<Offset> {
  /// No record: the previous offset of a stream's first record.
  public static final Offset NONE = new Offset(-1);

  /// The first record of a log.
  public static final Offset ZERO = new Offset(0);

  public Offset {
    if (value < -1) {
      throw new IllegalArgumentException("an offset is 0 or more, not " + value);
    }
  }

  public boolean isNone() {
    return value < 0;
  }

  /// The offset `records` further on.
  public Offset plus(long records) {
    return new Offset(Math.addExact(value, records));
  }

  public boolean isBefore(Offset other) {
    return value < other.value;
  }

  @Override
  public int compareTo(Offset other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return isNone() ? "none" : Long.toString(value);
  }
}
