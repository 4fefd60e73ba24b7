package dev.perdure.wat.run;

import dev.perdure.value.Ratio;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Whether a value is of a type, as far as it tells: of a container its constructor is looked at,
/// not its elements.
public final class TypeTests {
  private final TypeTable table;

  /// @param table is not changed any more
  public TypeTests(TypeTable table) {
    this.table = table;
  }

  /// Whether the value is of the type.
  public boolean is(Object value, Type type) {
    return switch (Type.head(type)) {
      case Type.Named named -> is(value, named.name());
      case Type.Tuple(List<Type> items) ->
          value instanceof Tuple tuple && tuple.size() == items.size() && parts(tuple, items);
      case Type.Fn(List<Type> params, _, _) ->
          value instanceof Function function && function.arity() == params.size();
      case Type.Param _, Type.Var _ -> true;
    };
  }

  /// Whether the value is of the type, and so is what it holds. A stream is not looked into.
  public boolean isDeep(Object value, Type type) {
    return is(value, type)
        && switch (Type.head(type)) {
          case Type.Named named -> holds(value, table.expand(named));
          case Type.Tuple(List<Type> items) ->
              IntStream.range(0, items.size())
                  .allMatch(i -> isDeep(((Tuple) value).item(i), items.get(i)));
          case Type.Fn _, Type.Param _, Type.Var _ -> true;
        };
  }

  private boolean holds(Object value, Type type) {
    if (!(type instanceof Type.Named(String name, List<Type> args, var _))) {
      return true;
    }
    return switch (value) {
      case Vector items -> args.isEmpty() || all(items, args.getFirst());
      case dev.perdure.wat.data.List items -> args.isEmpty() || all(items, args.getFirst());
      case PersistentVector(Vector items) -> args.isEmpty() || all(items, args.getFirst());
      case HashSet items -> args.isEmpty() || all(items, args.getFirst());
      case HashMap map -> args.size() != 2 || entries(map, args);
      case PersistentMap(HashMap map) -> args.size() != 2 || entries(map, args);
      case Variant variant -> payload(variant, name, args);
      case Aggregate aggregate
          when table.find(name) instanceof TypeDecl.Aggregate declared
              && declared.name().equals(aggregate.shape().path()) ->
          fields(declared.fields(), declared.params(), args, aggregate::field);
      default -> true;
    };
  }

  private boolean all(Iterable<Object> items, Type type) {
    return StreamSupport.stream(items.spliterator(), false).allMatch(item -> isDeep(item, type));
  }

  private boolean entries(HashMap map, List<Type> args) {
    var areAll = new AtomicBoolean(true);
    map.forEachEntry((key, value) -> {
      if (!isDeep(key, args.get(0)) || !isDeep(value, args.get(1))) {
        areAll.set(false);
      }
    });
    return areAll.get();
  }

  private boolean payload(Variant variant, String name, List<Type> args) {
    if (name.equals(Basic.OPTION)) {
      return !variant.isSome() || isDeep(variant.field(0), args.getFirst());
    }
    if (name.equals(Basic.RESULT)) {
      return isDeep(variant.field(0), args.get(variant.isOk() ? 0 : 1));
    }
    return !(table.find(name) instanceof TypeDecl.Enumeration declared)
        || !declared.name().equals(variant.shape().path())
        || fields(
            declared.variants().get(variant.index()).fields(),
            declared.params(),
            args,
            variant::field);
  }

  private boolean fields(
      List<TypeDecl.Field> fields, List<String> params, List<Type> args, IntFunction<Object> at) {
    var bindings = TypeTable.bindings(params, args);
    return IntStream.range(0, fields.size())
        .allMatch(i ->
            isDeep(at.apply(i), TypeTable.replace(table.expand(fields.get(i).type()), bindings)));
  }

  private boolean parts(Tuple tuple, List<Type> items) {
    for (int i = 0; i < items.size(); i++) {
      if (!is(tuple.item(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean is(Object value, String name) {
    return switch (name) {
      case "wat::core::Value" -> true;
      case "wat::core::never" -> false;
      case "wat::core::nil" -> value == Nothing.NIL;
      case "wat::core::bool" -> value instanceof Boolean;
      case "wat::core::i64" -> value instanceof Long;
      case "wat::core::u8" -> value instanceof Long number && number >= 0 && number <= 255;
      case "wat::core::f64" -> value instanceof Double;
      case "wat::core::String" -> value instanceof String;
      case "wat::core::keyword" -> value instanceof Keyword;
      case "wat::core::char" -> value instanceof Character;
      case "wat::core::bigint" -> value instanceof BigInteger;
      // one that is whole is held as a bigint
      case "wat::core::rational" -> value instanceof Ratio || value instanceof BigInteger;
      case "wat::core::Uuid" -> value instanceof UUID;
      case "wat::time::Instant" -> value instanceof Instant;
      case "wat::time::Duration" -> value instanceof Duration;
      case "wat::WatAST" -> value instanceof Ast;
      case "wat::core::Vector" -> value instanceof Vector;
      case "wat::core::List" -> value instanceof dev.perdure.wat.data.List;
      case "wat::core::HashMap" -> value instanceof HashMap;
      case "wat::core::HashSet" -> value instanceof HashSet;
      case "wat::core::PersistentVector" -> value instanceof PersistentVector;
      case "wat::core::PersistentMap" -> value instanceof PersistentMap;
      case "wat::stream::Stream" -> value instanceof Stream;
      case "wat::core::Seqable" -> isSeqable(value);
      case "wat::core::Record" ->
          value instanceof Aggregate aggregate && aggregate.shape().isRecord();
      case "wat::core::Struct" ->
          value instanceof Aggregate aggregate && !aggregate.shape().isRecord();
      case "wat::core::Error" -> isError(value);
      default -> isDeclared(value, name);
    };
  }

  private static boolean isSeqable(Object value) {
    return value instanceof Vector
        || value instanceof dev.perdure.wat.data.List
        || value instanceof PersistentVector
        || value instanceof Stream;
  }

  /// Whether a record has what every error has.
  private static boolean isError(Object value) {
    return value instanceof Aggregate aggregate
        && aggregate.shape().isRecord()
        && aggregate.field("message") instanceof String
        && aggregate.field("location") instanceof Variant
        && aggregate.field("causes") instanceof Vector;
  }

  private boolean isDeclared(Object value, String name) {
    var path = path(value);
    return path.equals(name)
        || (!path.isEmpty() && table.isBelow(path, name))
        || (table.find(name) instanceof TypeDecl.Union union
            && table.members(union).stream().anyMatch(member -> is(value, member)))
        || (table.find(name) instanceof TypeDecl.Alias alias && is(value, alias.of()));
  }

  /// The path of the type that a value was made of; empty for what the language makes.
  private static String path(Object value) {
    return switch (value) {
      case Aggregate aggregate -> aggregate.shape().path();
      case Variant variant -> variant.shape().path();
      case Wrapped wrapped -> wrapped.path();
      default -> "";
    };
  }
}
