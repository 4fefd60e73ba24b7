package dev.perdure.wat.library;

import dev.perdure.value.Ratio;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Handle;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashMapBuilder;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Order;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.run.TypeTests;
import dev.perdure.wat.syntax.Ast;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Records and structs as data (W3.3), and the types of values.
public final class Records {
  private Records() {}

  /// `(record? v)`.
  public static boolean isRecord(Object value) {
    return value instanceof Aggregate aggregate && aggregate.shape().isRecord();
  }

  /// `(Record/same-data? a b)`: the same names with equal values, in whatever order.
  public static boolean sameData(Aggregate a, Aggregate b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      var other = b.field(a.shape().fields().get(i));
      if (other == null || !Order.equal(a.field(i), other)) {
        return false;
      }
    }
    return true;
  }

  /// `(record->map r)`: raises `TypeMismatch` of a field that is not of the type that the use
  /// fixes.
  public static HashMap toMap(Aggregate record, Context context) {
    var tests = new TypeTests(context.program().types());
    var map = new HashMapBuilder();
    for (int i = 0; i < record.size(); i++) {
      if (!tests.is(record.field(i), context.wanted())) {
        throw Raise.mismatch(
            ":wat::core::record->map", context.wanted().toString(), Show.of(record.field(i)));
      }
      map.put(new Keyword(record.shape().fields().get(i)), record.field(i));
    }
    return map.build();
  }

  /// `(struct->form s)`: a call of its positional constructor; raises `TypeMismatch` if a field has
  /// no form.
  public static Ast toForm(Aggregate struct) {
    return Trees.of(struct);
  }

  /// `(type v)`: the path of its type, without the arguments of that type.
  public static Keyword type(Object value) {
    return new Keyword(path(value));
  }

  private static String path(Object value) {
    return switch (value) {
      case Aggregate aggregate -> aggregate.shape().path();
      case Variant variant -> variant.shape().path();
      case Wrapped wrapped -> wrapped.path();
      case Handle handle -> handle.path();
      case Ast _ -> "wat::WatAST";
      case Stream _ -> "wat::stream::Stream";
      case Instant _ -> "wat::time::Instant";
      case Duration _ -> "wat::time::Duration";
      default -> "wat::core::" + core(value);
    };
  }

  private static String core(Object value) {
    return switch (value) {
      case Nothing _ -> "nil";
      case Boolean _ -> "bool";
      case Long _ -> "i64";
      case Double _ -> "f64";
      case String _ -> "String";
      case Character _ -> "char";
      case Keyword _ -> "keyword";
      case BigInteger _ -> "bigint";
      case Ratio _ -> "rational";
      case UUID _ -> "Uuid";
      case Tuple _ -> "Tuple";
      case Function _ -> "Fn";
      case Vector _ -> "Vector";
      case dev.perdure.wat.data.List _ -> "List";
      case HashSet _ -> "HashSet";
      case HashMap _ -> "HashMap";
      case PersistentVector _ -> "PersistentVector";
      case PersistentMap _ -> "PersistentMap";
      default -> "Value";
    };
  }
}
