package dev.perdure.server.json;

import java.util.function.Supplier;

/// JSON is not what a type is written as. The path grows as it is passed up through the types
/// around the place: `.lines[2].price`.
final class JsonMismatch extends RuntimeException {
  private final String what;
  private final String path;

  private JsonMismatch(String what, String path) {
    super(what, null, false, false);
    this.what = what;
    this.path = path;
  }

  JsonMismatch(String expected, JsonTree found) {
    this("expected " + expected + ", found " + found.shown(), "");
  }

  String what() {
    return what;
  }

  String path() {
    return path;
  }

  /// Reads a part; a mismatch in it is told with the step that leads there.
  static <T> T under(String step, Supplier<T> part) {
    try {
      return part.get();
    } catch (JsonMismatch m) {
      throw new JsonMismatch(m.what, step + m.path);
    }
  }
}
