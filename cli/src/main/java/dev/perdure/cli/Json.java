package dev.perdure.cli;

import dev.perdure.engine.Payload;
import dev.perdure.value.Bool;
import dev.perdure.value.Edn;
import dev.perdure.value.Int;
import dev.perdure.value.Keyword;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes JSON (RFC 8259) on one line: objects of [Data], maps, iterables, texts, numbers, truth
/// values, and values of programs. Of those, what JSON has no word for becomes a text: a keyword
/// its name, anything else its EDN.
final class Json {
  private static final long EXACT_MAX = 1L << 53;
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(@Nullable Object object) {
    var json = new Json();
    json.any(object);
    return json.out.toString();
  }

  private void any(@Nullable Object object) {
    switch (object) {
      case null -> out.append("null");
      case Data data -> object(data.fields());
      case Map<?, ?> map -> object(map);
      case Payload payload -> value(payload.value());
      case Value value -> value(value);
      case Iterable<?> elements -> array(elements);
      case Boolean truth -> out.append(truth);
      case Double number -> number(number);
      case Number number -> out.append(number);
      case Instant time -> text(time.toString());
      default -> text(object.toString());
    }
  }

  private void object(Map<?, ?> fields) {
    separated(
        '{',
        fields.entrySet().iterator(),
        '}',
        entry -> {
          text(String.valueOf(entry.getKey()));
          out.append(':');
          any(entry.getValue());
        });
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
      case Bool truth -> out.append(truth);
      case Int number -> integer(number.value());
      case Real number -> number(number.value());
      case Str text -> text(text.value());
      case Keyword keyword -> text(keyword.text());
      case Vec elements -> array(elements);
      case ListValue elements -> array(elements);
      case SetValue elements -> array(elements);
      case MapValue map -> map(map);
      default -> text(Edn.print(value));
    }
  }

  /// Readers of JSON keep numbers as doubles, which hold integers of 53 bits.
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
    separated(
        '{',
        map.iterator(),
        '}',
        entry -> {
          text(key(entry.key()));
          out.append(':');
          value(entry.value());
        });
  }

  private static String key(Value key) {
    return switch (key) {
      case Str text -> text.value();
      case Keyword keyword -> keyword.text();
      default -> Edn.print(key);
    };
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
