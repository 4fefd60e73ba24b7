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
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
