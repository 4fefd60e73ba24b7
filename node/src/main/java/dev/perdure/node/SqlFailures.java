package dev.perdure.node;

import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlNoAnswer;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/// What the exceptions of drivers mean.
final class SqlFailures {
  /// The beginnings of states (ISO 9075 and PostgreSQL) after which one may ask again: the
  /// connection, a transaction that gave way to another, too few resources, a lock that another
  /// holds, a session that was ended.
  private static final List<String> AGAIN =
      List.of("08", "40", "53", "55P03", "57P", "25P03", "25P04");

  /// The same in SQLite, which tells no states: busy, locked, disk error, full, cannot be opened.
  private static final List<Integer> SQLITE_AGAIN = List.of(5, 6, 10, 13, 14);

  private static final int SQLITE_CONSTRAINT = 19;

  private SqlFailures() {}

  /// The exception for whoever asked.
  ///
  /// @param asked what was asked, for people
  static RuntimeException of(String asked, SQLException e) {
    var text = asked + ": " + e.getMessage() + " (state " + e.getSQLState() + ")";
    return switch (e) {
      case SQLIntegrityConstraintViolationException _ -> new SqlConflict(text);
      case SQLTransientException _ -> new SqlNoAnswer(text);
      case SQLNonTransientConnectionException _ -> new SqlNoAnswer(text);
      case SQLRecoverableException _ -> new SqlNoAnswer(text);
      case SQLException other -> other(other, text);
    };
  }

  private static RuntimeException other(SQLException e, String text) {
    var state = e.getSQLState();
    return state == null ? sqlite(e.getErrorCode(), text) : byState(state, text);
  }

  /// Drivers that throw plain exceptions tell the kind by the first characters of the state.
  private static RuntimeException byState(String state, String text) {
    if (AGAIN.stream().anyMatch(state::startsWith)) {
      return new SqlNoAnswer(text);
    }
    return state.startsWith("23") ? new SqlConflict(text) : new SqlFailed(text);
  }

  private static RuntimeException sqlite(int code, String text) {
    if (SQLITE_AGAIN.contains(code)) {
      return new SqlNoAnswer(text);
    }
    return code == SQLITE_CONSTRAINT ? new SqlConflict(text) : new SqlFailed(text);
  }
}
