package dev.perdure.wat.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The order of `<` and its kin: numbers exactly, Vectors and tuples by their first elements that
/// differ, `None` before `Some` and `Err` before `Ok`.
final class Ordered {
  private Ordered() {}

  /// @param nanIsLast whether NaN comes behind all numbers; else it is [Order#UNORDERED]
  static int compare(Object a, Object b, boolean nanIsLast) {
    int order = heads(a, b, nanIsLast);
    return order != 0 ? order : parts(a, b, nanIsLast);
  }

  private static int parts(Object a, Object b, boolean nanIsLast) {
    var open = new ArrayDeque<Iterator<?>>();
    open(open, a, b);
    while (!open.isEmpty()) {
      var left = open.pop();
      var right = open.pop();
      if (left.hasNext() && right.hasNext()) {
        Object x = left.next();
        Object y = right.next();
        int order = heads(x, y, nanIsLast);
        if (order != 0) {
          return order;
        }
        open.push(right);
        open.push(left);
        open(open, x, y);
      } else if (left.hasNext() || right.hasNext()) {
        return left.hasNext() ? 1 : -1;
      }
    }
    return 0;
  }

  private static void open(ArrayDeque<Iterator<?>> open, Object a, Object b) {
    var left = parts(a);
    var right = parts(b);
    if (left != null && right != null) {
      open.push(right);
      open.push(left);
    }
  }

  private static @Nullable Iterator<?> parts(Object value) {
    return switch (value) {
      case Vector vector -> vector.iterator();
      case Tuple tuple -> Parts.of(tuple);
      case Variant variant when variant.size() > 0 ->
          Collections.singleton(variant.field(0)).iterator();
      default -> null;
    };
  }

  /// The order as far as the values themselves decide it, without their parts.
  private static int heads(Object a, Object b, boolean nanIsLast) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      int order = Numbers.compare(a, b);
      return order == Order.UNORDERED && nanIsLast ? Boolean.compare(isNan(a), isNan(b)) : order;
    }
    return switch (a) {
      case String x when b instanceof String y -> Text.compare(x, y);
      case Boolean x when b instanceof Boolean y -> x.compareTo(y);
      case Keyword(String x) when b instanceof Keyword(String y) -> Text.compare(x, y);
      case Character x when b instanceof Character y -> Integer.signum(x.compareTo(y));
      case Instant x when b instanceof Instant y -> Integer.signum(x.compareTo(y));
      case Duration x when b instanceof Duration y -> Integer.signum(x.compareTo(y));
      case Vector _ when b instanceof Vector -> 0;
      case Tuple _ when b instanceof Tuple -> 0;
      case Variant x when b instanceof Variant y -> variants(x, y);
      default -> throw new NotComparable(hasOrder(a) ? b : a);
    };
  }

  private static boolean isNan(Object number) {
    return number instanceof Double d && Double.isNaN(d);
  }

  private static int variants(Variant a, Variant b) {
    int rankA = rank(a);
    int rankB = rank(b);
    // Option's ranks and Result's are not next to each other: one of each is a mistake.
    if (rankA / 2 != rankB / 2) {
      throw new NotComparable(b);
    }
    return Integer.compare(rankA, rankB);
  }

  private static int rank(Variant variant) {
    var shape = variant.shape();
    if (shape.equals(Variant.NONE_SHAPE)) {
      return 0;
    }
    if (shape.equals(Variant.SOME)) {
      return 1;
    }
    if (shape.equals(Variant.ERR)) {
      return 2;
    }
    if (shape.equals(Variant.OK)) {
      return 3;
    }
    throw new NotComparable(variant);
  }

  private static boolean hasOrder(Object value) {
    return Numbers.isNumber(value)
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Keyword
        || value instanceof Character
        || value instanceof Instant
        || value instanceof Duration
        || value instanceof Vector
        || value instanceof Tuple
        || value instanceof Variant;
  }
}
