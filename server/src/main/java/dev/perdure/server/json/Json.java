package dev.perdure.server.json;

import dev.perdure.engine.Payload;
import dev.perdure.value.BigInt;
import dev.perdure.value.Bool;
import dev.perdure.value.Bytes;
import dev.perdure.value.Char;
import dev.perdure.value.Decimal;
import dev.perdure.value.Edn;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.Keyword;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Ratio;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes JSON (RFC 8259) on one line: objects of [Data], trees, maps, collections, texts, numbers,
/// truth values, and values of programs. [JsonValues] reads values back, by their types.
///
/// | value | JSON |
/// |---|---|
/// | nil, boolean, string | `null`, `true`, `"text"` |
/// | integer | a number; beyond 53 bits, which readers that keep doubles would lose, a string |
/// | big integer, decimal, ratio | a string of the number, such as `"12.50"` |
/// | real | a number; `"NaN"`, `"Infinity"`, `"-Infinity"` |
/// | character, keyword, symbol | a string, such as `"a"`, `"shop/total"` |
/// | instant, UUID | a string, as RFC 3339 and RFC 9562 write them |
/// | `#time/Duration "PT1S"` and the like | the string inside |
/// | bytes | a string in base64 |
/// | vector, list, set | an array |
/// | map | an object, if its keys are strings or become strings, each its own; else an array of pairs |
/// | tagged map, `#Shape/Circle {:r 1}` | that object, with the tag's name in front: `{"$type":"Circle","r":1}` |
/// | anything else tagged | `{"$type":"Colour","$value":"RED"}` |
public final class Json {
  /// The field with the name of a tag.
  static final String TYPE = "$type";

  /// The field with what is tagged, if it is no object.
  static final String VALUE = "$value";

  /// The namespace of the tags of times, which their own text tells well enough.
  static final String TIME = "time";

  private static final long EXACT_MAX = 1L << 53;
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /// Writes something.
  public static String write(@Nullable Object object) {
    var json = new Json();
    json.any(object);
    return json.out.toString();
  }

  private void any(@Nullable Object object) {
    switch (object) {
      case null -> out.append("null");
      case Data data -> object(data.fields());
      case JsonTree tree -> tree(tree);
      case Map<?, ?> map -> object(map);
      case Payload payload -> value(payload.value());
      case Value value -> value(value);
      case Collection<?> elements -> array(elements);
      case Boolean truth -> out.append(truth);
      case Double number -> number(number);
      case Number number -> out.append(number);
      case Instant time -> text(time.toString());
      default -> text(object.toString());
    }
  }

  private void tree(JsonTree tree) {
    switch (tree) {
      case JsonTree.Null _ -> out.append("null");
      case JsonTree.Truth truth -> out.append(truth.value());
      case JsonTree.Numeral number -> out.append(number.text());
      case JsonTree.Text text -> text(text.value());
      case JsonTree.Array array -> array(array.elements());
      case JsonTree.Fields fields -> object(fields.entries());
    }
  }

  private void object(Map<?, ?> fields) {
    separated(
        '{',
        fields.entrySet().iterator(),
        '}',
        entry -> field(String.valueOf(entry.getKey()), () -> any(entry.getValue())));
  }

  private void field(String name, Runnable content) {
    text(name);
    out.append(':');
    content.run();
  }

  private void array(Iterable<?> elements) {
    separated('[', elements.iterator(), ']', this::any);
  }

  private <T> void separated(char open, Iterator<T> elements, char close, Consumer<T> write) {
    out.append(open);
    while (elements.hasNext()) {
      write.accept(elements.next());
      if (elements.hasNext()) {
        out.append(',');
      }
    }
    out.append(close);
  }

  private void value(Value value) {
    switch (value) {
      case Nil _ -> out.append("null");
      case Bool truth -> out.append(truth.value());
      case Int number -> integer(number.value());
      case Real number -> number(number.value());
      case Vec elements -> array(elements);
      case ListValue elements -> array(elements);
      case SetValue elements -> array(elements);
      case MapValue map -> map(map);
      case Tagged tagged -> tagged(tagged);
      case BigInt _,
          Ratio _,
          Decimal _,
          Char _,
          Str _,
          Keyword _,
          Symbol _,
          Inst _,
          Uuid _,
          Bytes _ ->
          text(plain(value));
    }
  }

  /// A value without parts as a text.
  ///
  /// @return null if it has parts
  static @Nullable String scalar(Value value) {
    return switch (value) {
      case Tagged t when isTime(t) -> ((Str) t.value()).value();
      case Tagged _, Vec _, ListValue _, SetValue _, MapValue _, Nil _ -> null;
      case Bool b -> String.valueOf(b.value());
      case Int i -> Long.toString(i.value());
      case Real r -> Double.toString(r.value());
      case BigInt _,
          Ratio _,
          Decimal _,
          Char _,
          Str _,
          Keyword _,
          Symbol _,
          Inst _,
          Uuid _,
          Bytes _ ->
          plain(value);
    };
  }

  private static String plain(Value value) {
    return switch (value) {
      case Str text -> text.value();
      case Keyword keyword -> keyword.text();
      case Symbol symbol -> symbol.text();
      case Char character -> Character.toString(character.codePoint());
      case BigInt number -> number.value().toString();
      case Decimal number -> number.value().toString();
      case Inst time -> time.value().toString();
      case Uuid id -> id.value().toString();
      case Bytes bytes -> Base64.getEncoder().encodeToString(bytes.toByteArray());
      default -> Edn.print(value);
    };
  }

  private void integer(long number) {
    if (Math.abs(number) <= EXACT_MAX && number != Long.MIN_VALUE) {
      out.append(number);
    } else {
      text(Long.toString(number));
    }
  }

  private void number(double number) {
    if (Double.isFinite(number)) {
      out.append(number);
    } else {
      text(Double.toString(number));
    }
  }

  private void map(MapValue map) {
    if (isObject(map)) {
      separated('{', map.iterator(), '}', this::entry);
    } else {
      separated('[', map.iterator(), ']', e -> array(List.of(e.key(), e.value())));
    }
  }

  private void entry(MapValue.Entry entry) {
    field(String.valueOf(scalar(entry.key())), () -> value(entry.value()));
  }

  /// Whether each key has a text of its own.
  private static boolean isObject(MapValue map) {
    var names = new HashSet<String>();
    for (var key : map.keys()) {
      var name = scalar(key);
      if (name == null || !names.add(name)) {
        return false;
      }
    }
    return true;
  }

  static boolean isTime(Tagged tagged) {
    return tagged.tag().namespace().equals(TIME) && tagged.value() instanceof Str;
  }

  private void tagged(Tagged tagged) {
    if (isTime(tagged)) {
      text(((Str) tagged.value()).value());
      return;
    }
    out.append('{');
    field(TYPE, () -> text(tagged.tag().name()));
    if (tagged.value() instanceof MapValue map && goesInside(map)) {
      map.forEach(e -> {
        out.append(',');
        entry(e);
      });
    } else {
      out.append(',');
      field(VALUE, () -> value(tagged.value()));
    }
    out.append('}');
  }

  private static boolean goesInside(MapValue map) {
    if (!isObject(map)) {
      return false;
    }
    for (var key : map.keys()) {
      var name = scalar(key);
      if (TYPE.equals(name) || VALUE.equals(name)) {
        return false;
      }
    }
    return true;
  }

  private void text(String text) {
    out.append('"');
    text.chars().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < ' ') {
          out.append(String.format("\\u%04x", c));
        } else {
          out.append((char) c);
        }
      }
    }
  }
}
