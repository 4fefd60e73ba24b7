package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a span with carets below; of more than two lines the first and the last.
final class CodeFrame {
  /// Characters of a line that are shown at most, and how many of them before the span.
  private static final int SHOWN_MAX = 160;

  private static final int SHOWN_BEFORE = 60;
  private static final String CUT = "…";

  private final String text;
  private final StringBuilder out;
  private final int gutter;

  private CodeFrame(String text, int gutter, StringBuilder out) {
    this.text = text;
    this.gutter = gutter;
    this.out = out;
  }

  /// Appends the frame, each line ended by a line feed; nothing if the text has no such lines.
  static void write(Span span, String text, StringBuilder out) {
    int first = span.start().line();
    // A span that ends before the first character of a line shows nothing of it.
    boolean before = span.end().column() == 1 && span.end().line() > first;
    int last = before ? span.end().line() - 1 : span.end().line();
    int gutter = Math.max(2, String.valueOf(last).length());
    var frame = new CodeFrame(text, gutter, out);
    var top = frame.line(first);
    var bottom = frame.line(last);
    if (top == null || bottom == null) {
      return;
    }
    frame.row("", "");
    int from = span.start().column() - 1;
    if (first == last) {
      frame.marked(first, top, from, before ? top.length : span.end().column() - 1);
      return;
    }
    frame.marked(first, top, from, top.length);
    if (last > first + 1) {
      out.append("...\n");
    }
    frame.marked(last, bottom, indent(bottom), before ? bottom.length : span.end().column() - 1);
  }

  private static int indent(int[] line) {
    int i = 0;
    while (i < line.length && (line[i] == ' ' || line[i] == '\t')) {
      i++;
    }
    return i;
  }

  /// The characters of a line, from 1; null behind the end.
  private int @Nullable [] line(int number) {
    int from = 0;
    for (int i = 1; i < number; i++) {
      from = text.indexOf('\n', from) + 1;
      if (from == 0) {
        return null;
      }
    }
    int to = text.indexOf('\n', from);
    var line = text.substring(from, to < 0 ? text.length() : to);
    return (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
        .codePoints()
        .toArray();
  }

  /// The line, and carets below the characters of [from, to); at least one.
  private void marked(int number, int[] line, int from, int to) {
    int start = Math.min(from, line.length);
    int end = Math.clamp(to, start, line.length);
    boolean isLong = line.length > SHOWN_MAX;
    int left = isLong ? Math.max(0, start - SHOWN_BEFORE) : 0;
    int right = isLong ? Math.min(line.length, left + SHOWN_MAX) : line.length;
    end = Math.min(end, right);
    var before = (left > 0 ? CUT : "") + shown(line, left, start, 0);
    int column = Shown.width(before);
    var under = shown(line, start, end, column);
    int carets = Math.max(1, Shown.width(under));
    var behind = shown(line, end, right, column + Shown.width(under));
    row(String.valueOf(number), before + under + behind + (right < line.length ? CUT : ""));
    row("", " ".repeat(column) + "^".repeat(carets));
  }

  private static String shown(int[] line, int from, int to, int column) {
    var part = Arrays.copyOfRange(line, from, to);
    return Shown.line(new String(part, 0, part.length), column);
  }

  private void row(String number, String content) {
    out.append(" ".repeat(gutter - number.length())).append(number);
    out.append((" | " + content).stripTrailing()).append('\n');
  }
}
