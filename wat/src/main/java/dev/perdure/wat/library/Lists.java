package dev.perdure.wat.library;

import dev.perdure.wat.data.List;
import dev.perdure.wat.data.Order;
import dev.perdure.wat.data.Variant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Lists (W15.1). Places count from 0 and are reached step by step.
public final class Lists {
  private Lists() {}

  /// `(length c)`.
  public static long length(List c) {
    return c.size();
  }

  /// `(empty? c)`.
  public static boolean isEmpty(List c) {
    return c.isEmpty();
  }

  private static @Nullable Object find(List c, long index) {
    if (index < 0 || index >= c.size()) {
      return null;
    }
    var at = c;
    for (long i = 0; i < index; i++) {
      at = at.rest();
    }
    return at.first();
  }

  /// `(get c i)`.
  public static Variant get(List c, long index) {
    return Variant.option(find(c, index));
  }

  /// `(nth c i)`; raises outside.
  public static Object nth(List c, long index) {
    var found = find(c, index);
    if (found == null) {
      throw Failures.outside(index, c.size());
    }
    return found;
  }

  /// `(last c)`.
  public static Variant last(List c) {
    return get(c, c.size() - 1L);
  }

  /// `(rest c)`.
  public static List rest(List c) {
    return c.rest();
  }

  /// `(reverse c)`.
  public static List reverse(List c) {
    var reversed = List.EMPTY;
    for (var element : c) {
      reversed = reversed.prepend(element);
    }
    return reversed;
  }

  /// `(conj c x)`: at the front.
  public static List conj(List c, Object element) {
    return c.prepend(element);
  }

  /// `(contains? c x)`.
  public static boolean contains(List c, Object element) {
    for (var one : c) {
      if (Order.equal(one, element)) {
        return true;
      }
    }
    return false;
  }

  /// `(concat a b)`; forces all of a stream.
  public static List concat(List c, Object seqable) {
    var behind = seqable instanceof List list ? list : List.ofAll(Streams.elements(seqable));
    var before = new ArrayList<Object>();
    c.forEach(before::add);
    for (var element : before.reversed()) {
      behind = behind.prepend(element);
    }
    return behind;
  }
}
