package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;

/// A text under the reader: where the reader stands, and how faults are located. Who passes a line
/// feed or the second half of a surrogate pair says so; all else is one column a unit.
final class SourceText {
  private final String source;
  private final String text;
  private final int end;

  /// The index of the character to read next.
  int at;

  private int line;

  /// Where the line starts, less the pairs that it had so far: the distance from here is the
  /// column.
  private int origin;

  SourceText(String source, String text) {
    this(source, text, new Position(1, 1, 0), text.length());
    if (Limits.exceeds(text, 0, text.length(), Limits.FILE_BYTES_MAX)) {
      throw lex(Lex.LIMIT_EXCEEDED, 0, 0, "the source has more than 16 MiB");
    }
  }

  /// A part of a text.
  ///
  /// @param start where it starts in the text
  /// @param end the index behind it
  SourceText(String source, String text, Position start, int end) {
    this.source = source;
    this.text = text;
    this.end = end;
    this.at = start.offset();
    this.line = start.line();
    this.origin = start.offset() - start.column() + 1;
  }

  int length() {
    return end;
  }

  boolean isEnd() {
    return at >= end;
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /// The character at an index, or NUL behind the end.
  char peek(int index) {
    return index < end ? text.charAt(index) : '\0';
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  /// What stands in the units from `from` up to here.
  String since(int from) {
    return text.substring(from, at);
  }

  /// Whether the token from `from` up to here is too large.
  boolean exceedsToken(int from) {
    return Limits.exceeds(text, from, at, Limits.TOKEN_BYTES_MAX);
  }

  /// The line ended just before here.
  void passedLine() {
    line++;
    origin = at;
  }

  /// Passes one character of a string, comment or character literal, which may be any but a control
  /// character or half of a surrogate pair.
  void pass() {
    char c = text.charAt(at);
    if (c == '\n') {
      at++;
      passedLine();
    } else if (c < ' ' || c == 0x7F) {
      requireNoControl(at);
      at++;
    } else if (Character.isSurrogate(c)) {
      if (!Character.isHighSurrogate(c) || !Character.isLowSurrogate(peek(at + 1))) {
        throw lex(Lex.UNEXPECTED_CHAR, at, at + 1, "half of a surrogate pair is no character");
      }
      at += 2;
      origin++;
    } else {
      at++;
    }
  }

  /// Refuses a control character other than TAB, LF and CR.
  void requireNoControl(int index) {
    char c = text.charAt(index);
    if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
      throw lex(
          Lex.CONTROL_CHARACTER_IN_SOURCE,
          index,
          index + 1,
          "the control character " + Chars.described(c) + " may not stand in a source");
    }
  }

  Position here() {
    return position(at);
  }

  /// The place of an index on the line of the reader with no surrogate pair in between.
  Position position(int index) {
    return new Position(line, index - origin + 1, index);
  }

  /// The place of the one character at an index, as [#position] takes it.
  Span character(int index) {
    var start = position(index);
    int next = index + Character.charCount(codePoint(index));
    return span(start, new Position(start.line(), start.column() + 1, next));
  }

  int codePoint(int index) {
    return text.codePointAt(index);
  }

  Span span(Position start, Position end) {
    return new Span(source, start, end);
  }

  /// No token can be read because of the units in [from, to), as [#position] takes them.
  Refused lex(Lex cause, int from, int to, String message) {
    return lex(cause, span(position(from), position(to)), message);
  }

  static Refused lex(Lex cause, Span span, String message) {
    return Diagnostic.of(Kind.PARSE_LEX, span, message, cause).refused();
  }
}
