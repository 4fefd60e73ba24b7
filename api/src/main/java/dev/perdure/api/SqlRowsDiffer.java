package dev.perdure.api;

/// A statement of an [Sql] transaction changed another number of rows than it had to. Nothing
/// changed: such as when a balance that was to be charged is too low.
public final class SqlRowsDiffer extends SqlFailed {
  private final int statement;
  private final int rows;

  /// @param message what went wrong, for people
  /// @param statement its number in the transaction, from 0
  /// @param rows how many rows it would have changed
  public SqlRowsDiffer(String message, int statement, int rows) {
    super(message);
    this.statement = statement;
    this.rows = rows;
  }

  /// The number of the statement in the transaction, from 0.
  public int statement() {
    return statement;
  }

  /// How many rows the statement would have changed.
  public int rows() {
    return rows;
  }
}
