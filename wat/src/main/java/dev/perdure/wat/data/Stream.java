package dev.perdure.wat.data;

import org.jspecify.annotations.Nullable;

/// A lazy sequence, perhaps without end. Each cell is computed at most once, when it is asked for
/// first; threads may share a stream.
///
/// ```
/// pending(source) ──cell()──▶ known(first, rest)
///                        └──▶ known(end)
/// ```
///
/// A source that throws leaves the stream pending.
public final class Stream {
  /// The stream without elements.
  public static final Stream EMPTY = new Stream(null, null);

  /// What computes the next cell; null once it is known.
  private volatile @Nullable Source source;

  /// The cell, if it is known; null at the end.
  private @Nullable Cell cell;

  private Stream(@Nullable Source source, @Nullable Cell cell) {
    this.source = source;
    this.cell = cell;
  }

  /// Computes a cell.
  @FunctionalInterface
  public interface Source {
    /// The next cell, or null at the end. Called once if it answers, by whichever thread asks
    /// first, while others wait.
    @Nullable Cell next();
  }

  /// An element and what comes behind it.
  public record Cell(Object first, Stream rest) {}

  /// What the source will say.
  public static Stream of(Source source) {
    return new Stream(source, null);
  }

  /// The element, and behind it the rest.
  public static Stream cons(Object first, Stream rest) {
    return new Stream(null, new Cell(first, rest));
  }

  /// The elements of what iterates; its iterator is the stream's alone.
  public static Stream over(Iterable<?> elements) {
    var iterator = elements.iterator();
    return of(
        new Source() {
          @Override
          public @Nullable Cell next() {
            return iterator.hasNext() ? new Cell(iterator.next(), of(this)) : null;
          }
        });
  }

  /// The next cell, computed if need be; null at the end.
  public @Nullable Cell cell() {
    if (source != null) {
      force();
    }
    return cell;
  }

  private synchronized void force() {
    var pending = source;
    if (pending != null) {
      cell = pending.next();
      source = null;
    }
  }

  /// What would compute the next cell; null if it is known. For who has to run the source itself,
  /// and then calls [#become].
  public @Nullable Source pending() {
    return source;
  }

  /// Sets the next cell, or the end by null, unless it is known already.
  public synchronized void become(@Nullable Cell next) {
    if (source != null) {
      cell = next;
      source = null;
    }
  }

  @Override
  public String toString() {
    return Show.of(this);
  }
}
