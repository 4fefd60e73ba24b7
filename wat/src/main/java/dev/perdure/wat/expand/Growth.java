package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/// Counts what the macros of a program make. A tree may hold another one many times over, so that a
/// few expansions make one that would fill the memory where it is expanded further. For one thread.
final class Growth {
  private long nodes;

  /// Whether it was too much: what is expanded further only adds to it.
  boolean isTooMuch() {
    return nodes > Limits.EXPANDED_NODES_MAX;
  }

  /// Counts what a macro made.
  ///
  /// @param span of the call
  /// @throws Refused if it is too much, or too deep
  void add(Ast made, Span span) {
    var open = new ArrayDeque<Iterator<Ast>>();
    open.push(List.of(made).iterator());
    while (!open.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        continue;
      }
      var parts = parts(open.element().next().form());
      if (++nodes > Limits.EXPANDED_NODES_MAX) {
        throw refused(
            "the program's macros make more than %d nodes", Limits.EXPANDED_NODES_MAX, span);
      }
      if (!parts.isEmpty()) {
        open.push(parts.iterator());
      }
      if (open.size() > Limits.EXPANDED_DEPTH_MAX) {
        throw refused(
            "a macro makes a form of more than %d levels", Limits.EXPANDED_DEPTH_MAX, span);
      }
    }
  }

  private static List<Ast> parts(Form form) {
    return switch (form) {
      case Form.Sequence(List<Ast> items) -> items;
      case Form.Vector(List<Ast> items) -> items;
      case Form.Braces(List<Ast> items) -> items;
      case Form.Set(List<Ast> items) -> items;
      default -> List.of();
    };
  }

  private static Refused refused(String sentence, int most, Span span) {
    var reason = sentence.formatted(most);
    return Diagnostic.of(Kind.MACRO_MACRO_EVAL_RUNTIME_FAILED, span, reason, reason).refused();
  }
}
