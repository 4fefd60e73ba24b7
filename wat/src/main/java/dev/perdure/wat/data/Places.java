package dev.perdure.wat.data;

import dev.perdure.value.Position;
import dev.perdure.value.Span;

/// Where the parts of a text stand. Places are asked for in order for the most part: then all of
/// them together cost one walk over the text.
final class Places {
  private final String text;
  private final String source;

  // The last place that was asked for.
  private int knownOffset;
  private int knownLine = 1;
  private int knownColumn = 1;

  /// @param source the name of the text
  Places(String text, String source) {
    this.text = text;
    this.source = source;
  }

  Span span(Position start, Position end) {
    return new Span(source, start, end);
  }

  Position position(int offset) {
    if (offset < knownOffset) {
      knownOffset = 0;
      knownLine = 1;
      knownColumn = 1;
    }
    int i = knownOffset;
    while (i < offset && i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      knownLine += c == '\n' ? 1 : 0;
      knownColumn = c == '\n' ? 1 : knownColumn + 1;
    }
    knownOffset = i;
    return new Position(knownLine, knownColumn, offset);
  }
}
