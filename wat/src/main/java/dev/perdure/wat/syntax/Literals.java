package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;

/// Reads strings and character literals.
final class Literals {
  private static final String KNOWN = "; a string knows \\\" \\\\ \\n \\t \\r \\0";

  private final SourceText text;

  Literals(SourceText text) {
    this.text = text;
  }

  /// Reads the string whose opening quote stands here.
  Form.Str string() {
    var start = text.here();
    int chunk = ++text.at;
    var before = new StringBuilder();
    while (true) {
      requireMore(start);
      char c = text.charAt(text.at);
      if (c == '"') {
        var content = before.append(text.since(chunk)).toString();
        text.at++;
        return new Form.Str(content);
      }
      if (c == '\\') {
        before.append(text.since(chunk)).append(escape(start));
        chunk = text.at;
      } else {
        text.pass();
      }
    }
  }

  private void requireMore(Position start) {
    if (text.isEnd()) {
      var quote = new Position(start.line(), start.column() + 1, start.offset() + 1);
      throw SourceText.lex(
          Lex.UNTERMINATED_STRING, text.span(start, quote), "the string is not closed");
    }
  }

  /// Reads the escape whose backslash stands here.
  private char escape(Position start) {
    var backslash = text.here();
    text.at++;
    requireMore(start);
    char c = text.charAt(text.at);
    char meant =
        switch (c) {
          case '"', '\\' -> c;
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case '0' -> '\0';
          default -> {
            var message = shown(text.codePoint(text.at)) + " is no escape" + KNOWN;
            if (c != '\n') {
              text.pass();
            }
            var span = text.span(backslash, text.here());
            throw SourceText.lex(Lex.UNKNOWN_ESCAPE, span, message);
          }
        };
    text.at++;
    return meant;
  }

  private static String shown(int c) {
    return c > ' ' && c < 0x7F ? "\\" + (char) c : "\\ before " + Chars.described(c);
  }

  /// Reads the character whose backslash stands here.
  Form.Char character() {
    int from = text.at;
    int first = from + 1;
    if (first >= text.length() || Chars.isWhite(text.charAt(first))) {
      throw text.lex(Lex.BAD_CHARACTER, from, first, "no character follows the \\");
    }
    text.requireNoControl(first);
    int end = first + 1;
    while (end < text.length() && !Chars.endsRun(text, end)) {
      text.requireNoControl(end);
      end++;
    }
    char c = end == first + 1 ? single(from) : named(from, end);
    text.at = end;
    return new Form.Char(c);
  }

  private char single(int from) {
    char c = text.charAt(from + 1);
    if (Character.isSurrogate(c)) {
      throw text.lex(
          Lex.UNEXPECTED_CHAR, from, from + 2, "half of a surrogate pair is no character");
    }
    return c;
  }

  private char named(int from, int end) {
    var name = end - from <= 16 ? text.slice(from + 1, end) : text.slice(from + 1, from + 16) + "…";
    return switch (name) {
      case "newline" -> '\n';
      case "return" -> '\r';
      case "space" -> ' ';
      case "tab" -> '\t';
      default -> {
        int code = name.length() == 5 && name.charAt(0) == 'u' ? hex(name) : -1;
        if (code < 0) {
          throw bad(end, fault(name));
        }
        yield (char) code;
      }
    };
  }

  /// The character that starts here and ends at `end` is none.
  private Refused bad(int end, String message) {
    var start = text.here();
    while (text.at < end) {
      text.pass();
    }
    return SourceText.lex(Lex.BAD_CHARACTER, text.span(start, text.here()), message);
  }

  private static String fault(String name) {
    if (name.length() == 2 && Character.isSurrogatePair(name.charAt(0), name.charAt(1))) {
      return Chars.described(name.codePointAt(0)) + " is above U+FFFF; write it as a string";
    }
    if (name.matches("u[dD][89a-fA-F][0-9a-fA-F]{2}")) {
      return "\\" + name + " is half of a surrogate pair and no character";
    }
    return "\\"
        + name
        + " is no character; write one, \\newline \\return \\space \\tab, or \\u and four hex"
        + " digits";
  }

  /// The scalar of the four hexadecimal digits behind the first character, or -1.
  private static int hex(String name) {
    int code = 0;
    for (int i = 1; i < 5; i++) {
      int digit = name.charAt(i) < 0x80 ? Character.digit(name.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return Character.isSurrogate((char) code) ? -1 : code;
  }
}
