package dev.perdure.wat.freeze;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.List;

/// Forms whose parts stand at top level if they do themselves: `do`, and the body of `let` (W6.1).
final class Splicing {
  private Splicing() {}

  /// The parts that stand at top level; none of another form.
  static List<Ast> body(Ast form) {
    var items = form.list();
    return items == null
        ? List.of()
        : items.subList(Math.min(from(items), items.size()), items.size());
  }

  /// The same form with other such parts.
  static Ast with(Ast form, List<Ast> body) {
    var items = new ArrayList<>(form.items().subList(0, from(form.items())));
    items.addAll(body);
    return new Ast(new Form.Sequence(items), form.span());
  }

  private static int from(List<Ast> items) {
    var head = items.isEmpty() ? null : items.getFirst().keyword();
    return switch (head) {
      case "wat::core::do" -> 1;
      case "wat::core::let" -> 2;
      case null, default -> items.size();
    };
  }
}
