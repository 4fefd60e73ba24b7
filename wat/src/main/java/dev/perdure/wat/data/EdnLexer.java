package dev.perdure.wat.data;

import dev.perdure.value.Int;
import dev.perdure.value.Limits;
import dev.perdure.value.Ratio;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// Reads what holds no others out of a text. Names have the rules of W1, so that forms are read as
/// the program they are, but for the comma: it is white space wherever no bracket is open.
final class EdnLexer {
  // These never go back, so they take linear time.
  private static final Pattern INTEGER = Pattern.compile("-?+[0-9]++");
  private static final Pattern RATIONAL = Pattern.compile("-?+[0-9]++/-?+[0-9]++");
  private static final Pattern REAL =
      Pattern.compile("-?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private final String text;
  private final Limits limits;

  /// The index of the character to read next.
  int at;

  EdnLexer(String text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  /// White space, whatever the JDK's version of Unicode: the comma, and what looks like a space.
  static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\n', ',', '\t', '\r' -> true;
      case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F' -> true;
      case '\u3000', '\uFEFF' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }

  private static boolean isDelimiter(char c) {
    return switch (c) {
      case '(', ')', '[', ']', '{', '}', '"', ';' -> true;
      default -> false;
    };
  }

  /// By how much the character at `i` changes the number of open brackets, `depth`.
  static int bracket(String text, int i, int depth) {
    return switch (text.charAt(i)) {
      case '(' -> 1;
      case '<' -> i > 0 && isWord(text.charAt(i - 1)) ? 1 : 0;
      case ')' -> depth > 0 ? -1 : 0;
      case '>' -> depth > 0 && text.charAt(i - 1) != '-' ? -1 : 0;
      default -> 0;
    };
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '\'';
  }

  /// Where the name ends that starts at `from` behind the colon of a keyword; -1 if a bracket in it
  /// is not closed.
  static int keywordEnd(String text, int from) {
    return end(text, from, true);
  }

  private static int end(String text, int from, boolean isKeyword) {
    int depth = 0;
    int i = from;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (EdnAtoms.isControl(c) || (isSpace(c) && (depth == 0 || c != ','))) {
        break;
      }
      boolean opens = c == '(' && (isKeyword || depth > 0);
      if (isDelimiter(c) && !opens && (c != ')' || depth == 0)) {
        break;
      }
      depth += bracket(text, i, depth);
    }
    return depth == 0 ? i : -1;
  }

  boolean isEnd() {
    return at >= text.length();
  }

  /// The next character, or NUL at the end.
  char peek() {
    return peek(0);
  }

  /// The character `ahead` places further, or NUL behind the end.
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  /// Skips white space and comments.
  void skip() {
    while (!isEnd()) {
      char c = peek();
      if (c == ';') {
        int newLine = text.indexOf('\n', at);
        at = newLine < 0 ? text.length() : newLine;
      } else if (isSpace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  /// What starts here, which is no collection and not behind a `#`.
  Edn.Body atom() {
    char c = peek();
    return switch (c) {
      case '"' -> new Edn.Str(string());
      case '\\' -> new Edn.Char(character());
      case ':' -> key();
      default -> word();
    };
  }

  private Edn.Body key() {
    at++;
    var name = name(true);
    if (name.isEmpty() || name.charAt(0) == ':') {
      throw EdnFault.malformed("no keyword starts with :" + name, at);
    }
    return new Edn.Key(name);
  }

  /// The name behind a `#`.
  String tag() {
    return name(false);
  }

  private String name(boolean isKeyword) {
    int from = at;
    int end = end(text, from, isKeyword);
    if (end < 0) {
      throw EdnFault.malformed("a bracket in a name is not closed", from);
    }
    if (end - from > limits.tokenMax()) {
      throw EdnFault.malformed("a name is longer than " + limits.tokenMax(), from);
    }
    at = end;
    return text.substring(from, end);
  }

  private Edn.Body word() {
    int from = at;
    if ("'`~@^#\\".indexOf(peek()) >= 0 || EdnAtoms.isControl(peek())) {
      throw EdnFault.malformed("no value starts with the character " + (int) peek(), from);
    }
    var word = name(false);
    if (word.isEmpty()) {
      throw EdnFault.malformed("no value starts with " + peek(), from);
    }
    return startsLikeNumber(word) ? number(word, from) : symbol(word);
  }

  private static Edn.Body symbol(String word) {
    return switch (word) {
      case "nil" -> new Edn.Nil();
      case "true" -> new Edn.Bool(true);
      case "false" -> new Edn.Bool(false);
      default -> new Edn.Symbol(word);
    };
  }

  private static boolean startsLikeNumber(String word) {
    int digit = word.charAt(0) == '-' ? 1 : 0;
    digit += digit < word.length() && word.charAt(digit) == '.' ? 1 : 0;
    return digit < word.length() && word.charAt(digit) >= '0' && word.charAt(digit) <= '9';
  }

  private Edn.Body number(String word, int from) {
    if (word.length() > limits.digitsMax()) {
      throw EdnFault.malformed("a number is longer than " + limits.digitsMax(), from);
    }
    if (INTEGER.matcher(word).matches()) {
      return integer(word, from);
    }
    if (word.endsWith("N") && INTEGER.matcher(word).region(0, word.length() - 1).matches()) {
      return new Edn.BigInt(new BigInteger(word.substring(0, word.length() - 1)));
    }
    if (RATIONAL.matcher(word).matches()) {
      return rational(word, from);
    }
    if (REAL.matcher(word).matches()) {
      double value = Double.parseDouble(word);
      if (!Double.isInfinite(value)) {
        return new Edn.Real(value);
      }
      throw EdnFault.malformed(word + " exceeds what an f64 holds", from);
    }
    throw EdnFault.malformed(word + " is no number", from);
  }

  private static Edn.Body integer(String word, int from) {
    try {
      return new Edn.Int(Long.parseLong(word));
    } catch (NumberFormatException _) {
      throw EdnFault.malformed(word + " exceeds 64 bits and has no N", from);
    }
  }

  private static Edn.Body rational(String word, int from) {
    int slash = word.indexOf('/');
    var above = new BigInteger(word.substring(0, slash));
    var below = new BigInteger(word.substring(slash + 1));
    if (below.signum() == 0) {
      throw EdnFault.malformed("the denominator of " + word + " is 0", from);
    }
    return switch (Ratio.of(above, below)) {
      case Ratio ratio -> new Edn.Rational(ratio);
      case Int(long whole) -> new Edn.Int(whole);
      default -> new Edn.BigInt(above.divide(below));
    };
  }

  private char character() {
    int from = at++;
    if (isEnd()) {
      throw EdnFault.incomplete("no character follows the \\", from);
    }
    int start = at++;
    int end = end(text, at, false);
    at = end < 0 ? at : end;
    var name = text.substring(start, at);
    if (name.length() == 1 && !Character.isSurrogate(name.charAt(0))) {
      return name.charAt(0);
    }
    return switch (name) {
      case "newline" -> '\n';
      case "return" -> '\r';
      case "space" -> ' ';
      case "tab" -> '\t';
      default -> {
        int code = name.length() == 5 && name.charAt(0) == 'u' ? hex(name, 1) : -1;
        if (code < 0 || Character.isSurrogate((char) code)) {
          throw EdnFault.malformed("\\" + name + " is no character", from);
        }
        yield (char) code;
      }
    };
  }

  /// The number of four hexadecimal digits, or -1.
  static int hex(String digits, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      char c = i < digits.length() ? digits.charAt(i) : '\0';
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private String string() {
    int from = at++;
    var content = new StringBuilder();
    while (true) {
      if (isEnd()) {
        throw EdnFault.incomplete("the string is not closed", from);
      }
      char c = peek();
      at++;
      if (c == '"') {
        requireScalars(content, from);
        return content.toString();
      }
      content.append(c == '\\' ? escape(from) : plain(c));
      if (content.length() > limits.tokenMax()) {
        throw EdnFault.malformed("a string is longer than " + limits.tokenMax(), from);
      }
    }
  }

  private char plain(char c) {
    if (EdnAtoms.isControl(c) && c != '\n' && c != '\r' && c != '\t') {
      throw EdnFault.malformed("a string has the control character " + (int) c, at - 1);
    }
    return c;
  }

  private char escape(int from) {
    if (isEnd()) {
      throw EdnFault.incomplete("the string is not closed", from);
    }
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '0' -> '\0';
      case 'u' -> unicode();
      default -> throw EdnFault.malformed("a string has the unknown escape \\" + c, at - 2);
    };
  }

  private char unicode() {
    int code = hex(text, at);
    if (code < 0) {
      throw EdnFault.malformed("four hexadecimal digits must follow \\u", at - 2);
    }
    at += 4;
    return (char) code;
  }

  static void requireScalars(CharSequence content, int from) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < content.length()
              && Character.isLowSurrogate(content.charAt(i + 1));
      if (Character.isSurrogate(c) && !isPair) {
        throw EdnFault.malformed("a string has half of a surrogate pair", from);
      }
      i += isPair ? 1 : 0;
    }
  }
}
