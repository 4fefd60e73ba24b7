package dev.perdure.wat.syntax;

/// Writes lines and knows the column.
final class LineWriter {
  private static final String REMARK_GAP = "  ";

  private final StringBuilder out = new StringBuilder();
  private int column;
  private boolean mustBreak;

  /// How many characters the line has.
  int column() {
    return column;
  }

  /// Whether the line ends with a comment, so that nothing may follow on it.
  boolean mustBreak() {
    return mustBreak;
  }

  void text(String text) {
    out.append(text);
    int line = text.lastIndexOf('\n') + 1;
    int width = text.codePointCount(line, text.length());
    column = line == 0 ? column + width : width;
  }

  void spaces(int count) {
    out.repeat(" ", count);
    column += count;
  }

  /// Starts a line; behind an empty one if `isApart`.
  void newLine(int indent, boolean isApart) {
    if (isApart) {
      out.append('\n');
    }
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.repeat(" ", indent);
    column = indent;
    mustBreak = false;
  }

  /// A comment behind what the line has.
  void remark(String comment) {
    text(REMARK_GAP + comment);
    mustBreak = true;
  }

  /// All lines, each ended by a line feed.
  String lines() {
    return out.isEmpty() ? "" : out.append('\n').toString();
  }
}
