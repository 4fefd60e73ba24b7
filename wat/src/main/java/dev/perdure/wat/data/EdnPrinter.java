package dev.perdure.wat.data;

import dev.perdure.wat.syntax.RealText;
import java.util.ArrayList;
import java.util.List;

/// Prints EDN: compact, canonical or pretty.
final class EdnPrinter {
  private static final int INDENT = 2;

  private final boolean isCanonical;
  private final StringBuilder out = new StringBuilder();

  /// Once the output is longer, the rest is dropped.
  private int outMax = Integer.MAX_VALUE;

  private EdnPrinter(boolean isCanonical) {
    this.isCanonical = isCanonical;
  }

  /// On one line, one space between elements.
  static String compact(Edn edn) {
    return print(edn, false);
  }

  /// Compact, with the entries of maps and sets in the order of their bytes.
  static String canonical(Edn edn) {
    return print(edn, true);
  }

  private static String print(Edn edn, boolean isCanonical) {
    var printer = new EdnPrinter(isCanonical);
    printer.print(edn);
    return printer.out.toString();
  }

  /// The start of the compact text, for people: at most `lengthMax` units, and `…` if that is not
  /// all.
  static String start(Edn edn, int lengthMax) {
    var printer = new EdnPrinter(false);
    printer.outMax = lengthMax;
    printer.print(edn);
    return Text.start(printer.out.toString(), lengthMax);
  }

  /// On as many lines as it takes: what fits a line stays on it.
  static String pretty(Edn edn) {
    var printer = new EdnPrinter(false);
    printer.pretty(edn, 0);
    return printer.out.toString();
  }

  private void print(Edn edn) {
    if (out.length() > outMax) {
      return;
    }
    switch (edn.body()) {
      case Edn.Nil _ -> out.append("nil");
      case Edn.Bool(boolean b) -> out.append(b);
      case Edn.Int(long n) -> out.append(n);
      case Edn.BigInt(var n) -> out.append(n).append('N');
      case Edn.Rational(var r) -> out.append(r.numerator()).append('/').append(r.denominator());
      case Edn.Real(double d) -> out.append(RealText.of(d));
      case Edn.Str(String s) -> EdnAtoms.string(s, out);
      case Edn.Char(char c) -> EdnAtoms.character(c, out);
      case Edn.Key(String text) -> out.append(':').append(text);
      case Edn.Symbol(String text) -> out.append(text);
      case Edn.Sequence(var items) -> items("(", items, ")");
      case Edn.Vec(var items) -> items("[", items, "]");
      case Edn.Braces(var items, boolean isOrdered) -> {
        if (isCanonical && !isOrdered) {
          sorted("{", items, 2, "}");
        } else {
          items("{", items, "}");
        }
      }
      case Edn.Set(var items, boolean isOrdered) -> {
        if (isCanonical && !isOrdered) {
          sorted("#{", items, 1, "}");
        } else {
          items("#{", items, "}");
        }
      }
      case Edn.Tagged(String tag, Edn value) -> {
        out.append('#').append(tag).append(' ');
        print(value);
      }
    }
  }

  private void items(String open, List<Edn> items, String close) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      print(items.get(i));
    }
    out.append(close);
  }

  /// @param width the number of items that an entry has
  private void sorted(String open, List<Edn> items, int width, String close) {
    var entries = new ArrayList<String>(items.size() / width);
    int start = out.length();
    for (int i = 0; i < items.size(); i += width) {
      items("", items.subList(i, i + width), "");
      entries.add(out.substring(start));
      out.setLength(start);
    }
    entries.sort(Text::compare);
    out.append(open).append(String.join(" ", entries)).append(close);
  }

  // The form of several lines. `indent` is that of the line on which the value starts.

  private void pretty(Edn edn, int indent) {
    if (fits(edn)) {
      return;
    }
    switch (edn.body()) {
      case Edn.Sequence(var items) -> block("(", items, 1, indent, ")");
      case Edn.Vec(var items) -> block("[", items, 1, indent, "]");
      case Edn.Set(var items, _) -> block("#{", items, 1, indent, "}");
      case Edn.Braces(var items, _) -> block("{", items, 2, indent, "}");
      case Edn.Tagged(String tag, Edn value) -> {
        out.append('#').append(tag).append(' ');
        pretty(value, indent);
      }
      default -> print(edn);
    }
  }

  /// Prints it if it fits the line.
  private boolean fits(Edn edn) {
    int start = out.length();
    int lineStart = out.lastIndexOf("\n") + 1;
    outMax = lineStart + Limits.LINE_MAX;
    print(edn);
    boolean fits = out.length() <= outMax;
    outMax = Integer.MAX_VALUE;
    if (!fits) {
      out.setLength(start);
    }
    return fits;
  }

  private void block(String open, List<Edn> items, int width, int indent, String close) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      if (i % width == 0) {
        out.append('\n').repeat(" ", indent + INDENT);
      } else {
        out.append(' ');
      }
      pretty(items.get(i), indent + INDENT);
    }
    out.append('\n').repeat(" ", indent).append(close);
  }
}
