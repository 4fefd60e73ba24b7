package dev.perdure.wat.declare;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.EffectName;
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

  /// The effects of the language (W4).
  private static final List<String> EFFECTS =
      List.of(
          "io", "env", "time", "random", "state", "send", "receive", "spawn", "call", "eval",
          "exec", "any");

  public Metadata {
    entries = Map.copyOf(entries);
  }

  /// From a map form with keywords as keys; null if a key is something else, or if there is none.
  public static @Nullable Metadata of(Ast braces) {
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

  /// What is wrong with the keys that mean something; null if nothing is.
  public @Nullable String fault() {
    var restricted = entries.get("restricted-to");
    if (restricted != null && !isVectorOf(restricted, false)) {
      return ":restricted-to takes a vector of paths, [:acme::db:: :acme::run]";
    }
    var effects = entries.get("effects");
    if (effects != null && !isVectorOf(effects, true)) {
      return ":effects takes a vector of effects, [io :acme::Mailer]";
    }
    var fields = entries.get("field-metadata");
    return fields == null || isFieldMetadata(fields)
        ? null
        : ":field-metadata takes a map of fields, {:name {:restricted-to [:acme::db::]}}";
  }

  /// What is wrong with the effects that a program names; null if nothing is. The library knows
  /// more of them.
  public @Nullable String effectsFault() {
    var named = paths("effects");
    if (named != null) {
      for (var effect : named) {
        if (!EffectName.isInterface(effect) && !EFFECTS.contains(effect)) {
          return "there is no effect " + effect + "; it is one of " + String.join(" ", EFFECTS);
        }
      }
    }
    return null;
  }

  private static boolean isFieldMetadata(Ast fields) {
    var each = of(fields);
    if (each == null) {
      return false;
    }
    for (var field : each.entries.values()) {
      var own = of(field);
      if (own == null || own.fault() != null) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVectorOf(Ast ast, boolean mayBeSymbols) {
    return ast.form() instanceof Form.Vector(List<Ast> items)
        && items.stream().allMatch(item -> mayBeSymbols ? isEffect(item) : item.keyword() != null);
  }

  /// A word of the language, or the path of an interface.
  private static boolean isEffect(Ast item) {
    var path = item.keyword();
    return path == null ? item.symbol() != null : path.contains("::");
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
