package dev.perdure.wat.border;

import dev.perdure.value.Bool;
import dev.perdure.value.Char;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Ratio;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.List;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Portable;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The borders of the types of a program, each made once:
///
/// | wat | the engine's value |
/// |---|---|
/// | `nil`, bool, numbers, String, char, Uuid, Instant | the same |
/// | `bigint` | an integer; `rational`: a decimal if it is finite, else a ratio |
/// | `Duration` | the text of ISO 8601 |
/// | `Vector<u8>` | bytes; other vectors, lists and tuples: a vector |
/// | `HashSet`, `HashMap` | a set, a map |
/// | `Option<T>` | nil or the value; where T may be nil itself, a vector of it |
/// | `Result<T,E>` | `#Result/Ok {:value …}`, `#Result/Err {:error …}` |
/// | record, newtype | a map by the names of the fields in camel case; `:value` of a newtype |
/// | enum of unit variants only | a keyword; another: `#Shape/Circle {:r 1.0}` |
/// | what else is portable | its EDN (W10) |
public final class Borders {
  private final Shapes shapes;
  private final Map<Type, Border> made = new ConcurrentHashMap<>();

  /// @param shapes of the values of the program's types
  public Borders(Shapes shapes) {
    this.shapes = shapes;
  }

  /// That of a type. What it is made of is looked at when the first value crosses.
  public Border of(Type type) {
    var known = made.get(type);
    if (known == null) {
      known = make(shapes.table().expand(type));
      made.put(type, known);
    }
    return known;
  }

  /// A border that is written as two functions.
  private record Both(
      Function<Object, Value> outward, Function<Value, @Nullable Object> inward, String expected)
      implements Border {
    @Override
    public Value out(Object value) {
      return outward.apply(value);
    }

    @Override
    public Object in(Value value) {
      var read = inward.apply(value);
      if (read == null) {
        throw EdnFault.mismatch(expected, got(value));
      }
      return read;
    }
  }

  static String got(Value value) {
    var text = value.toString();
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  private Border make(Type type) {
    return switch (type) {
      case Type.Named(String name, var args, _) -> named(type, name, args);
      case Type.Tuple(var items) -> tuple(type, items);
      default -> dynamic(type);
    };
  }

  private static Both both(
      Type type, Function<Object, Value> outward, Function<Value, @Nullable Object> inward) {
    return new Both(outward, inward, type.toString());
  }

  private Border named(Type type, String name, java.util.List<Type> args) {
    return switch (name) {
      case "wat::core::nil" ->
          both(type, _ -> Value.nil(), v -> v instanceof Nil ? Nothing.NIL : null);
      case "wat::core::bool" ->
          both(type, b -> Bool.of((Boolean) b), v -> v instanceof Bool(boolean b) ? b : null);
      case "wat::core::i64" ->
          both(type, n -> Value.of((Long) n), v -> v instanceof Int(long n) ? n : null);
      case "wat::core::u8" ->
          both(
              type,
              n -> Value.of((Long) n),
              v -> v instanceof Int(long n) && n >= 0 && n < 256 ? n : null);
      case "wat::core::f64" -> both(type, d -> Value.of((Double) d), Scalars::real);
      case "wat::core::String" ->
          both(type, s -> Value.of((String) s), v -> v instanceof Str(String s) ? s : null);
      case "wat::core::char" ->
          both(
              type,
              c -> new Char((Character) c),
              v -> v instanceof Char(int c) && c <= Character.MAX_VALUE ? (Object) (char) c : null);
      case "wat::core::bigint" -> both(type, n -> Value.of((BigInteger) n), Scalars::bigInteger);
      case "wat::core::rational" -> both(type, r -> Scalars.decimal((Ratio) r), Scalars::ratio);
      case "wat::core::Uuid" ->
          both(type, u -> Value.of((UUID) u), v -> v instanceof Uuid(var u) ? u : null);
      case "wat::time::Instant" ->
          both(type, i -> Value.of((Instant) i), v -> v instanceof Inst(var i) ? i : null);
      case "wat::time::Duration" ->
          both(type, d -> Value.of(((Duration) d).toString()), Scalars::duration);
      case Basic.OPTION -> option(type, args.getFirst());
      case Basic.RESULT -> new ResultBorder(of(args.get(0)), of(args.get(1)), type.toString());
      case Basic.VECTOR -> {
        if (Type.is(args.getFirst(), "wat::core::u8")) {
          yield both(type, Scalars::bytes, Scalars::octets);
        }
        var element = later(args.getFirst());
        yield both(type, v -> vec((Vector) v, element), v -> items(v, element));
      }
      case Basic.LIST -> {
        var element = later(args.getFirst());
        yield both(type, v -> vec((List) v, element), v -> list(items(v, element)));
      }
      case Basic.PERSISTENT_VECTOR -> {
        var element = later(args.getFirst());
        yield both(
            type,
            v -> vec(((PersistentVector) v).elements(), element),
            v -> persistent(items(v, element)));
      }
      case Basic.HASH_SET -> set(type, later(args.getFirst()));
      case Basic.HASH_MAP -> {
        var key = later(args.get(0));
        var value = later(args.get(1));
        yield both(type, m -> map((HashMap) m, key, value), v -> entries(v, key, value));
      }
      case Basic.PERSISTENT_MAP -> {
        var key = later(args.get(0));
        var value = later(args.get(1));
        yield both(
            type,
            m -> map(((PersistentMap) m).entries(), key, value),
            v -> persistent(entries(v, key, value)));
      }
      default -> declared(type, name, args);
    };
  }

  /// For types that contain themselves.
  private Supplier<Border> later(Type type) {
    return () -> of(type);
  }

  private Border declared(Type type, String name, java.util.List<Type> args) {
    return switch (shapes.table().find(name)) {
      case TypeDecl.Aggregate aggregate -> new RecordBorder(aggregate, args, this, shapes);
      case TypeDecl.Enumeration enumeration -> new EnumBorder(enumeration, args, this, shapes);
      case TypeDecl.Newtype newtype -> new NewtypeBorder(newtype, args, this);
      case null, default -> dynamic(type);
    };
  }

  private Border dynamic(Type type) {
    return new Border() {
      @Override
      public Value out(Object value) {
        return Portable.toValue(value);
      }

      @Override
      public Object in(Value value) {
        return Portable.fromValue(value, type, shapes);
      }
    };
  }

  private static Value vec(Iterable<Object> values, Supplier<Border> element) {
    var border = element.get();
    var vec = Vec.builder();
    for (var value : values) {
      vec.add(border.out(value));
    }
    return vec.build();
  }

  private static @Nullable Vector items(Value value, Supplier<Border> element) {
    Iterable<Value> elements =
        switch (value) {
          case Vec vec -> vec;
          case ListValue list -> list;
          default -> null;
        };
    if (elements == null) {
      return null;
    }
    var border = element.get();
    var items = new VectorBuilder();
    for (var one : elements) {
      items.add(inside("[" + items.size() + "]", border, one));
    }
    return items.build();
  }

  /// Reads a part; a mismatch in it is told with the step that leads there.
  static Object inside(String step, Border border, Value value) {
    try {
      return border.in(value);
    } catch (EdnFault fault) {
      throw fault.under(step);
    }
  }

  private static @Nullable Object list(@Nullable Vector items) {
    return items == null ? null : List.ofAll(items);
  }

  private static @Nullable Object persistent(@Nullable Vector items) {
    return items == null ? null : new PersistentVector(items);
  }

  private static @Nullable Object persistent(@Nullable HashMap map) {
    return map == null ? null : new PersistentMap(map);
  }

  private Border set(Type type, Supplier<Border> element) {
    return both(
        type,
        value -> {
          var border = element.get();
          var set = SetValue.builder();
          ((HashSet) value).forEach(one -> set.add(border.out(one)));
          return set.build();
        },
        value -> {
          if (!(value instanceof SetValue elements)) {
            return null;
          }
          var border = element.get();
          var set = HashSet.EMPTY.toBuilder();
          elements.forEach(one -> set.add(inside("#{}", border, one)));
          return set.build();
        });
  }

  private static Value map(HashMap map, Supplier<Border> keys, Supplier<Border> values) {
    var key = keys.get();
    var value = values.get();
    var entries = MapValue.builder();
    map.forEachEntry((k, v) -> entries.put(key.out(k), value.out(v)));
    return entries.build();
  }

  private static @Nullable HashMap entries(
      Value value, Supplier<Border> keys, Supplier<Border> values) {
    if (!(value instanceof MapValue entries)) {
      return null;
    }
    var key = keys.get();
    var border = values.get();
    var map = HashMap.EMPTY.toBuilder();
    entries.forEachEntry(
        (k, v) -> map.put(inside("{key}", key, k), inside("{" + got(k) + "}", border, v)));
    return map.build();
  }

  private Border option(Type type, Type of) {
    var border = later(of);
    boolean mayBeNil = mayBeNil(of);
    return both(
        type,
        value -> {
          var option = (Variant) value;
          if (!option.isSome()) {
            return Value.nil();
          }
          var content = border.get().out(option.field(0));
          return mayBeNil ? Vec.of(content) : content;
        },
        value -> {
          if (value instanceof Nil) {
            return Variant.NONE;
          }
          if (!mayBeNil) {
            return Variant.some(border.get().in(value));
          }
          return value instanceof Vec vec && vec.size() == 1
              ? Variant.some(inside("[0]", border.get(), vec.get(0)))
              : null;
        });
  }

  private static boolean mayBeNil(Type type) {
    return Type.is(type, Basic.NIL.name())
        || Type.is(type, Basic.OPTION)
        || Type.is(type, Basic.VALUE.name())
        || !(type instanceof Type.Named || type instanceof Type.Tuple);
  }

  private Border tuple(Type type, java.util.List<Type> types) {
    return both(
        type,
        value -> {
          var vec = Vec.builder();
          for (int i = 0; i < types.size(); i++) {
            vec.add(of(types.get(i)).out(((Tuple) value).item(i)));
          }
          return vec.build();
        },
        value -> {
          if (!(value instanceof Vec vec) || vec.size() != types.size()) {
            return null;
          }
          var items = new Object[types.size()];
          for (int i = 0; i < items.length; i++) {
            items[i] = inside("[" + i + "]", of(types.get(i)), vec.get(i));
          }
          return Tuple.of(items);
        });
  }
}
