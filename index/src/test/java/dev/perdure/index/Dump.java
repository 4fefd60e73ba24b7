package dev.perdure.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All rows of all tables, as text, and what is found in the index of texts.
final class Dump {
  private static final QueryLimits ALL = new QueryLimits(10_000_000, Duration.ofMinutes(1));

  /// How the index of texts stores what it knows is its own affair.
  private static final String TABLES =
      "select name from sqlite_schema where type = 'table' and name not like 'task@_text%' escape"
          + " '@'";

  private static final String FOUND =
      "select rowid from task_text where task_text match '\"%s\"' order by rowid";

  private Dump() {}

  static Map<String, String> of(Path directory) {
    var tables = new TreeMap<String, String>();
    try (var reader = IndexReader.open(directory)) {
      var names = reader.query(TABLES, ALL).rows();
      for (var row : names) {
        var columns = row.getFirst().equals("projection") ? "log, next_offset, fingerprint" : "*";
        var sql = "select " + columns + " from " + row.getFirst() + " order by 1, 2";
        tables.put((String) row.getFirst(), text(reader.query(sql, ALL)));
      }
      for (var part : List.of("pea", "plu", "100", "a_b")) {
        tables.put("texts with " + part, text(reader.query(FOUND.formatted(part), ALL)));
      }
    }
    return tables;
  }

  private static String text(Rows rows) {
    return rows.rows().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
