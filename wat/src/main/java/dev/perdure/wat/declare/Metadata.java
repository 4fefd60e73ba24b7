package dev.perdure.wat.declare;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in braces behind a declared name (W2). Keys that nobody knows are kept for
/// reflection.
///
/// @param entries by the text of the key behind its colon
public record Metadata(Map<String, Ast> entries) {
  public static final Metadata NONE = new Metadata(Map.of());

  public Metadata {
    entries = Map.copyOf(entries);
  }

  /// From a map form with keywords as keys; null if a key is something else, or if there is none.
  static @Nullable Metadata of(Ast braces) {
    if (!(braces.form() instanceof Form.Braces(List<Ast> items)) || items.isEmpty()) {
      return null;
    }
    var entries = new LinkedHashMap<String, Ast>();
    for (int i = 0; i < items.size(); i += 2) {
      var key = items.get(i).keyword();
      if (key == null || entries.put(key, items.get(i + 1)) != null) {
        return null;
      }
    }
    return new Metadata(entries);
  }

  /// What stands under the key; null if nothing does.
  public @Nullable Ast get(String key) {
    return entries.get(key);
  }

  /// The paths under the key, a vector of keywords; null if the key is missing.
  public @Nullable List<String> paths(String key) {
    var ast = entries.get(key);
    return ast != null && ast.form() instanceof Form.Vector(List<Ast> items)
        ? items.stream().map(Metadata::word).toList()
        : null;
  }

  private static String word(Ast item) {
    return item.form() instanceof Form.Key(String name)
        ? name
        : item.form() instanceof Form.Symbol symbol ? symbol.name() : "";
  }

  /// The text under the key; null if there is none.
  public @Nullable String text(String key) {
    var ast = entries.get(key);
    return ast != null && ast.form() instanceof Form.Str(String text) ? text : null;
  }
}
