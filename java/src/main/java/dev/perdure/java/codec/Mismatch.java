package dev.perdure.java.codec;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import org.jspecify.annotations.Nullable;

/// Builds the problem of a value that has another shape than expected, or whose old shape its
/// migration fails on. The path grows as it is passed up through the codecs around the place:
/// `.lines[2].price`.
final class Mismatch extends RuntimeException {
  private static final int SHOWN_CHARS_MAX = 80;
  private final String expected;
  private final transient Object found;
  private final String path;
  private final boolean failed;

  private Mismatch(
      String expected, Object found, String path, boolean failed, @Nullable Throwable cause) {
    super(expected, cause, false, false);
    this.expected = expected;
    this.found = found;
    this.path = path;
    this.failed = failed;
  }

  Mismatch(String expected, Object found) {
    this(expected, found, "", false, null);
  }

  /// A migration has no object for a value.
  ///
  /// @param what it did instead, after its name
  /// @param cause what it threw
  static Mismatch failed(String what, Value value, @Nullable Throwable cause) {
    return new Mismatch(what, value, "", true, cause);
  }

  /// The same, seen from one step further out.
  Mismatch under(String step) {
    return new Mismatch(expected, found, step + path, failed, getCause());
  }

  /// The problem for whoever called the outermost codec.
  PerdureException exception(String type) {
    var shown = found instanceof Value value ? value.toString() : String.valueOf(found);
    if (shown.length() > SHOWN_CHARS_MAX) {
      shown = shown.substring(0, SHOWN_CHARS_MAX) + "…";
    }
    var where = path.isEmpty() ? type : type + path;
    if (failed) {
      var problem =
          new Problem(
              CodecCode.MIGRATION_FAILED,
              expected + " for " + shown,
              where,
              "Deploy a version whose @Migrates function returns for every value of the old shape;"
                  + " a task that stopped for it goes on with that version by task migrate");
      var cause = getCause();
      return cause == null ? problem.exception() : problem.exception(cause);
    }
    return new Problem(
            CodecCode.VALUE_MISMATCH,
            "expected " + expected + ", found " + shown,
            where,
            "Send what the type has, or change the type so that it reads what is sent: an Optional"
                + " component may be missing, a renamed one wants @WasNamed")
        .exception();
  }
}
