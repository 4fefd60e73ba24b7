package dev.perdure.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;

/// The orders of values: the total order, and the order of encoded maps and sets.
final class Order {
  static final Comparator<Value> TOTAL = Order::compare;
  static final Comparator<Value> ENCODING = (a, b) -> encoding(a, a.hashCode(), b, b.hashCode());

  private Order() {}

  /// Whether both are the same object: a shortcut before a comparison, or the sign that nothing has
  /// changed.
  @SuppressWarnings("ReferenceEquality")
  static boolean identical(Object a, Object b) {
    return a == b;
  }

  static boolean same(Object a, Object b) {
    return identical(a, b) || a.equals(b);
  }

  /// Encoding order of two keys whose hashes are known.
  static int encoding(Object a, int hashA, Object b, int hashB) {
    int order = Integer.compareUnsigned(hashA, hashB);
    return order != 0 ? order : ofKeys(a, b);
  }

  /// The total order of two keys of a trie.
  static int ofKeys(Object a, Object b) {
    return compare((Value) a, (Value) b);
  }

  static int compare(Value left, Value right) {
    if (identical(left, right)) {
      return 0;
    }
    return left.kind() == right.kind()
        ? ofOneKind(left, right)
        : left.kind().compareTo(right.kind());
  }

  // Collections apart from the rest: this method recurs, and its frame counts against the stack.
  private static int ofOneKind(Value left, Value right) {
    return switch (left.kind()) {
      case LIST -> ofElements(((ListValue) left).iterator(), ((ListValue) right).iterator());
      case VEC -> ofElements(((Vec) left).iterator(), ((Vec) right).iterator());
      case SET -> ofSets((SetValue) left, (SetValue) right);
      case MAP -> ofMaps((MapValue) left, (MapValue) right);
      case TAGGED -> ofTagged((Tagged) left, (Tagged) right);
      default -> ofAtoms(left, right);
    };
  }

  private static int ofAtoms(Value left, Value right) {
    return switch (left) {
      case Nil _ -> 0;
      case Bool(var value) -> Boolean.compare(value, ((Bool) right).value());
      case Int(var value) -> Long.compare(value, ((Int) right).value());
      case BigInt(var value) -> value.compareTo(((BigInt) right).value());
      case Ratio value -> ofRatios(value, (Ratio) right);
      case Real(var value) -> Double.compare(value, ((Real) right).value());
      case Decimal value -> ofDecimals(value, (Decimal) right);
      case Char(var value) -> Integer.compare(value, ((Char) right).codePoint());
      case Str(var value) -> value.compareTo(((Str) right).value());
      case Keyword value -> ofKeywords(value, (Keyword) right);
      case Symbol value -> ofSymbols(value, (Symbol) right);
      case Inst(var value) -> value.compareTo(((Inst) right).value());
      case Uuid value -> ofUuids(value, (Uuid) right);
      case Bytes value -> Arrays.compareUnsigned(value.content(), ((Bytes) right).content());
      case ListValue _, Vec _, SetValue _, MapValue _, Tagged _ ->
          throw new IllegalArgumentException(left.kind().label());
    };
  }

  private static int ofRatios(Ratio left, Ratio right) {
    return left.numerator()
        .multiply(right.denominator())
        .compareTo(right.numerator().multiply(left.denominator()));
  }

  private static int ofDecimals(Decimal left, Decimal right) {
    int order = left.value().compareTo(right.value());
    return order != 0 ? order : Integer.compare(left.value().scale(), right.value().scale());
  }

  private static int ofKeywords(Keyword left, Keyword right) {
    int order = left.namespace().compareTo(right.namespace());
    return order != 0 ? order : left.name().compareTo(right.name());
  }

  private static int ofSymbols(Symbol left, Symbol right) {
    int order = left.namespace().compareTo(right.namespace());
    return order != 0 ? order : left.name().compareTo(right.name());
  }

  private static int ofUuids(Uuid left, Uuid right) {
    var a = left.value();
    var b = right.value();
    int order = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return order != 0
        ? order
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  private static int ofElements(Iterator<Value> left, Iterator<Value> right) {
    while (left.hasNext() && right.hasNext()) {
      int order = compare(left.next(), right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int ofSets(SetValue left, SetValue right) {
    int order = Integer.compare(left.size(), right.size());
    return order != 0 ? order : ofElements(left.iterator(), right.iterator());
  }

  private static int ofMaps(MapValue left, MapValue right) {
    int order = Integer.compare(left.size(), right.size());
    var a = left.cursor();
    var b = right.cursor();
    while (order == 0 && a.next() && b.next()) {
      order = ofKeys(a.key(), b.key());
      order = order != 0 ? order : ofKeys(a.value(), b.value());
    }
    return order;
  }

  private static int ofTagged(Tagged left, Tagged right) {
    int order = ofSymbols(left.tag(), right.tag());
    return order != 0 ? order : compare(left.value(), right.value());
  }
}
