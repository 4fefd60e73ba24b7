package dev.perdure.index;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/// One run of a query that a person wrote, on a connection that only reads.
record QueryRun(Connection connection, QueryLimits limits) {

  /// @throws PerdureException if the query is at fault
  /// @throws SQLException if the file is
  Rows rows(String sql) throws SQLException {
    var deadline = new Deadline(System.nanoTime() + limits.time().toNanos());
    ProgressHandler.setHandler(connection, Limits.STEPS_A_LOOK, deadline);
    try {
      var checked = QueryText.check(sql, connection);
      try (var statement = connection.prepareStatement(checked.sql());
          var rows = statement.executeQuery()) {
        return read(rows);
      }
    } catch (SQLException e) {
      var fault = fault(e);
      if (fault != null) {
        throw fault;
      }
      throw e;
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  /// Stops a query when its time is over.
  private static final class Deadline extends ProgressHandler {
    private final long endNanos;

    Deadline(long endNanos) {
      this.endNanos = endNanos;
    }

    @Override
    protected int progress() {
      return System.nanoTime() - endNanos > 0 ? 1 : 0;
    }
  }

  private Rows read(ResultSet from) throws SQLException {
    var about = from.getMetaData();
    var columns = new ArrayList<String>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      columns.add(about.getColumnLabel(i));
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    long bytes = 0;
    while (from.next()) {
      if (rows.size() >= limits.rowsMax() || bytes > Limits.ANSWER_BYTES_MAX) {
        return new Rows(columns, rows, true);
      }
      var row = new ArrayList<@Nullable Object>();
      for (int i = 1; i <= columns.size(); i++) {
        var value = value(from.getObject(i));
        bytes += size(value);
        row.add(value);
      }
      rows.add(row);
    }
    return new Rows(columns, rows, false);
  }

  private static @Nullable Object value(@Nullable Object found) {
    return found instanceof Integer number ? Long.valueOf(number) : found;
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> 2L * text.length();
      case byte[] bytes -> bytes.length;
      case null, default -> Long.BYTES;
    };
  }

  /// The problem that SQLite has with the query; null if it is not the query's fault.
  private @Nullable PerdureException fault(SQLException e) {
    var code = SqliteProblems.code(e);
    if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
      return tooCostly("the query was stopped after " + limits.time().toMillis() + " ms", e);
    }
    if (code == SQLiteErrorCode.SQLITE_TOOBIG.code
        || code == SQLiteErrorCode.SQLITE_NOMEM.code
        || code == SQLiteErrorCode.SQLITE_FULL.code) {
      return tooCostly("the query takes too much: " + SqliteProblems.message(e), e);
    }
    if (code == SQLiteErrorCode.SQLITE_ERROR.code) {
      return Problem.of(
              IndexCode.SQL_INVALID,
              SqliteProblems.message(e),
              "Change the query: it began well, but one of its rows cannot be computed")
          .exception(e);
    }
    return null;
  }

  private static PerdureException tooCostly(String what, SQLException cause) {
    return Problem.of(
            IndexCode.SQL_TOO_COSTLY,
            what,
            "Ask for less: a shorter time, fewer columns, a condition on a column with an index;"
                + " `explain query plan select …` shows which it uses")
        .exception(cause);
  }
}
