package dev.perdure.wat.identity;

import dev.perdure.wat.declare.Metadata;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the metadata that is part of what a thing is: who may use it, and what it may do (W2).
/// Both are sets, so their order is left out.
final class AccessWriter {
  private final NormalForm out;

  AccessWriter(NormalForm out) {
    this.out = out;
  }

  /// Of a definition.
  void of(Metadata metadata) {
    paths(metadata.get("restricted-to"));
    paths(metadata.get("effects"));
  }

  /// A vector of paths; null if there is none, which is not the same as an empty one.
  void paths(@Nullable Ast vector) {
    out.flag(vector != null);
    if (vector != null && vector.form() instanceof Form.Vector(List<Ast> items)) {
      var sorted = items.stream().map(AccessWriter::word).sorted().distinct().toList();
      out.count(sorted.size());
      sorted.forEach(out::text);
    }
  }

  private static String word(Ast item) {
    var keyword = item.keyword();
    var symbol = item.symbol();
    return keyword != null ? keyword : symbol != null ? symbol : "";
  }

  /// Who may read which field: `{:f {:restricted-to […]}}`.
  void fields(@Nullable Ast braces) {
    var restricted = new TreeMap<String, Ast>();
    entries(braces)
        .forEach((field, metadata) -> {
          var paths = entries(metadata).get("restricted-to");
          if (paths != null) {
            restricted.put(field, paths);
          }
        });
    out.count(restricted.size());
    restricted.forEach((field, paths) -> {
      out.text(field);
      paths(paths);
    });
  }

  private static Map<String, Ast> entries(@Nullable Ast braces) {
    var entries = new TreeMap<String, Ast>();
    if (braces != null && braces.form() instanceof Form.Braces(List<Ast> items)) {
      for (int i = 0; i < items.size(); i += 2) {
        var key = items.get(i).keyword();
        if (key != null) {
          entries.put(key, items.get(i + 1));
        }
      }
    }
    return entries;
  }
}
