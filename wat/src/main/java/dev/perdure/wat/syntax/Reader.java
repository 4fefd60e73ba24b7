package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads programs (W1) in linear time and constant stack. What is wrong is thrown as [Refused] with
/// a kind of the phase `wat.parse`: the first fault of the text, at the character, token or
/// delimiter that is wrong. Keys and elements that occur twice are none of its business.
public final class Reader {
  /// What is read and not yet closed.
  ///
  /// @param delimiter how it was opened; `#` a set, NUL a reader macro
  /// @param span where that stands
  /// @param items what it holds so far; of a reader macro its head
  private record Open(char delimiter, Span span, List<Ast> items) {
    boolean isPrefix() {
      return delimiter == '\0';
    }

    /// What closes it.
    char closing() {
      return switch (delimiter) {
        case '(' -> ')';
        case '[' -> ']';
        default -> '}';
      };
    }

    /// How it was opened, for people.
    String text() {
      return delimiter == '#' ? "#{" : String.valueOf(delimiter);
    }
  }

  private final Lexer lexer;
  private final List<Ast> program = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private Reader(SourceText text) {
    this.lexer = new Lexer(text);
  }

  /// All forms of a text; none if it is empty.
  ///
  /// @param source the name of the text in spans, such as a file's
  public static List<Ast> program(String source, String text) {
    return new Reader(new SourceText(source, text)).program();
  }

  /// The forms of a text from a place on, up to where one starts that ends it.
  ///
  /// @param start where no form is open
  /// @param isEnd told where a form at top level starts
  static List<Ast> until(String source, String text, Position start, Predicate<Position> isEnd) {
    return new Reader(new SourceText(source, text, start, text.length())).until(isEnd);
  }

  /// Refuses a text that is too large.
  static void requireSize(String source, String text) {
    new SourceText(source, text);
  }

  /// All forms of a part of a text.
  ///
  /// @param start where the part starts in the text
  /// @param end the index behind it
  public static List<Ast> part(String source, String text, Position start, int end) {
    return new Reader(new SourceText(source, text, start, end)).program();
  }

  /// All forms of a text in UTF-8; bytes that are none are `UnexpectedChar`.
  public static List<Ast> program(String source, byte[] utf8) {
    return program(source, Utf8.decode(source, utf8));
  }

  /// The only form of a text: `Empty` if it has none, `TrailingContent` if it has more.
  public static Ast one(String source, String text) {
    var reader = new Reader(new SourceText(source, text));
    var forms = reader.program();
    if (forms.isEmpty()) {
      throw refused(Kind.PARSE_EMPTY, reader.lexer.span(), "the text has no form");
    }
    if (forms.size() > 1) {
      var message = "the text has more than one form";
      throw refused(Kind.PARSE_TRAILING_CONTENT, forms.get(1).span(), message);
    }
    return forms.getFirst();
  }

  /// The only form of a text in UTF-8.
  public static Ast one(String source, byte[] utf8) {
    return one(source, Utf8.decode(source, utf8));
  }

  private List<Ast> program() {
    return until(_ -> false);
  }

  private List<Ast> until(Predicate<Position> isEnd) {
    while (true) {
      var token = lexer.next();
      boolean starts =
          token == Lexer.Token.OPEN || token == Lexer.Token.PREFIX || token == Lexer.Token.ATOM;
      if (starts && open.isEmpty() && isEnd.test(lexer.start())) {
        return List.copyOf(program);
      }
      switch (token) {
        case END -> {
          requireClosed();
          return List.copyOf(program);
        }
        case OPEN -> open(lexer.delimiter(), new ArrayList<>());
        case PREFIX -> {
          var head = new Ast(lexer.prefix().head(), lexer.span());
          open('\0', List.of(head));
        }
        case CLOSE -> close();
        case ATOM -> add(new Ast(lexer.form(), lexer.span()));
        case COMMENT -> {}
      }
    }
  }

  private void open(char delimiter, List<Ast> items) {
    if (open.size() == Limits.NESTING_MAX) {
      throw SourceText.lex(
          Lex.LIMIT_EXCEEDED,
          lexer.span(),
          "the source is nested deeper than " + Limits.NESTING_MAX);
    }
    open.push(new Open(delimiter, lexer.span(), items));
  }

  /// Adds a form to what holds it, and completes the reader macros before it.
  private void add(Ast form) {
    var whole = form;
    while (!open.isEmpty() && open.peek().isPrefix()) {
      var head = open.pop().items().getFirst();
      var span = lexer.span(head.span().start(), form.span().end());
      whole = new Ast(new Form.Sequence(List.of(head, whole)), span);
    }
    (open.isEmpty() ? program : open.peek().items()).add(whole);
  }

  private void close() {
    var top = open.peek();
    if (top == null || top.isPrefix() || top.closing() != lexer.delimiter()) {
      throw refused(unexpected(lexer.delimiter()), lexer.span(), unexpected(top));
    }
    open.pop();
    var span = lexer.span(top.span().start(), lexer.end());
    add(new Ast(form(top, span), span));
  }

  private static Form form(Open open, Span span) {
    var items = open.items();
    return switch (open.delimiter()) {
      case '(' -> new Form.Sequence(items);
      case '[' -> new Form.Vector(items);
      case '#' -> new Form.Set(items);
      default -> braces(items, span);
    };
  }

  private static Form braces(List<Ast> items, Span span) {
    if (items.size() % 2 != 0) {
      var reason = "an odd number of forms: a key has no value";
      throw Diagnostic.of(Kind.PARSE_MALFORMED_BRACE_LITERAL, span, "{…} holds " + reason, reason)
          .refused();
    }
    return new Form.Braces(items);
  }

  private String unexpected(@Nullable Open top) {
    char found = lexer.delimiter();
    if (top == null) {
      return found + " closes nothing";
    }
    if (top.isPrefix()) {
      return "nothing follows the reader macro at " + top.span().start();
    }
    return "%s does not close the %s at %s".formatted(found, top.text(), top.span().start());
  }

  private static Kind unexpected(char closing) {
    return switch (closing) {
      case ')' -> Kind.PARSE_UNEXPECTED_R_PAREN;
      case ']' -> Kind.PARSE_UNEXPECTED_R_BRACKET;
      default -> Kind.PARSE_UNEXPECTED_R_BRACE;
    };
  }

  /// The text has ended: refuses what is still open, at the innermost.
  private void requireClosed() {
    var top = open.peek();
    if (top == null) {
      return;
    }
    for (var each : open) {
      if (!each.isPrefix()) {
        throw refused(
            unclosed(each.delimiter()), each.span(), "the " + each.text() + " is not closed");
      }
    }
    throw refused(Kind.PARSE_EMPTY, top.span(), "no form follows the reader macro");
  }

  private static Kind unclosed(char opening) {
    return switch (opening) {
      case '(' -> Kind.PARSE_UNCLOSED_PAREN;
      case '[' -> Kind.PARSE_UNCLOSED_BRACKET;
      default -> Kind.PARSE_UNCLOSED_BRACE;
    };
  }

  private static Refused refused(Kind kind, Span span, String message) {
    return Diagnostic.of(kind, span, message).refused();
  }

  /// Whether a text is the beginning of a value and not wrong, see [Nesting].
  public static boolean isIncomplete(String text) {
    var nesting = new Nesting();
    nesting.accept(text);
    return nesting.isIncomplete();
  }
}
