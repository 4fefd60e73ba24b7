package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads JSON (RFC 8259) as the EDN that [JsonWriter] wrote. Recurs once a level, which the limits
/// bound.
final class JsonParser {
  private static final Pattern NUMBER =
      Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

  private final String text;
  private final Limits limits;
  private int at;
  private int depth;
  private int elements;

  private JsonParser(String text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  /// @throws EdnFault of a text that is not one value, or exceeds the limits
  static Edn parse(String text, Limits limits) {
    if (text.length() > limits.bytesMax()) {
      throw EdnFault.malformed("the text is longer than " + limits.bytesMax(), 0);
    }
    var parser = new JsonParser(text, limits);
    var value = parser.value();
    if (parser.skipped() != '\0' || parser.at < text.length()) {
      throw EdnFault.malformed("something follows the value", parser.at);
    }
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /// The next character that is no white space; NUL at the end.
  private char skipped() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
    return peek();
  }

  private Edn value() {
    char c = skipped();
    int from = at;
    if (at == text.length()) {
      throw EdnFault.incomplete("a value is missing", at);
    }
    if (++elements > limits.elementsMax()) {
      throw EdnFault.malformed("there are more than " + limits.elementsMax() + " values", at);
    }
    if (++depth > limits.depthMax()) {
      throw EdnFault.malformed("the text is nested deeper than " + limits.depthMax(), at);
    }
    var body =
        switch (c) {
          case '[' -> new Edn.Vec(array());
          case '{' -> object(from);
          case '"' -> named(string());
          default -> word(from);
        };
    depth--;
    return new Edn(body, from, at);
  }

  private static Edn.Body named(String string) {
    return string.startsWith(":") && string.length() > 1
        ? new Edn.Key(string.substring(1))
        : new Edn.Str(string);
  }

  private List<Edn> array() {
    var items = new ArrayList<Edn>();
    at++;
    if (skipped() == ']') {
      at++;
      return items;
    }
    do {
      items.add(value());
    } while (continues(']'));
    return items;
  }

  /// Steps over the comma behind an item, or over the end.
  private boolean continues(char close) {
    char c = skipped();
    if (at == text.length()) {
      throw EdnFault.incomplete("a " + close + " is missing", at);
    }
    if (c != ',' && c != close) {
      throw EdnFault.malformed("a comma or " + close + " is missing", at);
    }
    at++;
    return c == ',';
  }

  private Edn.Body object(int from) {
    var names = new ArrayList<String>();
    var values = new ArrayList<Edn>();
    var items = new ArrayList<Edn>();
    at++;
    if (skipped() == '}') {
      at++;
      return new Edn.Braces(items, false);
    }
    do {
      if (skipped() != '"') {
        throw at == text.length()
            ? EdnFault.incomplete("a name is missing", at)
            : EdnFault.malformed("a name is missing", at);
      }
      int nameFrom = at;
      var name = string();
      names.add(name);
      items.add(new Edn(named(name), nameFrom, at));
      if (skipped() != ':') {
        throw at == text.length()
            ? EdnFault.incomplete("a value is missing", at)
            : EdnFault.malformed("a colon is missing", at);
      }
      at++;
      values.add(value());
      items.add(values.getLast());
    } while (continues('}'));
    return names.contains(JsonWriter.TAG)
        ? tagged(names, values, from)
        : new Edn.Braces(items, false);
  }

  private static Edn.Body tagged(List<String> names, List<Edn> values, int from) {
    if (!names.equals(List.of(JsonWriter.TAG, JsonWriter.BODY))
        && !names.equals(List.of(JsonWriter.BODY, JsonWriter.TAG))) {
      throw EdnFault.malformed("beside #tag stands body, and nothing else", from);
    }
    int tagAt = names.indexOf(JsonWriter.TAG);
    if (!(values.get(tagAt).body() instanceof Edn.Str(String tag))) {
      throw EdnFault.malformed("a #tag is a string", from);
    }
    var body = values.get(1 - tagAt);
    var plain = plain(tag, body.body());
    return plain != null ? plain : new Edn.Tagged(tag, body);
  }

  /// What EDN has a kind for, and JSON has not; null of other tags.
  private static Edn.@Nullable Body plain(String tag, Edn.Body body) {
    var text = text(body);
    var items = body instanceof Edn.Vec(var elements) ? elements : null;
    return text != null ? ofText(tag, text) : items != null ? ofItems(tag, items) : null;
  }

  private static Edn.@Nullable Body ofText(String tag, String text) {
    return switch (tag) {
      case Tags.STRING -> new Edn.Str(text);
      case Tags.CHAR -> character(text);
      case Tags.BIGINT -> number(text + "N", Edn.BigInt.class);
      case Tags.RATIONAL -> number(text, Edn.Rational.class);
      default -> null;
    };
  }

  private static Edn.@Nullable Body ofItems(String tag, List<Edn> items) {
    return switch (tag) {
      case Tags.LIST -> new Edn.Sequence(items);
      case Tags.HASH_SET -> new Edn.Set(items, false);
      case Tags.HASH_MAP -> pairs(items);
      default -> null;
    };
  }

  private static Edn.@Nullable Body character(String text) {
    return text.length() == 1 && !Character.isSurrogate(text.charAt(0))
        ? new Edn.Char(text.charAt(0))
        : null;
  }

  private static @Nullable String text(Edn.Body body) {
    return switch (body) {
      case Edn.Str(String s) -> s;
      case Edn.Key(String s) -> ":" + s;
      default -> null;
    };
  }

  private static Edn.@Nullable Body number(String text, Class<? extends Edn.Body> kind) {
    var body = EdnParser.parse(text, Limits.OUTSIDE).body();
    return kind.isInstance(body) ? body : null;
  }

  private static Edn.@Nullable Body pairs(List<Edn> pairs) {
    var items = new ArrayList<Edn>(2 * pairs.size());
    for (var pair : pairs) {
      if (!(pair.body() instanceof Edn.Vec(var entry)) || entry.size() != 2) {
        return null;
      }
      items.addAll(entry);
    }
    return new Edn.Braces(items, false);
  }

  private Edn.Body word(int from) {
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    var word = text.substring(from, at);
    return switch (word) {
      case "null" -> new Edn.Nil();
      case "true" -> new Edn.Bool(true);
      case "false" -> new Edn.Bool(false);
      default -> number(word, from);
    };
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '+'
        || c == '.';
  }

  private Edn.Body number(String word, int from) {
    if (word.length() > limits.digitsMax()) {
      throw EdnFault.malformed("a number is longer than " + limits.digitsMax(), from);
    }
    if (!NUMBER.matcher(word).matches()) {
      throw EdnFault.malformed("no value starts here", from);
    }
    if (word.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      var whole = new BigInteger(word);
      return whole.bitLength() < Long.SIZE ? new Edn.Int(whole.longValue()) : new Edn.BigInt(whole);
    }
    double value = Double.parseDouble(word);
    if (Double.isInfinite(value)) {
      throw EdnFault.malformed(word + " exceeds what an f64 holds", from);
    }
    return new Edn.Real(value);
  }

  private String string() {
    int from = at++;
    var content = new StringBuilder();
    while (true) {
      if (at == text.length()) {
        throw EdnFault.incomplete("the string is not closed", from);
      }
      char c = text.charAt(at++);
      if (c == '"') {
        EdnLexer.requireScalars(content, from);
        return content.toString();
      }
      if (c < ' ') {
        throw EdnFault.malformed("a string has the control character " + (int) c, at - 1);
      }
      content.append(c == '\\' ? escape(from) : c);
      if (content.length() > limits.tokenMax()) {
        throw EdnFault.malformed("a string is longer than " + limits.tokenMax(), from);
      }
    }
  }

  private char escape(int from) {
    if (at == text.length()) {
      throw EdnFault.incomplete("the string is not closed", from);
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        int code = EdnLexer.hex(text, at);
        if (code < 0) {
          throw EdnFault.malformed("four hexadecimal digits must follow \\u", at - 2);
        }
        at += 4;
        yield (char) code;
      }
      default -> throw EdnFault.malformed("a string has the unknown escape \\" + c, at - 2);
    };
  }
}
