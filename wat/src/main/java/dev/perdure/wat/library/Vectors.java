package dev.perdure.wat.library;

import dev.perdure.wat.data.Order;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.run.Raise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Vectors (W15.1). Places count from 0.
public final class Vectors {
  private Vectors() {}

  /// `(length c)`.
  public static long length(Vector c) {
    return c.size();
  }

  /// The same of what is being built.
  public static long length(VectorBuilder c) {
    return c.size();
  }

  /// `(empty? c)`.
  public static boolean isEmpty(Vector c) {
    return c.isEmpty();
  }

  /// The same of what is being built.
  public static boolean isEmpty(VectorBuilder c) {
    return c.size() == 0;
  }

  private static boolean has(Vector c, long index) {
    return index >= 0 && index < c.size();
  }

  private static boolean has(VectorBuilder c, long index) {
    return index >= 0 && index < c.size();
  }

  /// `(get c i)`.
  public static Variant get(Vector c, long index) {
    return has(c, index) ? Variant.some(c.get((int) index)) : Variant.NONE;
  }

  /// The same of what is being built.
  public static Variant get(VectorBuilder c, long index) {
    return has(c, index) ? Variant.some(c.get((int) index)) : Variant.NONE;
  }

  /// `(nth c i)`; raises outside.
  public static Object nth(Vector c, long index) {
    if (!has(c, index)) {
      throw Failures.outside(index, c.size());
    }
    return c.get((int) index);
  }

  /// The same of what is being built.
  public static Object nth(VectorBuilder c, long index) {
    if (!has(c, index)) {
      throw Failures.outside(index, c.size());
    }
    return c.get((int) index);
  }

  /// `(last c)`.
  public static Variant last(Vector c) {
    return get(c, c.size() - 1L);
  }

  /// The same of what is being built.
  public static Variant last(VectorBuilder c) {
    return get(c, c.size() - 1L);
  }

  /// `(rest c)`.
  public static Vector rest(Vector c) {
    return c.rest();
  }

  /// `(reverse c)`.
  public static Vector reverse(Vector c) {
    var reversed = new VectorBuilder();
    for (int i = c.size() - 1; i >= 0; i--) {
      reversed.add(c.get(i));
    }
    return reversed.build();
  }

  /// `(conj c x)`.
  public static Vector conj(Vector c, Object element) {
    return c.append(element);
  }

  /// `(contains? c x)`.
  public static boolean contains(Vector c, Object element) {
    for (var one : c) {
      if (Order.equal(one, element)) {
        return true;
      }
    }
    return false;
  }

  /// The same in place.
  public static VectorBuilder conj(VectorBuilder c, Object element) {
    return c.add(element);
  }

  /// `(concat a b)`; forces all of a stream.
  public static Vector concat(Vector c, Object seqable) {
    if (c.isEmpty() && seqable instanceof Vector vector) {
      return vector;
    }
    return c.toBuilder().addAll(Streams.elements(seqable)).build();
  }

  /// `(assoc c i x)`; raises outside.
  public static Vector with(Vector c, long index, Object element) {
    if (!has(c, index)) {
      throw Failures.outside(index, c.size());
    }
    return c.with((int) index, element);
  }

  /// The same in place.
  public static VectorBuilder with(VectorBuilder c, long index, Object element) {
    if (!has(c, index)) {
      throw Failures.outside(index, c.size());
    }
    return c.set((int) index, element);
  }

  /// `(range from to)`.
  public static Vector range(long from, long to) {
    checkRange(from, to);
    var range = new VectorBuilder();
    for (long i = from; i < to; i++) {
      range.add(i);
    }
    return range.build();
  }

  /// Raises unless a vector can hold the numbers.
  static void checkRange(long from, long to) {
    if (to > from && Long.compareUnsigned(to - from, Integer.MAX_VALUE) > 0) {
      throw Raise.assertion("range from " + from + " to " + to + " is too long for a Vector");
    }
  }

  /// `(window c n)`; raises unless `n` is above zero.
  public static Vector windows(Vector c, long size) {
    if (size <= 0) {
      throw Raise.assertion("a window of " + size);
    }
    var windows = new VectorBuilder();
    for (int i = 0; i + size <= c.size(); i++) {
      windows.add(c.take(i + (int) size).drop(i));
    }
    return windows.build();
  }

  /// `(remove-at c i)`; outside it changes nothing.
  public static Vector removeAt(Vector c, long index) {
    if (!has(c, index)) {
      return c;
    }
    int at = (int) index;
    return c.take(at).toBuilder().addAll(c.drop(at + 1)).build();
  }

  /// `(sort c)`: by [Order#SORTING]; equal ones stay in their order.
  public static Vector sorted(Object seqable) {
    return sorted(seqable, Order.SORTING);
  }

  /// Pairs, sorted by their first items as by `sort`.
  public static Vector sortedByFirst(Vector pairs) {
    return sorted(pairs, (a, b) -> Order.SORTING.compare(((Tuple) a).item(0), ((Tuple) b).item(0)));
  }

  private static Vector sorted(Object seqable, Comparator<Object> order) {
    List<Object> all = new ArrayList<>();
    Streams.elements(seqable).forEach(all::add);
    all.sort(order);
    return Vector.ofAll(all);
  }
}
