package dev.perdure.wat.syntax;

import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;

/// Finds the ends of keywords and symbols, which may hold brackets.
final class NameScan {
  private static final boolean[] PLAIN = new boolean[0x7F];

  static {
    for (char c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = Chars.isLetter(c) || Chars.isDigit(c) || "-_:/?!*+=.'".indexOf(c) >= 0;
    }
  }

  private final SourceText text;

  /// Where the brackets stand that are open, the outermost first.
  private final int[] open = new int[Limits.NESTING_MAX];

  private int depth;

  NameScan(SourceText text) {
    this.text = text;
  }

  /// The end of the keyword that starts with the colon at `from`.
  int keyword(int from) {
    int end = end(from, true);
    if (end == from + 1) {
      throw text.lex(Lex.UNEXPECTED_CHAR, from, end, "a name must follow the colon");
    }
    colons(from + 1, end);
    return end;
  }

  /// Behind the first colon of a keyword colons stand in pairs, between the segments of a path; a
  /// pair at its end makes it a prefix. Those within brackets are looked at where types are read.
  private void colons(int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '(' || (c == '<' && Chars.opensAngle(text.charAt(i - 1)))) {
        return;
      }
      if (c == ':') {
        int behind = i + 1;
        while (behind < end && text.charAt(behind) == ':') {
          behind++;
        }
        if (i == from || behind - i != 2) {
          var message =
              "a keyword has one colon at its front, and :: between the parts of its path";
          throw text.lex(Lex.UNEXPECTED_CHAR, i, behind, message);
        }
        i = behind;
      }
    }
  }

  /// The end of the symbol that starts at `from`.
  int symbol(int from) {
    return end(from, false);
  }

  private int end(int from, boolean keyword) {
    depth = 0;
    int i = from;
    while (i < text.length() && (isPlain(text.charAt(i)) || !ends(i, from, keyword))) {
      i++;
    }
    if (depth > 0) {
      throw unclosed(i);
    }
    return i;
  }

  /// Whether a character is part of every name: most are, and of these nothing else need be asked.
  private static boolean isPlain(char c) {
    return c < PLAIN.length && PLAIN[c];
  }

  /// Whether the name ends before the character at `i`; counts its brackets.
  private boolean ends(int i, int from, boolean keyword) {
    char c = text.charAt(i);
    return switch (c) {
      case '(' -> {
        // A symbol holds parentheses only within angles, where types stand.
        if (keyword || depth > 0) {
          enter(i);
          yield false;
        }
        yield true;
      }
      case ')' -> leaves(i);
      case '<' -> {
        if (i > from && Chars.opensAngle(text.charAt(i - 1))) {
          enter(i);
        }
        yield false;
      }
      case '>' -> {
        if (depth > 0 && text.charAt(open[depth - 1]) == '<' && !isArrow(i)) {
          depth--;
        }
        yield false;
      }
      case '[', ']', '{', '}', '"', ';' -> true;
      case '#' -> !keyword && text.peek(i + 1) == '{';
      case ',' -> comma(i, keyword);
      default -> (c <= ' ' || c >= 0x7F) && other(i);
    };
  }

  /// Whether the `>` there belongs to the `->` of a function type.
  private boolean isArrow(int i) {
    return text.charAt(i - 1) == '-' && text.charAt(i - 2) == ')';
  }

  private void enter(int i) {
    if (depth == open.length) {
      var message = "brackets are nested deeper than " + Limits.NESTING_MAX;
      throw text.lex(Lex.LIMIT_EXCEEDED, i, i + 1, message);
    }
    open[depth++] = i;
  }

  private boolean leaves(int i) {
    if (depth == 0) {
      return true;
    }
    if (text.charAt(open[depth - 1]) == '<') {
      throw unclosed(i);
    }
    depth--;
    return false;
  }

  private boolean comma(int i, boolean keyword) {
    if (depth == 0 && keyword) {
      var message = "a comma directly behind a keyword; put a space before it or leave it out";
      throw text.lex(Lex.COMMA_IN_KEYWORD_BODY, i, i + 1, message);
    }
    return depth == 0;
  }

  /// A character that is no printable one of ASCII: white space, or one that may not stand here.
  private boolean other(int i) {
    if (Chars.isWhite(text.charAt(i))) {
      return true;
    }
    throw unexpected(text, i);
  }

  private Refused unclosed(int end) {
    int at = open[depth - 1];
    char c = text.charAt(at);
    boolean white = end < text.length() && Chars.isWhite(text.charAt(end));
    var why = white ? "before the white space; a type holds no spaces" : "within the name";
    var message = "the " + c + " of a name is not closed " + why;
    return text.lex(Lex.UNCLOSED_BRACKET_IN_KEYWORD, at, at + 1, message);
  }

  /// The character may not stand outside strings, comments and character literals.
  static Refused unexpected(SourceText text, int i) {
    text.requireNoControl(i);
    int c = text.codePoint(i);
    var why = c == 0xFEFF ? "the byte order mark " : "";
    var message = why + Chars.described(c) + " may stand in strings, comments and characters only";
    return SourceText.lex(Lex.UNEXPECTED_CHAR, text.character(i), message);
  }
}
