package dev.perdure.java.codec;

import dev.perdure.value.Nil;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The codecs of the types that one class loader sees. Types are read once, when a codec is asked
/// for; converting uses method handles only.
///
/// | Java | value |
/// |---|---|
/// | `boolean`, `char`, `String`, `UUID`, `Instant`, `byte[]`, `Keyword` | the kind of that name |
/// | `byte short int long`, `BigInteger` | integer, big integer |
/// | `float double`, `BigDecimal` | real, decimal |
/// | other `java.time` types | tagged with their ISO 8601 text, such as `#time/Duration "PT1S"` |
/// | `List`, `Set`, `Map`, `Collection` | vector, set, map, vector |
/// | `Optional`, null | the value inside, or nil |
/// | enum constant | keyword |
/// | record | map from keywords to components |
/// | record that a sealed interface permits | that map, tagged with both names: `#Shape/Circle {…}` |
///
/// Values of the old shapes that functions marked with [dev.perdure.api.Migrates] take are read as
/// well.
public final class Codecs {
  // As parts of other codecs, which tell where a mismatch is.
  private final Map<Type, PartCodec> parts = new HashMap<>();
  private final PartCodec byClass = new ByClass();
  private final PartCodec listByClass = Containers.list(byClass);
  private final PartCodec setByClass = Containers.set(byClass);
  private final PartCodec mapByClass = Containers.map(byClass, byClass);
  // As they are handed out: with no mismatch but as a problem.
  private final Map<Type, Codec> wholes = new HashMap<>();

  /// No codec is built yet.
  public Codecs() {}

  /// The codec of a type.
  ///
  /// @throws dev.perdure.value.PerdureException `TYPE_NOT_A_VALUE` naming the path to the part that
  ///   has no form as a value
  public synchronized Codec of(Type type) {
    var present = wholes.get(type);
    if (present != null) {
      return present;
    }
    var whole = named(type, build(type, Map.of(), type.getTypeName()));
    wholes.put(type, whole);
    return whole;
  }

  /// Turns mismatches into problems that name the type.
  private static Codec named(Type type, PartCodec codec) {
    return new Codec() {
      @Override
      public Value toValue(@Nullable Object object) {
        try {
          return codec.toValue(object, 0);
        } catch (Mismatch m) {
          throw m.exception(type.getTypeName());
        }
      }

      @Override
      public @Nullable Object fromValue(Value value) {
        try {
          return codec.fromValue(value, 0);
        } catch (Mismatch m) {
          throw m.exception(type.getTypeName());
        }
      }
    };
  }

  /// The value of an object whose type nobody has said: by its class. Of a record that a sealed
  /// interface permits it is the tagged form.
  ///
  /// @throws dev.perdure.value.PerdureException as [#of]
  public Value toValue(@Nullable Object object) {
    return object == null ? Nil.NIL : named(object.getClass(), byClass).toValue(object);
  }

  /// The codec to write objects of a class by; what its type arguments stand for is written by its
  /// own class.
  private synchronized PartCodec ofWritten(Class<?> type) {
    var unsaid = Collections.nCopies(type.getTypeParameters().length, (Type) Unsaid.TYPE);
    return ofClass(type, unsaid, type.getTypeName());
  }

  /// A type argument that nobody has said.
  private enum Unsaid implements Type {
    TYPE
  }

  /// Writes an object by its class. Nothing can be read so.
  private final class ByClass implements PartCodec {
    @Override
    public Value toValue(@Nullable Object object, int depth) {
      return switch (object) {
        case null -> Nil.NIL;
        case Value v -> v;
        case List<?> _ -> listByClass.toValue(object, depth);
        case Set<?> _ -> setByClass.toValue(object, depth);
        case Map<?, ?> _ -> mapByClass.toValue(object, depth);
        case Optional<?> optional -> toValue(optional.orElse(null), depth);
        case Object o -> ofWritten(written(o)).toValue(o, depth);
      };
    }

    @Override
    public Object fromValue(Value value, int depth) {
      throw new Mismatch("a type to read it as", value);
    }

    @Override
    public boolean mayRead(Value value) {
      return false;
    }
  }

  /// The type that an object of this class is written as.
  private static Class<?> written(Object object) {
    var type =
        switch (object) {
          case Enum<?> e -> e.getDeclaringClass();
          case ZoneId zone when !(zone instanceof ZoneOffset) -> ZoneId.class;
          default -> object.getClass();
        };
    if (Scalars.codec(type) != null) {
      return type;
    }
    for (var parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return outermost(parent);
      }
    }
    return type;
  }

  private static Class<?> outermost(Class<?> sealed) {
    for (var parent : sealed.getInterfaces()) {
      if (parent.isSealed()) {
        return outermost(parent);
      }
    }
    return sealed;
  }

  /// The codec of a type inside another.
  ///
  /// @param bound the type arguments in force, by variable
  /// @param path to the type, for problems
  PartCodec build(Type type, Map<TypeVariable<?>, Type> bound, String path) {
    return switch (type) {
      case Class<?> c -> ofClass(c, List.of(), path);
      case ParameterizedType p ->
          ofClass(
              (Class<?>) p.getRawType(),
              List.of(p.getActualTypeArguments()).stream().map(a -> resolve(a, bound)).toList(),
              path);
      case TypeVariable<?> v when bound.containsKey(v) -> build(resolve(v, bound), Map.of(), path);
      case WildcardType w -> build(w.getUpperBounds()[0], bound, path);
      case GenericArrayType a -> throw noValue(a, path);
      case Unsaid _ -> byClass;
      case Type t -> throw noValue(t, path);
    };
  }

  private static Type resolve(Type type, Map<TypeVariable<?>, Type> bound) {
    return switch (type) {
      case TypeVariable<?> v when bound.containsKey(v) -> bound.get(v);
      case WildcardType w -> resolve(w.getUpperBounds()[0], bound);
      case ParameterizedType p when !bound.isEmpty() -> Bound.of(p, t -> resolve(t, bound));
      case Type t -> t;
    };
  }

  private PartCodec ofClass(Class<?> c, List<Type> arguments, String path) {
    var simple = Scalars.codec(c);
    if (simple != null) {
      return simple;
    }
    if (c == List.class || c == Collection.class) {
      return Containers.list(argument(arguments, 0, path));
    }
    if (c == Set.class) {
      return Containers.set(argument(arguments, 0, path));
    }
    if (c == Map.class) {
      return Containers.map(argument(arguments, 0, path), argument(arguments, 1, path));
    }
    if (c == Optional.class) {
      return Containers.optional(argument(arguments, 0, path));
    }
    return shaped(c, arguments, path);
  }

  private PartCodec argument(List<Type> arguments, int index, String path) {
    if (index >= arguments.size()) {
      throw noValue(Object.class, path);
    }
    return build(arguments.get(index), Map.of(), path + "<" + index + ">");
  }

  /// A record, enum or sealed interface. It is entered before its parts are built, for it may
  /// contain itself.
  private PartCodec shaped(Class<?> c, List<Type> arguments, String path) {
    Type key = arguments.isEmpty() ? c : new Key(c, arguments);
    var present = parts.get(key);
    if (present != null) {
      return present;
    }
    var late = new LateCodec();
    parts.put(key, late);
    try {
      PartCodec codec;
      if (c.isEnum()) {
        codec = new EnumCodec(c);
      } else if (c.isRecord()) {
        codec = new RecordCodec(c, this, bindings(c, arguments), path);
      } else if (c.isSealed()) {
        codec = new SealedCodec(c, this, arguments, path);
      } else {
        throw noValue(c, path);
      }
      var whole = MigratingCodec.of(c, codec, this, arguments, path);
      late.complete(whole);
      return whole;
    } catch (RuntimeException e) {
      parts.remove(key);
      throw e;
    }
  }

  private static Map<TypeVariable<?>, Type> bindings(Class<?> c, List<Type> arguments) {
    var bound = new HashMap<TypeVariable<?>, Type>();
    var variables = c.getTypeParameters();
    for (int i = 0; i < variables.length && i < arguments.size(); i++) {
      bound.put(variables[i], arguments.get(i));
    }
    return bound;
  }

  private record Key(Class<?> raw, List<Type> arguments) implements Type {}

  private static RuntimeException noValue(Type type, String path) {
    return new Problem(
            CodecCode.TYPE_NOT_A_VALUE,
            type.getTypeName() + " has no form as a value",
            path,
            "Use records, sealed interfaces of records, enums, List, Set, Map, Optional, String,"
                + " numbers, java.time, UUID or byte[]")
        .exception();
  }
}
