package dev.perdure.index;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Texts as JSON (RFC 8259), for columns that SQLite's JSON functions read.
final class JsonText {
  private JsonText() {}

  static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> text(field.getKey()) + ":" + text(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String array(Collection<?> elements) {
    return elements.stream()
        .map(element -> text(element.toString()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(String text) {
    var out = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').append((char) c);
          } else if (c < ' ') {
            out.append(String.format("\\u%04x", c));
          } else {
            out.append((char) c);
          }
        });
    return out.append('"').toString();
  }
}
