package dev.perdure.java.codec;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;

/// Builds the problem of a value that has another shape than expected. The path grows as it is
/// passed up through the codecs around the place: `.lines[2].price`.
final class Mismatch extends RuntimeException {
  private static final int SHOWN_CHARS_MAX = 80;
  private final String expected;
  private final transient Object found;
  private final String path;

  private Mismatch(String expected, Object found, String path) {
    super(expected, null, false, false);
    this.expected = expected;
    this.found = found;
    this.path = path;
  }

  Mismatch(String expected, Object found) {
    this(expected, found, "");
  }

  /// The same, seen from one step further out.
  Mismatch under(String step) {
    return new Mismatch(expected, found, step + path);
  }

  /// The problem for whoever called the outermost codec.
  PerdureException exception(String type) {
    var shown = found instanceof Value value ? value.toString() : String.valueOf(found);
    if (shown.length() > SHOWN_CHARS_MAX) {
      shown = shown.substring(0, SHOWN_CHARS_MAX) + "…";
    }
    return new Problem(
            CodecCode.VALUE_MISMATCH,
            "expected " + expected + ", found " + shown,
            path.isEmpty() ? type : type + path,
            "Send what the type has, or change the type so that it reads what is sent: an Optional"
                + " component may be missing, a renamed one wants @WasNamed")
        .exception();
  }
}
