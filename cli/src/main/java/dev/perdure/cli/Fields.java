package dev.perdure.cli;

import dev.perdure.server.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of an engine's answer. What is not there reads as nothing: an empty text, zero, false,
/// no element.
record Fields(JsonTree.Fields tree) {
  static Fields read(String line) {
    return new Got(0, line.getBytes(StandardCharsets.UTF_8)).fields();
  }

  boolean has(String name) {
    return !(tree.get(name) == null || tree.get(name) instanceof JsonTree.Null);
  }

  String text(String name) {
    return text(tree.get(name));
  }

  /// A value as a text; what is nothing is empty.
  static String text(@Nullable JsonTree value) {
    return switch (value) {
      case null -> "";
      case JsonTree.Null _ -> "";
      case JsonTree.Text text -> text.value();
      case JsonTree.Numeral number -> number.text();
      case JsonTree.Truth truth -> String.valueOf(truth.value());
      case JsonTree.Array _, JsonTree.Fields _ -> value.shown();
    };
  }

  long number(String name) {
    return has(name) ? Long.parseLong(text(name)) : 0;
  }

  double real(String name) {
    return has(name) ? Double.parseDouble(text(name)) : 0;
  }

  boolean truth(String name) {
    return tree.get(name) instanceof JsonTree.Truth truth && truth.value();
  }

  /// A time, in milliseconds since 1970.
  long millis(String name) {
    return Instant.parse(text(name)).toEpochMilli();
  }

  /// A field that is an object; null if there is none.
  @Nullable Fields object(String name) {
    return tree.get(name) instanceof JsonTree.Fields fields ? new Fields(fields) : null;
  }

  List<JsonTree> array(String name) {
    return tree.get(name) instanceof JsonTree.Array array ? array.elements() : List.of();
  }

  List<Fields> objects(String name) {
    return array(name).stream().map(e -> new Fields((JsonTree.Fields) e)).toList();
  }

  List<String> texts(String name) {
    return array(name).stream().map(Fields::text).toList();
  }

  /// An array of arrays.
  List<List<JsonTree>> rows(String name) {
    return array(name).stream().map(e -> ((JsonTree.Array) e).elements()).toList();
  }

  /// The texts of an object, by name.
  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    if (tree.get(name) instanceof JsonTree.Fields fields) {
      fields.entries().forEach((key, value) -> map.put(key, text(value)));
    }
    return map;
  }

  /// The same without a field.
  Fields without(String name) {
    var entries = new LinkedHashMap<>(tree.entries());
    entries.remove(name);
    return new Fields(new JsonTree.Fields(entries));
  }
}
