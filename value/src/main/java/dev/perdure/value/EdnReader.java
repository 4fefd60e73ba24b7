package dev.perdure.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the values of a text in sequence; for one thread. What is not EDN is `EDN_SYNTAX`, a key
/// or element that occurs twice `EDN_DUPLICATE`, a text that ends inside a value `EDN_INCOMPLETE`,
/// and one beyond the limits `EDN_LIMIT`: each says the source, line and column. After a problem
/// the reader is of no further use.
public final class EdnReader {
  // The first tag may stand so deep that no stack is left to initialise the class of tags there.
  private static final Symbol BYTES = Tagged.BYTES;

  private final EdnText text;
  private final Limits limits;
  private final EdnTokens tokens;
  private int depth;
  private int elements;
  private @Nullable Span span;

  /// A reader of `text`, which people know as `source`.
  public EdnReader(String text, String source, Limits limits) {
    this.text = new EdnText(text, source);
    this.limits = limits;
    this.tokens = new EdnTokens(this.text, limits);
    if (text.length() > limits.bytesMax()) {
      throw this.text.limit("the text has " + text.length() + " units", limits.bytesMax(), 0);
    }
  }

  /// Whether a value follows; skips white space, comments and what is discarded.
  public boolean hasNext() {
    skip();
    return !text.isEnd();
  }

  /// The next value; `EDN_INCOMPLETE` if none follows.
  public Value next() {
    if (!hasNext()) {
      throw text.incomplete("a value is missing", text.at);
    }
    int from = text.at;
    var value = value();
    span = text.span(from, text.at);
    return value;
  }

  /// Where the value stands that [#next] answered last; it must have.
  public Span span() {
    return Objects.requireNonNull(span, "no value was read");
  }

  /// Refuses a further value.
  public void requireEnd() {
    if (hasNext()) {
      throw text.syntax("a second value follows the first", text.at);
    }
  }

  private void skip() {
    while (true) {
      char c = text.peek();
      if (Text.isSpace(c)) {
        text.at++;
      } else if (c == ';') {
        text.skipLine();
      } else if (c == '#' && text.peek(1) == '_') {
        discard();
      } else {
        return;
      }
    }
  }

  private void discard() {
    int from = text.at;
    text.at += 2;
    descend(from);
    if (!hasNext()) {
      throw text.incomplete("nothing follows the #_", from);
    }
    value();
    depth--;
  }

  private void descend(int from) {
    if (++depth > limits.depthMax()) {
      throw text.limit("the text is nested too deep", limits.depthMax(), from);
    }
  }

  /// Reads the value that starts here.
  private Value value() {
    if (++elements > limits.elementsMax()) {
      throw text.limit("the text has too many values", limits.elementsMax(), text.at);
    }
    return switch (text.peek()) {
      case '(' -> ListValue.of(elements(1, ')'));
      case '[' -> elements(1, ']');
      case '{' -> map();
      case '#' ->
          text.peek(1) == '{' ? set() : text.peek(1) == '#' ? tokens.symbolicReal() : tagged();
      case ')', ']', '}' -> throw text.syntax(text.peek() + " closes nothing", text.at);
      default -> tokens.value();
    };
  }

  private Vec elements(int openSize, char close) {
    int open = open(openSize);
    var read = VecBuilder.empty();
    while (!closes(open, close)) {
      read.add(value());
    }
    return read.build();
  }

  private SetValue set() {
    int open = open(2);
    var read = SetValue.builder();
    while (!closes(open, '}')) {
      int from = text.at;
      var element = value();
      if (read.contains(element)) {
        throw duplicate("the element", from);
      }
      read.add(element);
    }
    return read.build();
  }

  private MapValue map() {
    int open = open(1);
    var read = MapValue.builder();
    while (!closes(open, '}')) {
      int from = text.at;
      var key = value();
      if (read.get(key) != null) {
        throw duplicate("the key", from);
      }
      if (closes(open, '}')) {
        throw text.syntax("a key has no value", from);
      }
      read.put(key, value());
    }
    return read.build();
  }

  private PerdureException duplicate(String what, int from) {
    var token = text.slice(from, Math.min(text.at, from + 40));
    return text.problem(
        ValueCode.EDN_DUPLICATE, what + " " + token + " occurs twice", from, "Keep one of the two");
  }

  /// Enters a collection; answers where it starts.
  private int open(int size) {
    int from = text.at;
    descend(from);
    text.at += size;
    return from;
  }

  /// Whether the collection that starts at `open` ends here; then it is left.
  private boolean closes(int open, char close) {
    skip();
    if (text.isEnd()) {
      throw text.incomplete("the " + opening(open) + " is not closed", open);
    }
    char c = text.peek();
    if (c == close) {
      text.at++;
      depth--;
      return true;
    }
    if (c == ')' || c == ']' || c == '}') {
      var what = c + " closes the " + opening(open) + " at " + text.position(open);
      throw text.syntax(what, text.at);
    }
    return false;
  }

  private String opening(int open) {
    return text.slice(open, text.slice(open, open + 1).equals("#") ? open + 2 : open + 1);
  }

  private Value tagged() {
    int from = text.at++;
    var name = tokens.token(from);
    if (name.isEmpty()) {
      throw text.syntax("no tag follows the #", from);
    }
    var tag = tokens.symbol(name, from);
    descend(from);
    if (!hasNext()) {
      throw text.incomplete("nothing follows the tag #" + name, from);
    }
    int contentFrom = text.at;
    var content = value();
    depth--;
    return Tagged.isReserved(tag) ? builtIn(tag, content, contentFrom) : new Tagged(tag, content);
  }

  private Value builtIn(Symbol tag, Value content, int from) {
    if (content instanceof Str(var string)) {
      try {
        return builtIn(tag, string);
      } catch (DateTimeException | IllegalArgumentException _) {
        throw text.syntax("the string is no #" + tag.text(), from);
      }
    }
    throw text.syntax("a string must follow #" + tag.text(), from);
  }

  private static Value builtIn(Symbol tag, String content) {
    if (tag.equals(Tagged.INST)) {
      return new Inst(Instant.parse(content));
    }
    return tag.equals(BYTES)
        ? Bytes.owning(Base64.getDecoder().decode(content))
        : new Uuid(uuid(content));
  }

  private static UUID uuid(String content) {
    var uuid = UUID.fromString(content);
    if (!uuid.toString().equalsIgnoreCase(content)) {
      throw new IllegalArgumentException(content);
    }
    return uuid;
  }
}
