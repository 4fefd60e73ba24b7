package dev.perdure.value;

/// Reads the values that hold no others.
final class EdnTokens {
  private final EdnText text;
  private final Limits limits;

  EdnTokens(EdnText text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  /// Reads the value that starts here, which is not a collection and not behind a `#`.
  Value value() {
    int from = text.at;
    char c = text.peek();
    if (c == '"') {
      return string();
    }
    if (c == '\\') {
      return character();
    }
    var token = token(from);
    if (token.isEmpty()) {
      throw text.syntax("no value starts with " + described(), from);
    }
    if (c == ':') {
      return keyword(token, from);
    }
    return Names.startsLikeNumber(token) ? number(token, from) : word(token, from);
  }

  /// The name or number from here on, for a value that starts at `from`.
  String token(int from) {
    var token = text.token();
    if (token.length() > limits.tokenMax()) {
      throw text.limit("a token has " + token.length() + " units", limits.tokenMax(), from);
    }
    return token;
  }

  private String described() {
    char c = text.peek();
    return c <= ' ' || c >= 0x7F ? "the character " + Integer.toHexString(c) : String.valueOf(c);
  }

  private Value word(String token, int from) {
    return switch (token) {
      case "nil" -> Nil.NIL;
      case "true" -> Bool.TRUE;
      case "false" -> Bool.FALSE;
      default -> symbol(token, from);
    };
  }

  Symbol symbol(String token, int from) {
    try {
      return Symbol.of(token);
    } catch (PerdureException e) {
      throw text.syntax(e.problem().what(), from);
    }
  }

  private Keyword keyword(String token, int from) {
    try {
      return Keyword.of(token.substring(1));
    } catch (PerdureException e) {
      throw text.syntax(e.problem().what(), from);
    }
  }

  private Value number(String token, int from) {
    if (token.length() > limits.digitsMax()) {
      throw text.limit("a number has " + token.length() + " digits", limits.digitsMax(), from);
    }
    var fault = EdnNumbers.fault(token);
    if (!fault.isEmpty()) {
      throw text.syntax(token + " is no number: " + fault, from);
    }
    return EdnNumbers.value(token);
  }

  /// `##NaN`, `##Inf` or `##-Inf`.
  Value symbolicReal() {
    int from = text.at;
    text.at += 2;
    return switch (token(from)) {
      case "NaN" -> new Real(Double.NaN);
      case "Inf" -> new Real(Double.POSITIVE_INFINITY);
      case "-Inf" -> new Real(Double.NEGATIVE_INFINITY);
      default -> throw text.syntax("only ##NaN, ##Inf and ##-Inf start with ##", from);
    };
  }

  private Value character() {
    int from = text.at++;
    if (text.isEnd()) {
      throw text.incomplete("no character follows the \\", from);
    }
    int start = text.at;
    int first = text.codePoint();
    text.at += Character.charCount(first);
    token(from);
    var name = text.slice(start, text.at);
    if (name.length() == Character.charCount(first) && !Text.isSurrogate(first)) {
      return new Char(first);
    }
    return new Char(namedCharacter(name, from));
  }

  private int namedCharacter(String name, int from) {
    return switch (name) {
      case "newline" -> '\n';
      case "return" -> '\r';
      case "space" -> ' ';
      case "tab" -> '\t';
      case "formfeed" -> '\f';
      case "backspace" -> '\b';
      default -> {
        int code = name.length() == 5 && name.charAt(0) == 'u' ? hex(name, 1) : -1;
        if (code < 0 || Text.isSurrogate(code)) {
          throw text.syntax("\\" + name + " is no character", from);
        }
        yield code;
      }
    };
  }

  /// The number of four hexadecimal digits, or -1.
  private static int hex(String digits, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private Value string() {
    int from = text.at++;
    var content = new StringBuilder();
    while (true) {
      if (text.isEnd()) {
        throw text.incomplete("the string is not closed", from);
      }
      char c = text.peek();
      text.at++;
      if (c == '"') {
        return checked(content.toString(), from);
      }
      content.append(c == '\\' ? escape(from) : plain(c));
      if (content.length() > limits.tokenMax()) {
        throw text.limit("a string is too long", limits.tokenMax(), from);
      }
    }
  }

  private char plain(char c) {
    boolean control = c < ' ' || c == 0x7F;
    if (control && c != '\n' && c != '\r' && c != '\t') {
      throw text.syntax("a string has the control character " + (int) c, text.at - 1);
    }
    return c;
  }

  private char escape(int from) {
    if (text.isEnd()) {
      throw text.incomplete("the string is not closed", from);
    }
    char c = text.peek();
    text.at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '0' -> '\0';
      case 'u' -> unicode();
      default -> throw text.syntax("a string has the unknown escape \\" + c, text.at - 2);
    };
  }

  private char unicode() {
    int from = text.at;
    if (text.peek(3) == '\0') {
      throw text.syntax("four hexadecimal digits must follow \\u", from - 2);
    }
    int code = hex(text.slice(from, from + 4), 0);
    if (code < 0) {
      throw text.syntax("four hexadecimal digits must follow \\u", from - 2);
    }
    text.at += 4;
    return (char) code;
  }

  private Value checked(String content, int from) {
    try {
      return new Str(content);
    } catch (PerdureException e) {
      throw text.syntax(e.problem().what(), from);
    }
  }
}
