package dev.perdure.api;

/// An [Sql] statement would have broken a constraint, such as a second row with the same key: it
/// changed nothing. After a crash the row in the way may be the one this very effect wrote before.
public final class SqlConflict extends SqlFailed {
  /// @param message what went wrong, for people
  public SqlConflict(String message) {
    super(message);
  }
}
