package dev.perdure.api;

/// The database refused what an [Sql] effect asked of it. Nothing changed.
public class SqlFailed extends RuntimeException {
  /// @param message what went wrong, for people
  public SqlFailed(String message) {
    super(message);
  }
}
