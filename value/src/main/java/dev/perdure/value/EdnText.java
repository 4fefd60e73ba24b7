package dev.perdure.value;

/// A text under a reader: where a reader stands, and how its problems are located.
final class EdnText {
  private final String text;
  private final String source;

  /// The index of the character to read next.
  int at;

  // The last place that was asked for: places are mostly asked for in order.
  private int knownOffset;
  private int knownLine = 1;
  private int knownLineStart;

  EdnText(String text, String source) {
    this.text = text;
    this.source = source;
  }

  boolean isEnd() {
    return at >= text.length();
  }

  /// The next character, or NUL at the end.
  char peek() {
    return peek(0);
  }

  /// The character `ahead` places further, or NUL behind the end.
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  int codePoint() {
    return text.codePointAt(at);
  }

  /// The rest of the name or number that starts here.
  String token() {
    int from = at;
    while (at < text.length() && Text.isNamePart(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /// Skips the rest of the line.
  void skipLine() {
    int newLine = text.indexOf('\n', at);
    at = newLine < 0 ? text.length() : newLine + 1;
  }

  Span span(int from, int to) {
    return new Span(source, position(from), position(to));
  }

  Position position(int offset) {
    if (offset < knownOffset) {
      knownOffset = 0;
      knownLine = 1;
      knownLineStart = 0;
    }
    for (int i = knownOffset; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        knownLine++;
        knownLineStart = i + 1;
      }
    }
    knownOffset = offset;
    int column = text.codePointCount(knownLineStart, offset) + 1;
    return new Position(knownLine, column, offset);
  }

  /// A problem located at `offset`.
  PerdureException problem(Code code, String what, int offset, String remedy) {
    return new Problem(code, what, source + ":" + position(offset), remedy).exception();
  }

  PerdureException syntax(String what, int offset) {
    return problem(ValueCode.EDN_SYNTAX, what, offset, "Correct the text there");
  }

  PerdureException incomplete(String what, int offset) {
    return problem(ValueCode.EDN_INCOMPLETE, what, offset, "Complete the text");
  }

  PerdureException limit(String what, int max, int offset) {
    return problem(
        ValueCode.EDN_LIMIT,
        what + ", and the limit is " + max,
        offset,
        "Split the text, or raise the limit where it is trusted");
  }
}
