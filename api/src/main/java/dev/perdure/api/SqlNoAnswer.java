package dev.perdure.api;

/// The connection to the database was lost or not to be had. If it was lost, an [Sql] statement may
/// have been done.
public final class SqlNoAnswer extends SqlFailed {
  /// @param message what went wrong, for people
  public SqlNoAnswer(String message) {
    super(message);
  }
}
