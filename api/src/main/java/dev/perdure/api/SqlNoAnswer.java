package dev.perdure.api;

/// The database gave no answer: it is not to be had, the connection was lost, or it gave others
/// precedence. Whether an update was done comes out when the same effect is performed again, as
/// [Sql] says of itself; an effect interface of your own that uses it should say [Retry], too.
public final class SqlNoAnswer extends RuntimeException {
  /// @param message what went wrong, for people
  public SqlNoAnswer(String message) {
    super(message);
  }
}
