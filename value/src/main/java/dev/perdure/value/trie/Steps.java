package dev.perdure.value.trie;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/// A [Cursor] as an iterator.
public final class Steps<T> implements Iterator<T> {
  private final Cursor cursor;
  private final Function<Cursor, T> view;
  private boolean hasNext;

  /// @param view what an entry is seen as
  public Steps(Cursor cursor, Function<Cursor, T> view) {
    this.cursor = cursor;
    this.view = view;
    this.hasNext = cursor.next();
  }

  @Override
  public boolean hasNext() {
    return hasNext;
  }

  @Override
  public T next() {
    if (!hasNext) {
      throw new NoSuchElementException();
    }
    var element = view.apply(cursor);
    hasNext = cursor.next();
    return element;
  }
}
