package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Collection;
import dev.perdure.wat.syntax.Written.Comment;
import dev.perdure.wat.syntax.Written.Item;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes forms on one line; where they hold comments, each comment ends a line. Takes constant
/// stack.
final class PlainLayout {
  /// An item to be written, `gap` spaces behind what is before it.
  private record Entry(Item item, int gap) {}

  private record Remark(String text) {}

  private record Closing(Collection form) {}

  private final LineWriter out;

  /// What is still to be written, the next first.
  private final Deque<Object> todo = new ArrayDeque<>();

  PlainLayout(LineWriter out) {
    this.out = out;
  }

  /// Writes a form where the writer stands; lines behind comments start at `indent`.
  void write(Written form, int indent) {
    todo.push(form);
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Written.Atom atom -> out.text(atom.text());
        case Written.Prefixed prefixed -> {
          out.text(prefixed.text());
          todo.push(prefixed.form());
        }
        case Collection collection -> open(collection);
        case Entry(var item, int gap) -> entry(item, gap, indent);
        case Remark(var text) -> out.remark(text);
        case Closing(var collection) -> close(collection, indent);
        default -> throw new IllegalStateException("nothing else is put there");
      }
    }
  }

  private void open(Collection form) {
    out.text(form.open());
    todo.push(new Closing(form));
    var items = form.items();
    for (int i = items.size() - 1; i >= 0; i--) {
      todo.push(new Entry(items.get(i), i == 0 ? 0 : Measure.gap(form.style(), items, i)));
    }
  }

  private void entry(Item item, int gap, int indent) {
    boolean hasComments = !item.comments().isEmpty();
    item.comments().forEach(comment -> comment(comment, indent));
    if (hasComments || out.mustBreak()) {
      out.newLine(indent, false);
    } else {
      out.spaces(gap);
    }
    if (item.remark() != null) {
      todo.push(new Remark(item.remark()));
    }
    todo.push(item.form());
  }

  private void comment(Comment comment, int indent) {
    out.newLine(indent, false);
    out.text(comment.text());
  }

  private void close(Collection form, int indent) {
    form.end().forEach(comment -> comment(comment, indent));
    if (out.mustBreak() || !form.end().isEmpty()) {
      out.newLine(indent, false);
    }
    out.text(form.close());
  }
}
