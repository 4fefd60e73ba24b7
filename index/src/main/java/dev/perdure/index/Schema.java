package dev.perdure.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// The tables of the index, as `schema.sql` says, and the marks in the file's header that tell of
/// them (https://sqlite.org/fileformat2.html#application_id).
final class Schema {
  /// The version of the tables. A file with another one is made anew.
  static final int VERSION = 5;

  /// "PDIX": the file is an index of Perdure.
  static final int APPLICATION = 'P' << 24 | 'D' << 16 | 'I' << 8 | 'X';

  private Schema() {}

  /// Makes the tables in an empty file, in the transaction that is open.
  static void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : text().split(";\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      statement.execute("pragma application_id = " + APPLICATION);
      statement.execute("pragma user_version = " + VERSION);
    }
  }

  /// Whether the file's header says that the tables are these.
  static boolean fits(Connection connection) throws SQLException {
    return number(connection, "pragma application_id") == APPLICATION
        && number(connection, "pragma user_version") == VERSION;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static String text() {
    try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream("schema.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
