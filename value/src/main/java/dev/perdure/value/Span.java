package dev.perdure.value;

/// Where something stands in a text.
///
/// @param source the name of the text, such as a file's
/// @param start where its first character stands
/// @param end just behind its last character
public record Span(String source, Position start, Position end) {
  /// `source:line:column` of the start.
  @Override
  public String toString() {
    return source + ":" + start;
  }
}
