package dev.perdure.api;

/// An [Sql] statement would have broken a constraint, such as a second row with the same key.
/// Nothing changed. What is in the way was not written by this very effect.
public final class SqlConflict extends SqlFailed {
  /// @param message what went wrong, for people
  public SqlConflict(String message) {
    super(message);
  }
}
