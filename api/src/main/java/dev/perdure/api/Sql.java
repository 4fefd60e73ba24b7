package dev.perdure.api;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asks and changes a database.
///
/// An [#update] and a [#transaction] are done **exactly once**: the transaction that changes the
/// rows also writes down that it did, under the effect's key, so an effect which is performed again
/// after a crash finds out, and returns what it returned before. A query changes nothing and may be
/// repeated.
///
/// While the database gives no answer ([SqlNoAnswer]) it is asked again, for as long as it takes;
/// `tasks.within(…)` waits less. What else is thrown is a [SqlFailed]: the database refused, and
/// nothing changed.
///
/// Statements, parameters and rows become part of the task's history.
@Effect
@Retry(max = Integer.MAX_VALUE, backoff = "100ms..30s", not = SqlFailed.class)
public interface Sql {
  /// The rows that a query gives, in its order.
  ///
  /// @param sql with a `?` for each parameter; must change nothing, for it may be repeated
  @ReadOnly
  List<Row> query(String sql, List<SqlValue> parameters);

  /// Runs a statement that changes something and returns how many rows it changed.
  ///
  /// @param sql with a `?` for each parameter
  int update(String sql, List<SqlValue> parameters);

  /// Runs some statements in their order as one transaction: all of them or none.
  ///
  /// @return what came of each, in the same order
  /// @throws SqlRowsDiffer if a statement changed another number of rows than it had to; then none
  ///   was run
  List<Result> transaction(List<Statement> statements);

  /// Runs some statements in their order as one transaction: all of them or none.
  default List<Result> transaction(Statement... statements) {
    return transaction(List.of(statements));
  }

  /// The rows that a query gives, in its order.
  default List<Row> query(String sql, SqlValue... parameters) {
    return query(sql, List.of(parameters));
  }

  /// Runs a statement that changes something and returns how many rows it changed.
  default int update(String sql, SqlValue... parameters) {
    return update(sql, List.of(parameters));
  }

  /// A statement of a transaction.
  sealed interface Statement {
    /// Gives rows; it may change some too.
    ///
    /// @param sql with a `?` for each parameter
    record Query(String sql, List<SqlValue> parameters) implements Statement {
      public Query {
        parameters = List.copyOf(parameters);
      }
    }

    /// Changes rows.
    ///
    /// @param sql with a `?` for each parameter
    /// @param rows how many it has to change; empty: any number
    record Update(String sql, List<SqlValue> parameters, Optional<Integer> rows)
        implements Statement {
      public Update {
        parameters = List.copyOf(parameters);
      }

      /// The same, for a transaction that shall not be if it changes another number of rows.
      public Update changing(int wanted) {
        return new Update(sql, parameters, Optional.of(wanted));
      }
    }

    /// A statement that gives rows.
    static Query query(String sql, SqlValue... parameters) {
      return new Query(sql, List.of(parameters));
    }

    /// A statement that changes any number of rows.
    static Update update(String sql, SqlValue... parameters) {
      return new Update(sql, List.of(parameters), Optional.empty());
    }
  }

  /// What came of a statement of a transaction.
  sealed interface Result {
    /// The rows that a query gave, in its order.
    record Rows(List<Row> rows) implements Result {
      public Rows {
        rows = List.copyOf(rows);
      }
    }

    /// How many rows an update changed.
    record Changed(int rows) implements Result {}
  }

  /// A row.
  ///
  /// @param columns by name; names are in lower case
  record Row(Map<String, SqlValue> columns) {
    public Row {
      var lower = new TreeMap<String, SqlValue>();
      columns.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
      columns = Collections.unmodifiableMap(lower);
    }

    /// The value of a column, whose name is taken in any case.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public SqlValue value(String column) {
      var value = columns.get(column.toLowerCase(Locale.ROOT));
      if (value == null) {
        throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
      }
      return value;
    }

    /// Whether a column is null.
    public boolean isNull(String column) {
      return value(column) instanceof SqlValue.Null;
    }

    /// A column of text.
    ///
    /// @throws IllegalArgumentException if it is of another kind, null, or not there
    public String text(String column) {
      if (value(column) instanceof SqlValue.Text(var text)) {
        return text;
      }
      throw otherKind(column, "text");
    }

    /// A column of whole numbers.
    ///
    /// @throws IllegalArgumentException if it is of another kind, null, or not there
    public long whole(String column) {
      if (value(column) instanceof SqlValue.Whole(var number)) {
        return number;
      }
      throw otherKind(column, "a whole number");
    }

    private IllegalArgumentException otherKind(String column, String wanted) {
      return new IllegalArgumentException(
          "column " + column + " is " + value(column) + ", not " + wanted);
    }
  }
}
