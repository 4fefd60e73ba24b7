package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import dev.perdure.value.trie.Cursor;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Values as trees: of what kind a value is, how many parts it has, and which.
final class Parts {
  // Values that are the same are of the same kind.
  static final int STRING = 6;
  static final int KEYWORD = 7;

  private Parts() {}

  /// The kind of a value: the first thing by which the total order tells two apart.
  static int kind(Object value) {
    return switch (value) {
      case Nothing _ -> 0;
      case Boolean _ -> 1;
      case Long _, BigInteger _ -> 2;
      case Ratio _ -> 3;
      case Double _ -> 4;
      case Character _ -> 5;
      case String _ -> STRING;
      case Keyword _ -> KEYWORD;
      case Instant _ -> 8;
      case Duration _ -> 9;
      case UUID _ -> 10;
      case Ast _ -> 11;
      case Vector _, List _ -> 12;
      case PersistentVector _ -> 13;
      case Tuple _ -> 14;
      case Variant _ -> 15;
      case Aggregate _ -> 16;
      case Wrapped _ -> 17;
      case HashSet _ -> 18;
      case HashMap _ -> 19;
      case PersistentMap _ -> 20;
      case Foreign _ -> 21;
      default -> throw new NotComparable(value);
    };
  }

  /// How many parts a value has.
  static int size(Object value) {
    return switch (value) {
      case Vector vector -> vector.size();
      case List list -> list.size();
      case PersistentVector(Vector elements) -> elements.size();
      case Tuple tuple -> tuple.size();
      case Variant variant -> variant.size();
      case Aggregate aggregate -> aggregate.size();
      case Wrapped _, Foreign _ -> 1;
      case HashSet set -> set.size();
      case HashMap map -> 2 * map.size();
      case PersistentMap(HashMap entries) -> 2 * entries.size();
      case Ast ast -> size(ast.form());
      default -> 0;
    };
  }

  private static int size(Form form) {
    var items = items(form);
    return items == null ? 0 : items.size();
  }

  /// The items of a form that holds others; null if it holds none.
  static java.util.@Nullable List<Ast> items(Form form) {
    return switch (form) {
      case Form.Sequence(var items) -> items;
      case Form.Vector(var items) -> items;
      case Form.Braces(var items) -> items;
      case Form.Set(var items) -> items;
      default -> null;
    };
  }

  /// The parts of a value, in an order that is a function of it alone; of a map keys and values in
  /// turn.
  static Iterator<?> of(Object value) {
    return switch (value) {
      case Vector vector -> vector.iterator();
      case List list -> list.iterator();
      case PersistentVector(Vector elements) -> elements.iterator();
      case Tuple tuple -> indexed(tuple.size(), tuple::item);
      case Variant variant -> indexed(variant.size(), variant::field);
      case Aggregate aggregate -> indexed(aggregate.size(), aggregate::field);
      case Wrapped(_, Object content) -> Collections.singleton(content).iterator();
      case Foreign(_, Object body) -> Collections.singleton(body).iterator();
      case HashSet set -> set.iterator();
      case HashMap map -> entries(map.cursor());
      case PersistentMap(HashMap map) -> entries(map.cursor());
      case Ast ast -> of(ast.form());
      default -> Collections.emptyIterator();
    };
  }

  private static Iterator<?> of(Form form) {
    var items = items(form);
    return items == null ? Collections.emptyIterator() : items.iterator();
  }

  private static Iterator<Object> indexed(int size, IntFunction<Object> part) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Object next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        return part.apply(next++);
      }
    };
  }

  private static Iterator<Object> entries(Cursor cursor) {
    return new Iterator<>() {
      private boolean atValue;
      private boolean more = cursor.next();

      @Override
      public boolean hasNext() {
        return more;
      }

      @Override
      public Object next() {
        if (!more) {
          throw new NoSuchElementException();
        }
        var part = atValue ? cursor.value() : cursor.key();
        more = !atValue || cursor.next();
        atValue = !atValue;
        return part;
      }
    };
  }
}
