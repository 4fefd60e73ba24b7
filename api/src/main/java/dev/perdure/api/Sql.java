package dev.perdure.api;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Asks and changes a database.
///
/// An update is performed **at least once**: if the engine's process dies between the commit and
/// its record, it is run again. Make that harmless: write a row under a key that the task knows,
/// such as an [Ids#uuid], and take a [SqlConflict] as done; or let an implementation of an effect
/// interface of your own store the [IdempotencyKey] in the same transaction.
///
/// Statements, parameters and rows become part of the task's history. Each call is a transaction of
/// its own.
///
/// What is thrown is a [SqlFailed], as [SqlConflict] and [SqlNoAnswer] where they apply.
@Effect
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

  /// The rows that a query gives, in its order.
  default List<Row> query(String sql, SqlValue... parameters) {
    return query(sql, List.of(parameters));
  }

  /// Runs a statement that changes something and returns how many rows it changed.
  default int update(String sql, SqlValue... parameters) {
    return update(sql, List.of(parameters));
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
