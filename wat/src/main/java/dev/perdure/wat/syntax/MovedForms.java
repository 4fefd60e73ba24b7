package dev.perdure.wat.syntax;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What a form holds that was moved as a whole: each part is made when somebody asks for it, for
/// most of what an edit moves is never looked at. Never changes; threads may share it.
final class MovedForms extends AbstractList<Ast> implements RandomAccess {
  private final List<Ast> were;
  private final Move move;
  private final AtomicReferenceArray<Ast> made;

  private MovedForms(List<Ast> were, Move move) {
    this.were = were;
    this.move = move;
    this.made = new AtomicReferenceArray<>(were.size());
  }

  /// Forms where they stand now. What was moved before is moved once, over the whole way.
  static List<Ast> of(List<Ast> items, Move move) {
    return items instanceof MovedForms moved
        ? new MovedForms(moved.were, moved.move.then(move))
        : new MovedForms(items, move);
  }

  /// Items as a form holds them, which nobody changes.
  static List<Ast> held(List<Ast> items) {
    return items instanceof MovedForms ? items : List.copyOf(items);
  }

  @Override
  public Ast get(int index) {
    var known = made.get(index);
    if (known != null) {
      return known;
    }
    var moved = move.of(were.get(index));
    var other = made.compareAndExchange(index, null, moved);
    return other == null ? moved : other;
  }

  @Override
  public int size() {
    return were.size();
  }
}
