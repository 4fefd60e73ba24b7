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

  /// The elements of a vector.
  public static Stream over(Vector elements) {
    return of(new InVector(elements, 0));
  }

  /// The elements of a list.
  public static Stream over(List elements) {
    return of(new InList(elements));
  }

  /// Walks a vector.
  ///
  /// @param at the number of the next element
  public record InVector(Vector elements, int at) implements Source {
    @Override
    public @Nullable Cell next() {
      return at == elements.size()
          ? null
          : new Cell(elements.get(at), of(new InVector(elements, at + 1)));
    }
  }

  /// Walks a list.
  ///
  /// @param elements the next one and those behind it
  public record InList(List elements) implements Source {
    @Override
    public @Nullable Cell next() {
      return elements.isEmpty()
          ? null
          : new Cell(elements.first(), of(new InList(elements.rest())));
    }
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

  /// Sets what computes the next cell, unless it is known already. For who reads streams back.
  public synchronized void replace(Source next) {
    if (source != null) {
      source = next;
    }
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
