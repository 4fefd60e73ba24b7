package dev.perdure.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/// A [Cursor] as an iterator.
final class Steps<T> implements Iterator<T> {
  private final Cursor cursor;
  private final Function<Cursor, T> view;
  private boolean hasNext;

  Steps(Cursor cursor, Function<Cursor, T> view) {
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
