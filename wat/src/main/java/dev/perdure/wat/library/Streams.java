package dev.perdure.wat.library;

import dev.perdure.wat.data.List;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.run.Raise;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Streams, and what can be walked like one (W15.1).
public final class Streams {
  private Streams() {}

  /// `(Seqable/seq c)`; copies nothing.
  public static Stream of(Object seqable) {
    return switch (seqable) {
      case Stream stream -> stream;
      case Vector vector -> Stream.over(vector);
      case List list -> Stream.over(list);
      case PersistentVector(Vector elements) -> Stream.over(elements);
      default -> throw noSequence(seqable);
    };
  }

  /// The elements of a Vector, a List, a PersistentVector or a Stream, which is forced on the way.
  static Iterable<Object> elements(Object seqable) {
    return switch (seqable) {
      case Vector vector -> vector;
      case List list -> list;
      case PersistentVector(Vector elements) -> elements;
      case Stream stream -> () -> new Cells(stream);
      default -> throw noSequence(seqable);
    };
  }

  private static Raise noSequence(Object value) {
    return Raise.mismatch(":wat::core::Seqable/seq", ":wat::core::Seqable<T>", Show.of(value));
  }

  /// Walks a stream without holding on to what is behind.
  private static final class Cells implements Iterator<Object> {
    private Stream rest;
    private Stream.@Nullable Cell cell;

    Cells(Stream stream) {
      this.rest = stream;
    }

    @Override
    public boolean hasNext() {
      if (cell == null) {
        cell = rest.cell();
      }
      return cell != null;
    }

    @Override
    public Object next() {
      if (!hasNext() || cell == null) {
        throw new NoSuchElementException();
      }
      var first = cell.first();
      rest = cell.rest();
      cell = null;
      return first;
    }
  }

  /// `(empty)`.
  public static Stream empty() {
    return Stream.EMPTY;
  }

  /// `(cons x s)`.
  public static Stream cons(Object first, Stream rest) {
    return Stream.cons(first, rest);
  }

  /// The first element and the rest as a tuple; forces one element.
  public static Variant uncons(Stream stream) {
    var cell = stream.cell();
    return cell == null ? Variant.NONE : Variant.some(Tuple.of(cell.first(), cell.rest()));
  }
}
