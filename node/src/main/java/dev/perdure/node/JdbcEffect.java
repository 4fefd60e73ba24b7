package dev.perdure.node;

import dev.perdure.api.Sql;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlRowsDiffer;
import dev.perdure.api.SqlValue;
import dev.perdure.java.codec.Codec;
import dev.perdure.java.codec.Codecs;
import dev.perdure.java.run.Recalling;
import dev.perdure.value.Edn;
import dev.perdure.value.Hash;
import dev.perdure.value.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Performs [Sql] over JDBC, on SQLite, PostgreSQL and others of the standard's kind: a connection
/// for each call, so give it a pool. Blocks the calling thread, which should be a virtual one.
///
/// Updates and transactions are done exactly once: in the same transaction it is written down in a
/// table of the database that they were, and what came of them. The tables, `perdure_owner` and
/// `perdure_outcome`, are made when they are needed first, if the database's user may do so. Only a
/// task changes a database this way, as its effect, or by the implementation of an effect interface
/// on the thread that performs it.
///
/// An engine that has been replaced, though it may not know it, can commit nothing: it stops with
/// `SQL_FENCED`.
public final class JdbcEffect implements Sql, Recalling {
  private final DataSource source;
  private final Duration keep;
  private final Duration silence;
  private final SqlOnce once;
  private final Codec statements;
  private final Codec results;

  /// Keeps outcomes for seven days.
  ///
  /// @param source where connections come from; it is not closed by this
  public JdbcEffect(DataSource source) {
    this(source, Limits.SQL_KEEP, Limits.SQL_SILENCE);
  }

  private JdbcEffect(DataSource source, Duration keep, Duration silence) {
    this.source = source;
    this.keep = keep;
    this.silence = silence;
    this.once = new SqlOnce(source, keep, silence);
    var codecs = new Codecs();
    this.statements = codecs.of(new TypeToken<List<Statement>>() {}.type());
    this.results = codecs.of(new TypeToken<List<Result>>() {}.type());
  }

  /// The same with another time for which outcomes are kept.
  ///
  /// @param newKeep how old a backup of the data directory may be that is restored while this
  ///   database is not; at least a second
  public JdbcEffect keeping(Duration newKeep) {
    if (newKeep.compareTo(Limits.SQL_KEEP_MIN) < 0) {
      throw new IllegalArgumentException("keep outcomes for at least " + Limits.SQL_KEEP_MIN);
    }
    return new JdbcEffect(source, newKeep, silence);
  }

  /// The same with another time after which PostgreSQL undoes a transaction that stands still: how
  /// long a process that was stopped in the middle of one may hold up the one that takes over.
  ///
  /// @param newSilence at least a millisecond
  public JdbcEffect silentFor(Duration newSilence) {
    if (newSilence.toMillis() < 1) {
      throw new IllegalArgumentException("a transaction must have a millisecond at least");
    }
    return new JdbcEffect(source, keep, newSilence);
  }

  @Override
  public List<Row> query(String sql, List<SqlValue> parameters) {
    try (var connection = source.getConnection()) {
      return rows(connection, SqlDialect.of(connection), sql, parameters);
    } catch (SQLException e) {
      throw SqlFailures.of(sql, e);
    }
  }

  @Override
  public int update(String sql, List<SqlValue> parameters) {
    var results = transaction(List.of(new Statement.Update(sql, parameters, Optional.empty())));
    return ((Result.Changed) results.getFirst()).rows();
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // what the codec of a list wrote is a list
  public List<Result> transaction(List<Statement> all) {
    var asked = all.stream().map(JdbcEffect::text).collect(Collectors.joining("; "));
    var digest = Hash.of(statements.toValue(all));
    var outcome =
        once.once(Performing.current(), asked, digest, (c, dialect) -> run(all, c, dialect));
    return (List<Result>) results.fromValue(outcome);
  }

  private static String text(Statement statement) {
    return switch (statement) {
      case Statement.Query(var sql, _) -> sql;
      case Statement.Update(var sql, _, _) -> sql;
    };
  }

  private Value run(List<Statement> all, Connection connection, SqlDialect dialect)
      throws SQLException {
    var done = new ArrayList<Result>();
    for (var statement : all) {
      done.add(run(done.size(), statement, connection, dialect));
    }
    var outcome = results.toValue(done);
    if (Edn.print(outcome).length() > Limits.SQL_OUTCOME_CHARS_MAX) {
      throw new SqlFailed(
          "the results of a transaction take more than "
              + Limits.SQL_OUTCOME_CHARS_MAX
              + " characters");
    }
    return outcome;
  }

  private static Result run(
      int number, Statement statement, Connection connection, SqlDialect dialect)
      throws SQLException {
    return switch (statement) {
      case Statement.Query(var sql, var parameters) ->
          new Result.Rows(rows(connection, dialect, sql, parameters));
      case Statement.Update update -> new Result.Changed(changed(number, update, connection));
    };
  }

  private static int changed(int number, Statement.Update update, Connection connection)
      throws SQLException {
    try (var statement = prepared(connection, update.sql(), update.parameters())) {
      int rows = statement.executeUpdate();
      int wanted = update.rows().orElse(rows);
      if (rows != wanted) {
        throw new SqlRowsDiffer(
            update.sql() + ": changed " + rows + " rows, not " + wanted, number, rows);
      }
      return rows;
    }
  }

  private static List<Row> rows(
      Connection connection, SqlDialect dialect, String sql, List<SqlValue> parameters)
      throws SQLException {
    try (var statement = prepared(connection, sql, parameters)) {
      statement.setMaxRows(Limits.SQL_ROWS_MAX + 1);
      try (var result = statement.executeQuery()) {
        return rows(result, dialect);
      }
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

  private static List<Row> rows(ResultSet result, SqlDialect dialect) throws SQLException {
    var meta = result.getMetaData();
    var rows = new ArrayList<Row>();
    while (result.next()) {
      if (rows.size() == Limits.SQL_ROWS_MAX) {
        throw new SqlFailed("a query gives more than " + Limits.SQL_ROWS_MAX + " rows");
      }
      var columns = new LinkedHashMap<String, SqlValue>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.put(meta.getColumnLabel(i), SqlTypes.read(result, i, dialect));
      }
      rows.add(new Row(columns));
    }
    return rows;
  }
}
