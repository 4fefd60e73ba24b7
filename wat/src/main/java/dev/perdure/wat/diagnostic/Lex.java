package dev.perdure.wat.diagnostic;

/// Why no token could be read: the cause of [Kind#PARSE_LEX].
public enum Lex {
  CONTROL_CHARACTER_IN_SOURCE("ControlCharacterInSource"),
  UNEXPECTED_CHAR("UnexpectedChar"),
  UNKNOWN_ESCAPE("UnknownEscape"),
  UNTERMINATED_STRING("UnterminatedString"),
  NUMBER_OUT_OF_RANGE("NumberOutOfRange"),
  BAD_CHARACTER("BadCharacter"),
  COMMA_IN_KEYWORD_BODY("CommaInKeywordBody"),
  UNCLOSED_BRACKET_IN_KEYWORD("UnclosedBracketInKeyword"),
  LIMIT_EXCEEDED("LimitExceeded");

  private final String title;

  Lex(String title) {
    this.title = title;
  }

  /// Its name in reports, such as `UnknownEscape`.
  public String title() {
    return title;
  }
}
