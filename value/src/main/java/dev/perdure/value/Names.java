package dev.perdure.value;

/// What names of keywords and symbols may be: exactly what reads back as the same name.
///
/// The text of a name is `name` or `namespace/name`. It is split at the first slash unless it
/// starts with one, so a namespace holds no slash and a name holds none or is `/`.
final class Names {
  /// Index of the slash that ends the namespace, or 0 if there is no namespace.
  static int split(String text) {
    return Math.max(0, text.indexOf('/'));
  }

  private Names() {}

  static String text(String namespace, String name) {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /// Why this cannot name a keyword; empty if it can.
  static String keywordFault(String namespace, String name) {
    if (!namespace.isEmpty() && !isPlain(namespace)) {
      return "the namespace has a character that no name may hold";
    }
    if (!isPlain(name) && !name.equals("/")) {
      return "the name is empty or has a character that no name may hold";
    }
    var text = text(namespace, name);
    return "':#'".indexOf(text.charAt(0)) >= 0 ? "it starts with " + text.charAt(0) : "";
  }

  /// Why this cannot name a symbol; empty if it can.
  static String symbolFault(String namespace, String name) {
    var fault = keywordFault(namespace, name);
    if (!fault.isEmpty()) {
      return fault;
    }
    var text = text(namespace, name);
    if (startsLikeNumber(text)) {
      return "it starts like a number";
    }
    return switch (text) {
      case "nil", "true", "false" -> "it is a literal";
      default -> "";
    };
  }

  static boolean startsLikeNumber(String text) {
    char first = text.charAt(0);
    boolean prefixed = (first == '-' || first == '+' || first == '.') && text.length() > 1;
    return isDigit(first)
        || (prefixed && isDigit(text.charAt(1)))
        || (prefixed
            && first != '.'
            && text.startsWith(".", 1)
            && text.length() > 2
            && isDigit(text.charAt(2)));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPlain(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '/' || !Text.isNamePart(part.charAt(i))) {
        return false;
      }
    }
    Text.requireScalars(part);
    return !part.isEmpty();
  }
}
