package dev.perdure.api;

/// The database refused an [Sql] statement: it changed nothing, unless it is [SqlNoAnswer].
public class SqlFailed extends RuntimeException {
  /// @param message what went wrong, for people
  public SqlFailed(String message) {
    super(message);
  }
}
