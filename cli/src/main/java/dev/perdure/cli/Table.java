package dev.perdure.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of texts in columns that are as wide as they need to be, two spaces apart.
final class Table {
  private final Terminal terminal;
  private final List<List<String>> rows = new ArrayList<>();

  Table(Terminal terminal, String... headings) {
    this.terminal = terminal;
    rows.add(Arrays.asList(headings));
  }

  Table row(String... cells) {
    rows.add(Arrays.asList(cells));
    return this;
  }

  /// The heading and the rows; nothing if there are no rows.
  List<String> lines() {
    if (rows.size() == 1) {
      return List.of();
    }
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var lines = new ArrayList<String>();
    for (var row : rows) {
      var line = line(row, widths);
      lines.add(lines.isEmpty() ? terminal.bold(line) : line);
    }
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i));
      if (i + 1 < widths.length) {
        line.append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
    }
    return line.toString().stripTrailing();
  }
}
