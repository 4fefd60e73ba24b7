package dev.perdure.value;

import org.jspecify.annotations.Nullable;

/// Where something stands in a text.
///
/// @param source the name of the text, such as a file's
/// @param start where its first character stands
/// @param end just behind its last character
public record Span(String source, Position start, Position end) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span that
        && source.equals(that.source)
        && start.equals(that.start)
        && end.equals(that.end);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * source.hashCode() + start.hashCode()) + end.hashCode();
  }

  /// `source:line:column` of the start.
  @Override
  public String toString() {
    return source + ":" + start;
  }
}
