package dev.perdure.cli;

import dev.perdure.server.view.Doc;
import dev.perdure.value.Edn;
import dev.perdure.value.Keyword;
import dev.perdure.value.Limits;
import dev.perdure.value.MapValue;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Value;
import java.util.TreeMap;

/// Reads a configuration file written as EDN. Names may be symbols, keywords or strings.
final class EdnDoc {
  private EdnDoc() {}

  /// @throws dev.perdure.value.PerdureException `EDN_SYNTAX` and the like, located
  static Doc read(String text, String file) {
    return doc(Edn.read(text, file, Limits.OUTSIDE), file + ":");
  }

  /// A value has no position once it is read, so it is located by the names that lead to it.
  private static Doc doc(Value value, String where) {
    if (!(value instanceof MapValue map)) {
      return new Doc.Text(name(value), where);
    }
    var entries = new TreeMap<String, Doc>();
    for (var entry : map) {
      var name = name(entry.key());
      entries.put(name, doc(entry.value(), where + " " + name));
    }
    return new Doc.Section(entries, where);
  }

  private static String name(Value value) {
    return switch (value) {
      case Str s -> s.value();
      case Keyword k -> k.text();
      case Symbol s -> s.text();
      default -> Edn.print(value);
    };
  }
}
