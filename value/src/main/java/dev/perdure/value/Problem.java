package dev.perdure.value;

import java.util.Objects;

/// What a person is told when something is refused or has failed: which kind it is, what happened,
/// where, and what to do about it.
///
/// @param code the stable kind; its page is `docs/errors/CODE.md`
/// @param what one sentence: what happened, with the offending thing
/// @param where the place a person would look at or change, such as `shop.edn:3:14`; empty if the
///   sentence already names it
/// @param remedy one sentence: what to do now
public record Problem(Code code, String what, String where, String remedy) {
  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(what);
    Objects.requireNonNull(where);
    Objects.requireNonNull(remedy);
  }

  /// A problem whose sentence names its own place.
  public static Problem of(Code code, String what, String remedy) {
    return new Problem(code, what, "", remedy);
  }

  /// The exception that carries this problem out of a call.
  public PerdureException exception() {
    return new PerdureException(this, null);
  }

  /// The same, with the failure that led to it.
  public PerdureException exception(Throwable cause) {
    return new PerdureException(this, cause);
  }

  /// `CODE: what (at where). remedy`, for a terminal or a log line.
  public String text() {
    var place = where.isEmpty() ? "" : " (at " + where + ")";
    return code.name() + ": " + what + place + ". " + remedy + ".";
  }
}
