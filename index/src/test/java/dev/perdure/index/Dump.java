package dev.perdure.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All rows of all tables, as text.
final class Dump {
  private static final QueryLimits ALL = new QueryLimits(10_000_000, Duration.ofMinutes(1));

  private Dump() {}

  static Map<String, String> of(Path directory) {
    var tables = new TreeMap<String, String>();
    try (var reader = IndexReader.open(directory)) {
      var names = reader.query("select name from sqlite_schema where type = 'table'", ALL).rows();
      for (var row : names) {
        var columns = row.getFirst().equals("projection") ? "log, next_offset, fingerprint" : "*";
        var sql = "select " + columns + " from " + row.getFirst() + " order by 1, 2";
        tables.put((String) row.getFirst(), text(reader.query(sql, ALL)));
      }
    }
    return tables;
  }

  private static String text(Rows rows) {
    return rows.rows().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
