package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Lex;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Cuts a source into tokens (W1). After a fault it is of no further use.
final class Lexer {
  /// What [#next] found, and what it says beside where it stands.
  enum Token {
    /// Nothing more.
    END,
    /// `(`, `[`, `{` or `#{`, see [#delimiter].
    OPEN,
    /// `)`, `]` or `}`, see [#delimiter].
    CLOSE,
    /// A reader macro, see [#prefix].
    PREFIX,
    /// What is whole in itself, see [#form].
    ATOM,
    /// From `;` to the end of the line.
    COMMENT
  }

  private final SourceText text;
  private final NameScan names;
  private final Numbers numbers;
  private final Literals literals;

  private Position start;
  private @Nullable Form form;
  private @Nullable Prefix prefix;
  private char delimiter;

  Lexer(SourceText text) {
    this.text = text;
    this.names = new NameScan(text);
    this.numbers = new Numbers(text);
    this.literals = new Literals(text);
    this.start = text.here();
  }

  /// Where the last token starts; of the end, where it is.
  Position start() {
    return start;
  }

  /// Just behind the last token.
  Position end() {
    return text.here();
  }

  /// Where the last token stands.
  Span span() {
    return text.span(start, end());
  }

  Span span(Position from, Position to) {
    return text.span(from, to);
  }

  /// The last token as it was written.
  String written() {
    return text.since(start.offset());
  }

  /// What the last ATOM means.
  Form form() {
    return Objects.requireNonNull(form);
  }

  /// The last PREFIX.
  Prefix prefix() {
    return Objects.requireNonNull(prefix);
  }

  /// The last OPEN or CLOSE; `#` of a set.
  char delimiter() {
    return delimiter;
  }

  /// Reads a token.
  Token next() {
    skipSpace();
    start = text.here();
    if (text.isEnd()) {
      return Token.END;
    }
    char c = text.charAt(text.at);
    return switch (c) {
      case '(', '[', '{' -> delimiter(Token.OPEN, c, 1);
      case ')', ']', '}' -> delimiter(Token.CLOSE, c, 1);
      case '#' -> set();
      case ';' -> comment();
      case '`' -> prefix(Prefix.QUASIQUOTE);
      case '\'' -> prefix(Prefix.QUOTE);
      case '~' -> prefix(text.peek(text.at + 1) == '@' ? Prefix.UNQUOTE_SPLICING : Prefix.UNQUOTE);
      case '"' -> atom(literals.string());
      case '\\' -> atom(literals.character());
      case ':' -> keyword();
      default -> word();
    };
  }

  private void skipSpace() {
    while (!text.isEnd()) {
      char c = text.charAt(text.at);
      if (c == '\n') {
        text.at++;
        text.passedLine();
      } else if (Chars.isSpace(c)) {
        text.at++;
      } else {
        return;
      }
    }
  }

  private Token delimiter(Token token, char c, int size) {
    delimiter = c;
    text.at += size;
    return token;
  }

  private Token set() {
    if (text.peek(text.at + 1) != '{') {
      var message = "# starts nothing but a set, #{…}";
      throw text.lex(Lex.UNEXPECTED_CHAR, text.at, text.at + 1, message);
    }
    return delimiter(Token.OPEN, '#', 2);
  }

  private Token comment() {
    while (!text.isEnd() && text.charAt(text.at) != '\n') {
      text.pass();
    }
    return Token.COMMENT;
  }

  private Token prefix(Prefix found) {
    prefix = found;
    text.at += found.text().length();
    return Token.PREFIX;
  }

  private Token atom(Form read) {
    if (text.exceedsToken(start.offset())) {
      throw SourceText.lex(Lex.LIMIT_EXCEEDED, span(), "a token has more than 1 MiB");
    }
    form = read;
    return Token.ATOM;
  }

  private Token keyword() {
    int from = text.at;
    text.at = names.keyword(from);
    return atom(new Form.Key(text.since(from + 1)));
  }

  private Token word() {
    int from = text.at;
    if (numbers.startsAt(from)) {
      text.at = endOfNumber(from);
      return atom(numbers.read(from, text.at));
    }
    text.at = names.symbol(from);
    var name = text.since(from);
    return atom(
        switch (name) {
          case "true" -> new Form.Bool(true);
          case "false" -> new Form.Bool(false);
          case "nil" -> new Form.Nil();
          default -> new Form.Symbol(name, Scopes.NONE);
        });
  }

  private int endOfNumber(int from) {
    int i = from;
    while (i < text.length() && !Chars.endsRun(text, i)) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        throw NameScan.unexpected(text, i);
      }
      i++;
    }
    return i;
  }
}
