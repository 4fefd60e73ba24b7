package dev.perdure.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// Immutable data: the only thing that crosses a boundary between tasks, universes, processes,
/// nodes and the log. The kinds are those of EDN.
///
/// Equality is by kind and content: `1`, `1N` and `1.0` are three values, a list never equals a
/// vector, `NaN` equals itself and `-0.0` differs from `0.0`. `hashCode` is specified by the
/// content alone, equal in every JVM and run; [#order()] is a total order that agrees with
/// `equals`.
///
/// `equals`, `hashCode` and the order recur once a nesting level. Whatever comes from outside is
/// bounded by [Limits#depthMax()]; a value built by code deeper than that is refused where it would
/// leave, by the printer and the encoder.
public sealed interface Value
    permits Nil,
        Bool,
        Int,
        BigInt,
        Ratio,
        Real,
        Decimal,
        Char,
        Str,
        Keyword,
        Symbol,
        Inst,
        Uuid,
        Bytes,
        ListValue,
        Vec,
        SetValue,
        MapValue,
        Tagged {

  /// Which of the kinds this value is.
  Kind kind();

  /// The total order: first by kind, in the order of [Kind], then by content. Vectors and lists are
  /// ordered by their elements, a prefix first; sets and maps by size first.
  static Comparator<Value> order() {
    return Order.TOTAL;
  }

  /// The order in which maps and sets iterate and are encoded: by `hashCode` as an unsigned number,
  /// then by [#order()]. Whoever writes a map through [Encoder] writes its keys in this order.
  static Comparator<Value> encodingOrder() {
    return Order.ENCODING;
  }

  /// `nil`.
  static Nil nil() {
    return Nil.NIL;
  }

  /// `true` or `false`.
  static Bool of(boolean value) {
    return Bool.of(value);
  }

  /// An integer of 64 bits.
  static Int of(long value) {
    return Int.of(value);
  }

  /// An integer of any size; stays one, however small.
  static BigInt of(BigInteger value) {
    return new BigInt(value);
  }

  /// An IEEE double.
  static Real of(double value) {
    return new Real(value);
  }

  /// A decimal number; its scale is part of it.
  static Decimal of(BigDecimal value) {
    return new Decimal(value);
  }

  /// A string; refused with `VALUE_INVALID` if it holds half of a surrogate pair.
  static Str of(String value) {
    return new Str(value);
  }

  /// A point in time.
  static Inst of(Instant value) {
    return new Inst(value);
  }

  /// A UUID.
  static Uuid of(UUID value) {
    return new Uuid(value);
  }

  /// A copy of the bytes.
  static Bytes of(byte[] value) {
    return Bytes.of(value);
  }
}
