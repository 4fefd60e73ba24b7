package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.value.trie.Trie;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;

/// The total order of all values that can be compared at all; it agrees with [Order#same]. It has
/// no meaning in the language: it makes the shape of maps a function of their contents.
///
/// A value is compared as the sequence of its heads: its own, then those of its parts, first part
/// first. A head says how many parts there are, so the sequences of different values differ.
final class Total {
  private Total() {}

  static int compare(Object a, Object b) {
    return Trie.identical(a, b) && !isOpaque(a) ? 0 : compare(a, b, true);
  }

  private static boolean isOpaque(Object value) {
    return value instanceof Function || value instanceof Handle || value instanceof Stream;
  }

  /// @param nanIsSame whether NaN is the same as itself; else it is different from itself
  static int compare(Object a, Object b, boolean nanIsSame) {
    int order = heads(a, b, nanIsSame);
    return order != 0 || Parts.size(a) == 0 ? order : parts(a, b, nanIsSame);
  }

  private static int parts(Object a, Object b, boolean nanIsSame) {
    var open = new ArrayDeque<Iterator<?>>();
    open.push(Parts.of(b));
    open.push(Parts.of(a));
    while (!open.isEmpty()) {
      var left = open.pop();
      if (!left.hasNext()) {
        open.pop();
        continue;
      }
      var right = open.element();
      open.push(left);
      Object x = left.next();
      Object y = right.next();
      int order = heads(x, y, nanIsSame);
      if (order != 0) {
        return order;
      }
      if (Parts.size(x) > 0) {
        open.push(Parts.of(y));
        open.push(Parts.of(x));
      }
    }
    return 0;
  }

  private static int heads(Object a, Object b, boolean nanIsSame) {
    int kind = Parts.kind(a);
    int order = Integer.compare(kind, Parts.kind(b));
    if (order != 0) {
      return order;
    }
    order = Integer.compare(Parts.size(a), Parts.size(b));
    return order != 0 ? order : ofOneKind(a, b, nanIsSame);
  }

  private static int ofOneKind(Object a, Object b, boolean nanIsSame) {
    return switch (a) {
      case Boolean x -> x.compareTo((Boolean) b);
      case Double x -> Numbers.total(x, (Double) b, nanIsSame);
      case Character x -> x.compareTo((Character) b);
      case String x -> Text.compare(x, (String) b);
      case Keyword(String x) -> Text.compare(x, ((Keyword) b).path());
      case Instant x -> x.compareTo((Instant) b);
      case Duration x -> x.compareTo((Duration) b);
      case UUID x -> uuids(x, (UUID) b);
      case Ast x -> forms(x.form(), ((Ast) b).form());
      case Variant x -> variants(x.shape(), ((Variant) b).shape());
      case Aggregate x -> Text.compare(x.shape().path(), ((Aggregate) b).shape().path());
      case Wrapped(String x, _) -> Text.compare(x, ((Wrapped) b).path());
      case Foreign(String x, _) -> Text.compare(x, ((Foreign) b).tag());
      case Number x -> Numbers.compare(x, b);
      case Ratio x -> Numbers.compare(x, b);
      default -> 0;
    };
  }

  private static int uuids(UUID a, UUID b) {
    int order = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return order != 0
        ? order
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }

  private static int variants(VariantShape a, VariantShape b) {
    int order = Text.compare(a.path(), b.path());
    return order != 0 ? order : Text.compare(a.name(), b.name());
  }

  private static int forms(Form a, Form b) {
    int order = Integer.compare(kind(a), kind(b));
    return order != 0 ? order : ofOneKind(a, b);
  }

  static int kind(Form form) {
    return switch (form) {
      case Form.Int _ -> 0;
      case Form.Real _ -> 1;
      case Form.Rational _ -> 2;
      case Form.BigInt _ -> 3;
      case Form.Bool _ -> 4;
      case Form.Str _ -> 5;
      case Form.Char _ -> 6;
      case Form.Nil _ -> 7;
      case Form.Key _ -> 8;
      case Form.Symbol _ -> 9;
      case Form.Sequence _ -> 10;
      case Form.Vector _ -> 11;
      case Form.Braces _ -> 12;
      case Form.Set _ -> 13;
    };
  }

  private static int ofOneKind(Form a, Form b) {
    return switch (a) {
      case Form.Int(long x) -> Long.compare(x, ((Form.Int) b).value());
      case Form.Real(double x) -> Double.compare(x, ((Form.Real) b).value());
      case Form.Rational(Ratio x) -> Numbers.compare(x, ((Form.Rational) b).value());
      case Form.BigInt(var x) -> x.compareTo(((Form.BigInt) b).value());
      case Form.Bool(boolean x) -> Boolean.compare(x, ((Form.Bool) b).value());
      case Form.Str(String x) -> Text.compare(x, ((Form.Str) b).value());
      case Form.Char(char x) -> Character.compare(x, ((Form.Char) b).value());
      case Form.Key(String x) -> Text.compare(x, ((Form.Key) b).name());
      case Form.Symbol x -> symbols(x, (Form.Symbol) b);
      case Form.Nil _, Form.Sequence _, Form.Vector _, Form.Braces _, Form.Set _ -> 0;
    };
  }

  private static int symbols(Form.Symbol a, Form.Symbol b) {
    int order = Text.compare(a.name(), b.name());
    return order != 0 ? order : Arrays.compare(a.scopes().toArray(), b.scopes().toArray());
  }
}
