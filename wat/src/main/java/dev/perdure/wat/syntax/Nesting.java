package dev.perdure.wat.syntax;

/// Watches a text that arrives in pieces: whether it ends in the middle of a value, which more text
/// could complete. It knows delimiters, strings, characters, comments, reader macros and tags,
/// those of wat and of EDN alike; all else is left to who reads the text when it is complete. For
/// one thread.
public final class Nesting {
  /// Where the next character stands.
  private enum In {
    SPACE,
    TOKEN,
    /// Directly behind a `#`, which begins a set or the tag of a value.
    HASH,
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

  private boolean begun;
  private boolean wrong;

  /// At the beginning of a text.
  public Nesting() {}

  /// Takes the next piece.
  public void accept(CharSequence piece) {
    for (int i = 0; i < piece.length() && !wrong; i++) {
      accept(piece.charAt(i));
    }
  }

  /// Whether a delimiter, a string, a reader macro or a tag waits for the rest of its value. Not if
  /// a closing delimiter stood where it may not: nothing makes that right.
  public boolean isIncomplete() {
    return !wrong && (!open.isEmpty() || waits || in == In.STRING || in == In.ESCAPE);
  }

  /// Whether there was nothing yet but white space and comments.
  public boolean isBlank() {
    return !begun && !wrong;
  }

  private void accept(char c) {
    switch (in) {
      case STRING -> in = c == '"' ? In.SPACE : c == '\\' ? In.ESCAPE : In.STRING;
      case ESCAPE -> in = In.STRING;
      case COMMENT -> in = c == '\n' ? In.SPACE : In.COMMENT;
      case CHARACTER -> in = In.TOKEN;
      case HASH -> hash(c);
      case SPACE, TOKEN, PREFIX -> outside(c);
    }
  }

  private void hash(char c) {
    in = In.TOKEN;
    if (Character.isLetter(c)) {
      waits = true;
    } else {
      outside(c);
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
      begun = true;
      waits = true;
      in = c == '~' ? In.PREFIX : In.SPACE;
    } else {
      begin(c == '\\' ? In.CHARACTER : c == '#' ? In.HASH : In.TOKEN);
    }
  }

  private void begin(In next) {
    begun = true;
    waits = false;
    in = next;
  }
}
