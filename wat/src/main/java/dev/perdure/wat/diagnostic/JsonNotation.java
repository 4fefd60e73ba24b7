package dev.perdure.wat.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON without tags: a record is an object, and who reads it knows its type from its place.
final class JsonNotation implements Notation {
  @Override
  public String string(String value) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F || c == '\u2028' || c == '\u2029') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  @Override
  public String number(long value) {
    return Long.toString(value);
  }

  @Override
  public String name(String name) {
    return string(name);
  }

  @Override
  public String nothing() {
    return "null";
  }

  @Override
  public String option(@Nullable String value) {
    return value == null ? "null" : value;
  }

  @Override
  public String list(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  @Override
  public String map(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> string(e.getKey()) + ":" + e.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public String tagged(String tag, Map<String, String> fields) {
    return map(fields);
  }

  @Override
  public String kind(String tag, Map<String, String> fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("kind", string(tag));
    all.putAll(fields);
    return map(all);
  }
}
