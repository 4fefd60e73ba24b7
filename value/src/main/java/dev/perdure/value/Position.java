package dev.perdure.value;

import org.jspecify.annotations.Nullable;

/// A place in a text.
///
/// @param line from 1
/// @param column from 1, in characters (code points)
/// @param offset from 0, in UTF-16 units
public record Position(int line, int column, int offset) {
  // What the JVM makes of a record when it is compared first takes it milliseconds, and a short
  // program waits for that: so this is written by hand, and so it is in Span.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position that
        && line == that.line
        && column == that.column
        && offset == that.offset;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * line + column) + offset;
  }

  /// `line:column`.
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
