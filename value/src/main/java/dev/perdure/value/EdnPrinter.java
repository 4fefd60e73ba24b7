package dev.perdure.value;

import java.util.Arrays;

/// Prints one value. Maps and sets are printed in the total order of their keys: what people read
/// is sorted, and does not depend on hashes.
final class EdnPrinter {
  private static final int LINE_MAX = 80;
  private static final int INDENT = 2;

  private final StringBuilder out = new StringBuilder();

  /// Once the output is longer, the rest is dropped.
  private int outMax = Integer.MAX_VALUE;

  private int depth;

  String compact(Value value) {
    print(value);
    return out.toString();
  }

  String pretty(Value value) {
    pretty(value, 0);
    return out.toString();
  }

  private void print(Value value) {
    if (out.length() > outMax) {
      return;
    }
    switch (value) {
      case ListValue list -> elements("(", list, ")");
      case Vec vec -> elements("[", vec, "]");
      case SetValue set -> elements("#{", Arrays.asList(sorted(set)), "}");
      case MapValue map -> map(map);
      case Tagged tagged -> {
        open(tagged);
        print(tagged.value());
        depth--;
      }
      default -> EdnAtoms.print(value, out);
    }
  }

  private void elements(String open, Iterable<Value> elements, String close) {
    descend();
    out.append(open);
    boolean first = true;
    for (var element : elements) {
      if (!first) {
        out.append(' ');
      }
      first = false;
      print(element);
    }
    out.append(close);
    depth--;
  }

  private void map(MapValue map) {
    descend();
    out.append('{');
    boolean first = true;
    for (var entry : sorted(map)) {
      if (!first) {
        out.append(' ');
      }
      first = false;
      print(entry.key());
      out.append(' ');
      print(entry.value());
    }
    out.append('}');
    depth--;
  }

  private void open(Tagged tagged) {
    descend();
    out.append('#').append(tagged.tag().text()).append(' ');
  }

  private static Value[] sorted(SetValue set) {
    var elements = set.toArray();
    Arrays.sort(elements, Order.TOTAL);
    return elements;
  }

  private static MapValue.Entry[] sorted(MapValue map) {
    var entries = new MapValue.Entry[map.size()];
    int i = 0;
    for (var entry : map) {
      entries[i++] = entry;
    }
    Arrays.sort(entries, (a, b) -> Order.compare(a.key(), b.key()));
    return entries;
  }

  private void descend() {
    if (++depth > Limits.DEPTH_CEILING) {
      throw Problem.of(
              ValueCode.EDN_LIMIT,
              "the value is nested deeper than " + Limits.DEPTH_CEILING,
              "Split the value into smaller ones")
          .exception();
    }
  }

  // The form of several lines. `indent` is that of the line on which the value starts.

  private void pretty(Value value, int indent) {
    if (fits(value)) {
      return;
    }
    switch (value) {
      case ListValue list -> block("(", list, indent, ")");
      case Vec vec -> block("[", vec, indent, "]");
      case SetValue set -> block("#{", Arrays.asList(sorted(set)), indent, "}");
      case MapValue map -> block(map, indent);
      case Tagged tagged -> {
        open(tagged);
        pretty(tagged.value(), indent);
        depth--;
      }
      default -> print(value);
    }
  }

  /// Prints the value if it fits the line.
  private boolean fits(Value value) {
    int start = out.length();
    int lineStart = out.lastIndexOf("\n") + 1;
    outMax = lineStart + LINE_MAX;
    print(value);
    boolean fits = out.length() <= outMax;
    outMax = Integer.MAX_VALUE;
    if (!fits) {
      out.setLength(start);
    }
    return fits;
  }

  private void block(String open, Iterable<Value> elements, int indent, String close) {
    descend();
    out.append(open);
    for (var element : elements) {
      newLine(indent + INDENT);
      pretty(element, indent + INDENT);
    }
    newLine(indent);
    out.append(close);
    depth--;
  }

  private void block(MapValue map, int indent) {
    descend();
    out.append('{');
    for (var entry : sorted(map)) {
      newLine(indent + INDENT);
      pretty(entry.key(), indent + INDENT);
      out.append(' ');
      pretty(entry.value(), indent + INDENT);
    }
    newLine(indent);
    out.append('}');
    depth--;
  }

  private void newLine(int indent) {
    out.append('\n').repeat(" ", indent);
  }
}
