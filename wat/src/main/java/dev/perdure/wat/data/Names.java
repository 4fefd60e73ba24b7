package dev.perdure.wat.data;

import dev.perdure.value.PerdureException;
import org.jspecify.annotations.Nullable;

/// Paths as EDN names: `acme::tax::rate` is `acme.tax/rate`, and a path without namespace stays as
/// it is.
final class Names {
  private Names() {}

  /// The name of a path, which is a tag or stands behind the colon of a keyword.
  static String edn(String path) {
    int split = split(path);
    return split < 0
        ? path
        : path.substring(0, split).replace("::", ".") + "/" + path.substring(split + 2);
  }

  /// The path of a name. A name that is written as a path is that path.
  static String path(String name) {
    int slash = name.indexOf('/');
    return slash <= 0 || slash == name.length() - 1 || name.lastIndexOf("::", slash) >= 0
        ? name
        : name.substring(0, slash).replace(".", "::") + "::" + name.substring(slash + 1);
  }

  /// The name of a keyword's path if that is read as the same keyword by everybody; else null.
  static @Nullable String keyword(String path) {
    var name = edn(path);
    return isPlain(path) || (path(name).equals(path) && isReadable(name)) ? name : null;
  }

  /// Whether the path has only what certainly survives: letters, digits, dashes and colons in
  /// pairs.
  private static boolean isPlain(String path) {
    int length = path.length();
    boolean isStart = true;
    for (int i = 0; i < length; i++) {
      char c = path.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (isLetter || (!isStart && ((c >= '0' && c <= '9') || c == '-'))) {
        isStart = false;
      } else if (c == ':' && !isStart && i + 1 < length && path.charAt(i + 1) == ':') {
        isStart = true;
        i++;
      } else {
        return false;
      }
    }
    return !isStart;
  }

  private static boolean isReadable(String name) {
    try {
      dev.perdure.value.Keyword.of(name);
    } catch (PerdureException _) {
      return false;
    }
    return EdnLexer.keywordEnd(name, 0) == name.length();
  }

  /// Where the last `::` stands that is not inside brackets; -1 if there is none.
  private static int split(String path) {
    int depth = 0;
    int last = -1;
    for (int i = 0; i < path.length(); i++) {
      depth += EdnLexer.bracket(path, i, depth);
      if (depth == 0 && path.startsWith("::", i) && i > 0 && i + 2 < path.length()) {
        last = i;
        i++;
      }
    }
    return last;
  }
}
