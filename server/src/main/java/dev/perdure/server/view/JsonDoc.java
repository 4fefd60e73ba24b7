package dev.perdure.server.view;

import dev.perdure.server.json.JsonTree;
import java.util.LinkedHashMap;

/// A JSON body as a configuration; what is no text and no object is taken as it was written.
public final class JsonDoc {
  private JsonDoc() {}

  /// @param where the names that lead there
  public static Doc of(JsonTree json, String where) {
    return switch (json) {
      case JsonTree.Text text -> new Doc.Text(text.value(), where);
      case JsonTree.Fields fields -> {
        var entries = new LinkedHashMap<String, Doc>();
        fields.entries().forEach((name, field) -> entries.put(name, of(field, where + "." + name)));
        yield new Doc.Section(entries, where);
      }
      case JsonTree.Numeral _, JsonTree.Truth _, JsonTree.Null _, JsonTree.Array _ ->
          new Doc.Text(json.shown(), where);
    };
  }
}
