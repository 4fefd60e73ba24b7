package dev.perdure.server.json;

import dev.perdure.java.FrozenFunction.Signature;
import dev.perdure.java.TypeRef;
import dev.perdure.java.TypeShape;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.value.Bool;
import dev.perdure.value.Int;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapBuilder;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns JSON into the values that a function takes: what [Json] writes of a value is read back to
/// it by its type. Integers and decimals may be numbers or strings; a component that is missing, a
/// constant that nobody knows and the like are left to the function's own check.
///
/// Fields of an object that its record does not have are kept, as far as JSON tells what they are:
/// another version of the function may know them.
public final class JsonValues {
  private final Map<String, TypeShape> shapes;

  /// @param shapes the records, sealed interfaces and enums of a universe, by class name
  public JsonValues(Map<String, TypeShape> shapes) {
    this.shapes = shapes;
  }

  /// Reads the arguments of a function: an array with one element for each parameter. Too many or
  /// too few are left to the function's own check.
  ///
  /// @param function its name, for problems
  /// @throws PerdureException `VALUE_MISMATCH` with the path to what differs
  public Vec arguments(String function, Signature signature, JsonTree json) {
    if (!(json instanceof JsonTree.Array array)) {
      throw mismatch(
          "expected an array of arguments, found " + json.shown(),
          function,
          "Send an array with one element for each parameter");
    }
    var values = Vec.builder();
    for (int i = 0; i < array.elements().size(); i++) {
      var element = array.elements().get(i);
      values.add(
          i < signature.parameters().size()
              ? argument(function, i, signature.parameters().get(i), element)
              : untyped(element));
    }
    return values.build();
  }

  private Value argument(String function, int index, TypeRef type, JsonTree json) {
    return value("argument " + (index + 1) + " of " + function, type, json);
  }

  /// Reads one value.
  ///
  /// @param what it is, for problems
  /// @throws PerdureException `VALUE_MISMATCH` with the path to what differs
  public Value value(String what, TypeRef type, JsonTree json) {
    try {
      return read(json, type, Map.of());
    } catch (JsonMismatch m) {
      throw mismatch(
          m.what(),
          what + ", " + type + m.path(),
          "Send what the type has; see docs/guide/server.md for how each type is written");
    }
  }

  private static PerdureException mismatch(String what, String where, String remedy) {
    return new Problem(CodecCode.VALUE_MISMATCH, what, where, remedy).exception();
  }

  /// The value of a JSON text whose type nobody knows: integers and reals, strings, vectors, and
  /// maps of keywords.
  public static Value untyped(JsonTree json) {
    return switch (json) {
      case JsonTree.Null _ -> Nil.NIL;
      case JsonTree.Truth t -> Bool.of(t.value());
      case JsonTree.Numeral n -> number(n);
      case JsonTree.Text t -> new Str(t.value());
      case JsonTree.Array a -> Vec.of(a.elements().stream().map(JsonValues::untyped).toList());
      case JsonTree.Fields f -> {
        var map = MapValue.builder();
        f.entries().forEach((name, field) -> map.put(key(name), untyped(field)));
        yield map.build();
      }
    };
  }

  private static Value number(JsonTree.Numeral number) {
    if (!number.isIntegral()) {
      return new Real(Double.parseDouble(number.text()));
    }
    var integer = new BigInteger(number.text());
    return integer.bitLength() < Long.SIZE ? Int.of(integer.longValue()) : Value.of(integer);
  }

  /// A keyword, or a string if no keyword has such a name.
  private static Value key(String name) {
    try {
      return Keyword.of(name);
    } catch (PerdureException _) {
      return new Str(name);
    }
  }

  private Value read(JsonTree json, TypeRef type, Map<String, TypeRef> bound) {
    return switch (type) {
      case TypeRef.Variable v when bound.containsKey(v.name()) ->
          read(json, bound.get(v.name()), Map.of());
      case TypeRef.ArrayOf _ -> JsonScalars.bytes(json);
      case TypeRef.Primitive p -> scalar(json, p.name());
      case TypeRef.Named n -> named(json, n, resolved(n, bound));
      case TypeRef.Variable _, TypeRef.Unknown _ -> untyped(json);
    };
  }

  /// The type arguments of a type, in which no variable is left.
  private static List<TypeRef> resolved(TypeRef.Named type, Map<String, TypeRef> bound) {
    return type.arguments().stream().map(a -> resolve(a, bound)).toList();
  }

  private static TypeRef resolve(TypeRef type, Map<String, TypeRef> bound) {
    return switch (type) {
      case TypeRef.Variable v -> bound.getOrDefault(v.name(), v);
      case TypeRef.Named n -> new TypeRef.Named(n.className(), resolved(n, bound));
      default -> type;
    };
  }

  private static Value scalar(JsonTree json, String name) {
    return json instanceof JsonTree.Null ? Nil.NIL : JsonScalars.read(json, name);
  }

  private Value named(JsonTree json, TypeRef.Named type, List<TypeRef> arguments) {
    if (json instanceof JsonTree.Null) {
      return Nil.NIL;
    }
    if (JsonScalars.knows(type.className())) {
      return JsonScalars.read(json, type.className());
    }
    return switch (type.className()) {
      case "java.util.Optional" -> read(json, arguments.getFirst(), Map.of());
      case "java.util.List", "java.util.Collection" ->
          Vec.of(elements(json, arguments.getFirst(), "an array"));
      case "java.util.Set" -> set(json, arguments.getFirst());
      case "java.util.Map" -> map(json, arguments.getFirst(), arguments.getLast());
      default -> shaped(json, type.className(), arguments);
    };
  }

  private List<Value> elements(JsonTree json, TypeRef type, String expected) {
    if (!(json instanceof JsonTree.Array array)) {
      throw new JsonMismatch(expected, json);
    }
    var values = new ArrayList<Value>();
    for (var element : array.elements()) {
      values.add(
          JsonMismatch.under("[" + values.size() + "]", () -> read(element, type, Map.of())));
    }
    return values;
  }

  private Value set(JsonTree json, TypeRef type) {
    var elements = elements(json, type, "an array");
    var set = SetValue.builder();
    elements.forEach(set::add);
    var built = set.build();
    if (built.size() < elements.size()) {
      throw new JsonMismatch("an array without an element that stands twice", json);
    }
    return built;
  }

  /// An object if the keys have texts of their own, else an array of pairs.
  private Value map(JsonTree json, TypeRef key, TypeRef type) {
    var map = MapValue.builder();
    switch (json) {
      case JsonTree.Fields fields ->
          fields
              .entries()
              .forEach((name, field) ->
                  JsonMismatch.under(
                      "{" + name + "}",
                      () -> map.put(keyed(name, key), read(field, type, Map.of()))));
      case JsonTree.Array pairs -> pairs.elements().forEach(pair -> put(map, pair, key, type));
      default -> throw new JsonMismatch("an object", json);
    }
    return map.build();
  }

  private void put(MapBuilder map, JsonTree pair, TypeRef key, TypeRef type) {
    if (!(pair instanceof JsonTree.Array two) || two.elements().size() != 2) {
      throw new JsonMismatch("an array of a key and a value", pair);
    }
    map.put(
        JsonMismatch.under("{key}", () -> read(two.elements().getFirst(), key, Map.of())),
        JsonMismatch.under("{value}", () -> read(two.elements().getLast(), type, Map.of())));
  }

  /// A key that stands as the name of a field.
  private Value keyed(String name, TypeRef type) {
    boolean truth = name.equals("true") || name.equals("false");
    return truth && isBoolean(type)
        ? Bool.of(Boolean.parseBoolean(name))
        : read(new JsonTree.Text(name), type, Map.of());
  }

  private static boolean isBoolean(TypeRef type) {
    return type instanceof TypeRef.Named n && n.className().equals("java.lang.Boolean");
  }

  private Value shaped(JsonTree json, String className, List<TypeRef> arguments) {
    return switch (shapes.get(className)) {
      case TypeShape.RecordShape r -> record(json, r, arguments);
      case TypeShape.EnumShape e -> constant(json, e);
      case TypeShape.SealedShape s -> variant(json, s, arguments);
      case null -> untyped(json);
    };
  }

  private Value record(JsonTree json, TypeShape.RecordShape shape, List<TypeRef> arguments) {
    var migration = oldShape(json, shape);
    if (migration != null) {
      return read(json, migration.old(), bindings(migration.parameters(), arguments));
    }
    if (!(json instanceof JsonTree.Fields fields)) {
      throw new JsonMismatch("an object for " + shape.className(), json);
    }
    var bound = bindings(shape.parameters(), arguments);
    var types = new HashMap<String, TypeRef>();
    for (var component : shape.components()) {
      types.put(component.name(), component.type());
      component.formerNames().forEach(former -> types.putIfAbsent(former, component.type()));
    }
    var map = MapValue.builder();
    fields
        .entries()
        .forEach((name, field) -> map.put(key(name), component(name, field, types, bound)));
    return map.build();
  }

  /// The old shape of a record that the text has and the record itself has not; null if there is
  /// none.
  private TypeShape.@Nullable Migration oldShape(JsonTree json, TypeShape.RecordShape shape) {
    if (isMadeOf(json, shape)) {
      return null;
    }
    return shape.migrations().stream()
        .filter(each -> has(json, each.old()))
        .findFirst()
        .orElse(null);
  }

  private boolean has(JsonTree json, TypeRef old) {
    var shape = old instanceof TypeRef.Named named ? shapes.get(named.className()) : null;
    return shape instanceof TypeShape.RecordShape r
        ? isMadeOf(json, r) || oldShape(json, r) != null
        : !(json instanceof JsonTree.Fields);
  }

  private static boolean isMadeOf(JsonTree json, TypeShape.RecordShape shape) {
    var names = new LinkedHashSet<String>();
    for (var component : shape.components()) {
      names.add(component.name());
      names.addAll(component.formerNames());
    }
    return json instanceof JsonTree.Fields fields && names.containsAll(fields.entries().keySet());
  }

  private Value component(
      String name, JsonTree field, Map<String, TypeRef> types, Map<String, TypeRef> bound) {
    var type = types.get(name);
    return type == null
        ? untyped(field)
        : JsonMismatch.under("." + name, () -> read(field, type, bound));
  }

  private static Map<String, TypeRef> bindings(List<String> parameters, List<TypeRef> arguments) {
    var bound = new HashMap<String, TypeRef>();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      bound.put(parameters.get(i), arguments.get(i));
    }
    return bound;
  }

  private static Value constant(JsonTree json, TypeShape.EnumShape shape) {
    var known = new LinkedHashSet<String>();
    for (var constant : shape.constants()) {
      known.add(constant.name());
      known.addAll(constant.formerNames());
    }
    if (json instanceof JsonTree.Text text && known.contains(text.value())) {
      return Keyword.of(text.value());
    }
    throw new JsonMismatch("one of " + known, json);
  }

  /// An object that says which variant of a sealed interface it is.
  private Value variant(JsonTree json, TypeShape.SealedShape sealed, List<TypeRef> arguments) {
    var variants = new LinkedHashMap<String, TypeShape>();
    leaves(sealed, variants);
    if (!(json instanceof JsonTree.Fields fields)
        || !(fields.get(Json.TYPE) instanceof JsonTree.Text(var name))
        || !variants.containsKey(name)) {
      throw new JsonMismatch(
          "an object whose " + Json.TYPE + " is one of " + variants.keySet(), json);
    }
    var tag = Symbol.of(simpleName(sealed.className()), name);
    var shape = variants.get(name);
    return JsonMismatch.under(
        "(" + tag.name() + ")",
        () -> new Tagged(tag, shaped(inside(fields), shape.className(), arguments)));
  }

  /// What is left of a variant without the name of its type.
  private static JsonTree inside(JsonTree.Fields fields) {
    var value = fields.get(Json.VALUE);
    if (value != null && fields.entries().size() == 2) {
      return value;
    }
    var others = new LinkedHashMap<>(fields.entries());
    others.remove(Json.TYPE);
    return new JsonTree.Fields(others);
  }

  /// The variants of a sealed interface by name, those of sealed interfaces inside it included.
  private void leaves(TypeShape.SealedShape sealed, Map<String, TypeShape> variants) {
    for (var permitted : sealed.permitted()) {
      switch (shapes.get(permitted)) {
        case TypeShape.SealedShape inner -> leaves(inner, variants);
        case null -> {}
        case TypeShape leaf -> {
          variants.put(simpleName(leaf.className()), leaf);
          leaf.formerNames().forEach(former -> variants.putIfAbsent(former, leaf));
        }
      }
    }
  }

  private static String simpleName(String className) {
    int end = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$'));
    return className.substring(end + 1);
  }
}
