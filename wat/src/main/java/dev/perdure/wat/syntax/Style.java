package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a collection is laid out on several lines.
///
/// @param kind what it is
/// @param lead how many items behind the head belong on its line
/// @param breaks whether it takes several lines even where one has space enough
record Style(Kind kind, int lead, boolean breaks) {
  enum Kind {
    /// A vector or set: items below each other, or in rows.
    ITEMS,
    /// `[a <- :A b <- :B]`: in rows, no triple broken apart.
    TRIPLES,
    /// A map, or the binders of a let: a pair a line.
    PAIRS,
    /// A head with its arguments.
    CALL,
    /// A head line, then a form a line.
    BODY,
    /// The same, with names of options or variants beside what belongs to them.
    OPTIONS,
    /// The same, each form an arm: a pattern or test and its body.
    ARMS,
    /// The same, behind a let's binders.
    LET,
    /// The same, with a head line that ends with the result type.
    SIGNATURE,
    /// A list without head.
    DATA
  }

  /// Behind the head line of these heads of `:wat::` comes a body: how many items the line has.
  private static final Map<String, Integer> LEADS =
      Map.ofEntries(
          Map.entry("def", 1),
          Map.entry("defrecord", 1),
          Map.entry("defstruct", 1),
          Map.entry("defenum", 2),
          Map.entry("newtype", 1),
          Map.entry("typealias", 1),
          Map.entry("typeunion", 1),
          Map.entry("defalias", 1),
          Map.entry("derive", 1),
          Map.entry("defsurface", 1),
          Map.entry("extend-type", 2),
          Map.entry("defclause", 1),
          Map.entry("defeffect", 1),
          Map.entry("if", 1),
          Map.entry("do", 0),
          Map.entry("forms", 0),
          Map.entry("program", 0),
          Map.entry("deftest", 1),
          Map.entry("deftest-hermetic", 1),
          Map.entry("make-deftest", 1),
          Map.entry("make-deftest-hermetic", 1),
          Map.entry("loop-with-shutdown", 2));

  /// Those that never stand on one line, if they have a body at all.
  private static final Set<String> BREAKS =
      Set.of("defclause", "deftest", "deftest-hermetic", "let", "match", "cond");

  /// Definitions with a signature, which never stand on one line either.
  private static final Set<String> DEFINES = Set.of("defn", "defmacro", "defmigration");

  static final Style ITEMS = new Style(Kind.ITEMS, 0, false);
  static final Style PAIRS = new Style(Kind.PAIRS, 0, false);
  private static final Style TRIPLES = new Style(Kind.TRIPLES, 0, false);
  private static final Style CALL = new Style(Kind.CALL, 0, false);
  private static final Style DATA = new Style(Kind.DATA, 0, false);

  static Style of(String open, List<Item> items) {
    return switch (open) {
      case "(" -> items.isEmpty() ? DATA : ofList(items);
      case "[" -> items.stream().anyMatch(i -> i.text().equals("<-")) ? TRIPLES : ITEMS;
      case "{" -> PAIRS;
      default -> ITEMS;
    };
  }

  private static Style ofList(List<Item> items) {
    var head = head(items);
    int signature = signature(items);
    if (signature > 0) {
      boolean hasBody = items.size() > signature + 1;
      return new Style(Kind.SIGNATURE, signature, hasBody && DEFINES.contains(head));
    }
    if (head.equals("let") && items.size() > 1 && items.get(1).isOpenedBy("[")) {
      return new Style(Kind.LET, 1, items.size() > 2);
    }
    if (head.equals("match") || head.equals("cond")) {
      int lead = head.equals("match") ? 1 : 0;
      return new Style(Kind.ARMS, lead, items.size() > lead + 1);
    }
    var lead = LEADS.get(head);
    if (lead != null) {
      return body(head, lead, items);
    }
    return items.getFirst().form() instanceof Written.Atom ? CALL : DATA;
  }

  private static Style body(String head, int lead, List<Item> items) {
    // The metadata belongs to the name.
    boolean hasMeta =
        head.startsWith("def") && lead + 1 < items.size() && items.get(lead + 1).isOpenedBy("{");
    int all = hasMeta ? lead + 1 : lead;
    boolean breaks = BREAKS.contains(head) || (head.equals("do") && items.size() > 2);
    boolean hasOptions = head.equals("defenum") || head.equals("defsurface");
    var kind = hasOptions ? Kind.OPTIONS : Kind.BODY;
    return new Style(kind, all, breaks && items.size() > all + 1);
  }

  /// The last part of a head of `:wat::`, such as `defn`; empty for others.
  private static String head(List<Item> items) {
    var text = items.getFirst().text();
    return text.startsWith(":wat::") ? text.substring(text.lastIndexOf("::") + 2) : "";
  }

  /// The index of the result type of a list that declares a function: `-> :R` behind a vector of
  /// parameters; 0 if it has none.
  private static int signature(List<Item> items) {
    boolean hasParameters = false;
    for (int i = 0; i + 1 < items.size(); i++) {
      hasParameters |= items.get(i).isOpenedBy("[");
      if (hasParameters && items.get(i).text().equals("->")) {
        return i + 1;
      }
    }
    return 0;
  }
}
