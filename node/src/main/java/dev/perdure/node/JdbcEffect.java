package dev.perdure.node;

import dev.perdure.api.Sql;
import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlNoAnswer;
import dev.perdure.api.SqlValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;

/// Performs [Sql] over JDBC: a connection for each call, which commits by itself. Give it a pool.
/// Blocks the calling thread, which should be a virtual one.
///
/// @param source where connections come from; it is not closed by this
public record JdbcEffect(DataSource source) implements Sql {
  @Override
  public List<Row> query(String sql, List<SqlValue> parameters) {
    return run(
        sql,
        parameters,
        statement -> {
          statement.setMaxRows(Limits.SQL_ROWS_MAX + 1);
          try (var result = statement.executeQuery()) {
            return rows(result);
          }
        });
  }

  @Override
  public int update(String sql, List<SqlValue> parameters) {
    return run(sql, parameters, PreparedStatement::executeUpdate);
  }

  /// What is done with a statement.
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, List<SqlValue> parameters, Work<T> work) {
    try (var connection = source.getConnection();
        var statement = prepared(connection, sql, parameters)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, List<SqlValue> parameters) throws SQLException {
    var statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, SqlTypes.toJdbc(parameters.get(i)));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static List<Row> rows(ResultSet result) throws SQLException {
    var meta = result.getMetaData();
    var rows = new ArrayList<Row>();
    while (result.next()) {
      if (rows.size() == Limits.SQL_ROWS_MAX) {
        throw new SqlFailed("a query gives more than " + Limits.SQL_ROWS_MAX + " rows");
      }
      var columns = new LinkedHashMap<String, SqlValue>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.put(meta.getColumnLabel(i), SqlTypes.read(result, i, meta.getColumnType(i)));
      }
      rows.add(new Row(columns));
    }
    return rows;
  }

  private static SqlFailed failure(String sql, SQLException e) {
    var text = sql + ": " + e.getMessage() + " (state " + e.getSQLState() + ")";
    return switch (e) {
      case SQLIntegrityConstraintViolationException _ -> new SqlConflict(text);
      case SQLTransientConnectionException _ -> new SqlNoAnswer(text);
      case SQLNonTransientConnectionException _ -> new SqlNoAnswer(text);
      case SQLRecoverableException _ -> new SqlNoAnswer(text);
      case SQLException other -> byState(other, text);
    };
  }

  /// Drivers that throw plain exceptions tell the kind by the first two characters of the state
  /// (ISO 9075): 08 is the connection, 23 a constraint.
  private static SqlFailed byState(SQLException e, String text) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("08")) {
      return new SqlNoAnswer(text);
    }
    return state.startsWith("23") ? new SqlConflict(text) : new SqlFailed(text);
  }
}
