package dev.perdure.wat.library;

import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Variant;

/// Persistent vectors, which do what vectors do (W15.1).
public final class PersistentVectors {
  private PersistentVectors() {}

  /// `(length c)`.
  public static long length(PersistentVector c) {
    return Vectors.length(c.elements());
  }

  /// `(empty? c)`.
  public static boolean isEmpty(PersistentVector c) {
    return Vectors.isEmpty(c.elements());
  }

  /// `(get c i)`.
  public static Variant get(PersistentVector c, long index) {
    return Vectors.get(c.elements(), index);
  }

  /// `(nth c i)`; raises outside.
  public static Object nth(PersistentVector c, long index) {
    return Vectors.nth(c.elements(), index);
  }

  /// `(last c)`.
  public static Variant last(PersistentVector c) {
    return Vectors.last(c.elements());
  }

  /// `(rest c)`.
  public static PersistentVector rest(PersistentVector c) {
    return new PersistentVector(Vectors.rest(c.elements()));
  }

  /// `(reverse c)`.
  public static PersistentVector reverse(PersistentVector c) {
    return new PersistentVector(Vectors.reverse(c.elements()));
  }

  /// `(conj c x)`.
  public static PersistentVector conj(PersistentVector c, Object element) {
    return new PersistentVector(Vectors.conj(c.elements(), element));
  }

  /// `(contains? c x)`.
  public static boolean contains(PersistentVector c, Object element) {
    return Vectors.contains(c.elements(), element);
  }

  /// `(concat a b)`.
  public static PersistentVector concat(PersistentVector c, Object seqable) {
    return new PersistentVector(Vectors.concat(c.elements(), seqable));
  }

  /// `(assoc c i x)`; raises outside.
  public static PersistentVector with(PersistentVector c, long index, Object element) {
    return new PersistentVector(Vectors.with(c.elements(), index, element));
  }
}
