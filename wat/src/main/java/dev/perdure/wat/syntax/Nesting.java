package dev.perdure.wat.syntax;

/// Watches a text that arrives in pieces: whether it ends in the middle of a value, which more text
/// could complete. It knows delimiters, strings, characters, comments and reader macros, those of
/// wat and of EDN alike; all else is left to who reads the text when it is complete. For one
/// thread.
public final class Nesting {
  /// Where the next character stands.
  private enum In {
    SPACE,
    TOKEN,
    /// Directly behind a reader macro, which waits for its form.
    PREFIX,
    STRING,
    ESCAPE,
    /// Directly behind the backslash of a character literal.
    CHARACTER,
    COMMENT
  }

  private final StringBuilder open = new StringBuilder();
  private In in = In.SPACE;

  /// Whether a reader macro has not got its form yet.
  private boolean waits;

  private boolean wrong;

  /// At the beginning of a text.
  public Nesting() {}

  /// Takes the next piece.
  public void accept(CharSequence piece) {
    for (int i = 0; i < piece.length() && !wrong; i++) {
      accept(piece.charAt(i));
    }
  }

  /// Whether a delimiter, a string or a reader macro waits for the rest of its value. Not if a
  /// closing delimiter stood where it may not: nothing makes that right.
  public boolean isIncomplete() {
    return !wrong && (!open.isEmpty() || waits || in == In.STRING || in == In.ESCAPE);
  }

  private void accept(char c) {
    switch (in) {
      case STRING -> in = c == '"' ? In.SPACE : c == '\\' ? In.ESCAPE : In.STRING;
      case ESCAPE -> in = In.STRING;
      case COMMENT -> in = c == '\n' ? In.SPACE : In.COMMENT;
      case CHARACTER -> in = In.TOKEN;
      case SPACE, TOKEN, PREFIX -> outside(c);
    }
  }

  private void outside(char c) {
    switch (c) {
      case '(' -> open(')');
      case '[' -> open(']');
      case '{' -> open('}');
      case ')', ']', '}' -> close(c);
      case '"' -> begin(In.STRING);
      case ';' -> in = In.COMMENT;
      default -> {
        if (Chars.isSpace(c)) {
          in = In.SPACE;
        } else if (in != In.TOKEN) {
          token(c);
        }
      }
    }
  }

  private void open(char closing) {
    begin(In.SPACE);
    open.append(closing);
  }

  private void close(char c) {
    int last = open.length() - 1;
    wrong = waits || last < 0 || open.charAt(last) != c;
    open.setLength(Math.max(0, last));
    in = In.SPACE;
  }

  private void token(char c) {
    boolean splices = c == '@' && in == In.PREFIX;
    if (splices || c == '\'' || c == '`' || c == '~') {
      waits = true;
      in = c == '~' ? In.PREFIX : In.SPACE;
    } else {
      begin(c == '\\' ? In.CHARACTER : In.TOKEN);
    }
  }

  private void begin(In next) {
    waits = false;
    in = next;
  }
}
