package dev.perdure.value;

/// A place in a text.
///
/// @param line from 1
/// @param column from 1, in characters (code points)
/// @param offset from 0, in UTF-16 units
public record Position(int line, int column, int offset) {
  /// `line:column`.
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
