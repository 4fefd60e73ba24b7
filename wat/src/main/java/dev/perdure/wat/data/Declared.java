package dev.perdure.wat.data;

import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the values of declared types.
final class Declared {
  private static final List<String> ERROR_FIELDS = List.of("message", "location", "causes");

  private final Shapes shapes;
  private final TypeTable table;
  private final Coercion coercion;

  Declared(Shapes shapes, Coercion coercion) {
    this.shapes = shapes;
    this.table = shapes.table();
    this.coercion = coercion;
  }

  Object read(Edn edn, Type.Named type) {
    return switch (table.find(type.name())) {
      case TypeDecl.Aggregate decl -> aggregate(edn, type, decl);
      case TypeDecl.Enumeration decl -> enumeration(edn, type, decl);
      case TypeDecl.Newtype decl -> newtype(edn, type, decl);
      case TypeDecl.Union decl -> union(edn, type, decl);
      case TypeDecl.Surface decl -> surface(edn, type, decl);
      case TypeDecl.Alias _ -> throw Coercion.mismatch(type, edn);
      case null -> throw Coercion.mismatch(type, edn);
    };
  }

  private Object aggregate(Edn edn, Type.Named type, TypeDecl.Aggregate decl) {
    if (!(edn.body() instanceof Edn.Tagged(String tag, Edn content))) {
      throw Coercion.mismatch(type, edn);
    }
    if (!tag.equals(Names.edn(decl.name()))) {
      return below(edn, tag, type);
    }
    if (!(content.body() instanceof Edn.Braces(var items, _))) {
      throw Coercion.mismatch(type, edn);
    }
    var bound = bindings(decl, type);
    var fields = new @Nullable Object[decl.fields().size()];
    for (int i = 0; i < items.size(); i += 2) {
      int index = index(items.get(i), decl);
      if (fields[index] != null) {
        throw EdnFault.malformed(Coercion.got(items.get(i)) + " occurs twice", items.get(i).from());
      }
      var field = decl.fields().get(index);
      fields[index] =
          coercion.under(
              "." + field.name(), items.get(i + 1), TypeTable.replace(field.type(), bound));
    }
    return Aggregate.of(shapes.of(decl), complete(fields, decl, bound));
  }

  private static int index(Edn key, TypeDecl.Aggregate decl) {
    int index = key.body() instanceof Edn.Key(String name) ? decl.index(name) : -1;
    if (index < 0) {
      throw EdnFault.mismatch("a field of :" + decl.name(), Coercion.got(key));
    }
    return index;
  }

  private Object[] complete(
      @Nullable Object[] fields, TypeDecl.Aggregate decl, Map<String, Type> bound) {
    var complete = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      var given = fields[i];
      complete[i] = given != null ? given : missing(decl.fields().get(i), bound);
    }
    return complete;
  }

  private Object missing(TypeDecl.Field field, Map<String, Type> bound) {
    var type = table.expand(TypeTable.replace(field.type(), bound));
    if (coercion.source == Source.VALUE && Type.is(type, Basic.OPTION)) {
      return Variant.NONE;
    }
    throw EdnFault.mismatch(type.toString(), "nothing").under("." + field.name());
  }

  /// Reads a value of another type that was derived from the expected one.
  private Object below(Edn edn, String tag, Type.Named type) {
    var other = typeOfTag(tag);
    if (other == null
        || other.name().equals(type.name())
        || !table.isBelow(other.name(), type.name())) {
      throw Coercion.mismatch(type, edn);
    }
    return read(edn, other);
  }

  private Object enumeration(Edn edn, Type.Named type, TypeDecl.Enumeration decl) {
    if (edn.body() instanceof Edn.Tagged(String tag, Edn(Edn.Vec(var items), _, _))) {
      for (int i = 0; i < decl.variants().size(); i++) {
        var variant = decl.variants().get(i);
        if (tag.equals(tag(decl, variant)) && items.size() == variant.fields().size()) {
          return variant(items, variant, shapes.of(decl).get(i), bindings(decl, type));
        }
      }
    }
    throw Coercion.mismatch(type, edn);
  }

  private static String tag(TypeDecl.Enumeration decl, TypeDecl.Variant variant) {
    return decl.name().replace("::", ".") + "/" + variant.name();
  }

  private Object variant(
      List<Edn> items, TypeDecl.Variant variant, VariantShape shape, Map<String, Type> bound) {
    var fields = new Object[items.size()];
    for (int i = 0; i < fields.length; i++) {
      var field = variant.fields().get(i);
      fields[i] =
          coercion.under("." + field.name(), items.get(i), TypeTable.replace(field.type(), bound));
    }
    return Variant.of(shape, fields);
  }

  private Object newtype(Edn edn, Type.Named type, TypeDecl.Newtype decl) {
    var of = TypeTable.replace(decl.of(), bindings(decl, type));
    if (edn.body() instanceof Edn.Tagged(String tag, Edn content)
        && tag.equals(Names.edn(decl.name()))) {
      if (content.body() instanceof Edn.Braces(var items, _)
          && items.size() == 2
          && items.get(0).body() instanceof Edn.Key(String key)
          && key.equals("0")) {
        return new Wrapped(decl.name(), coercion.under(".0", items.get(1), of));
      }
      throw Coercion.mismatch(type, edn);
    }
    return new Wrapped(decl.name(), coercion.attempt(edn, of));
  }

  private Object union(Edn edn, Type.Named type, TypeDecl.Union decl) {
    var bound = bindings(decl, type);
    for (var member : table.members(decl)) {
      try {
        return coercion.attempt(edn, TypeTable.replace(member, bound));
      } catch (EdnFault _) {
        // The next member may fit.
      }
    }
    throw Coercion.mismatch(type, edn);
  }

  private Object surface(Edn edn, Type.Named type, TypeDecl.Surface decl) {
    var value = coercion.dynamic(edn);
    var path =
        switch (value) {
          case Aggregate aggregate -> aggregate.shape().path();
          case Variant variant -> variant.shape().path();
          case Wrapped(String of, _) -> of;
          default -> throw Coercion.mismatch(type, edn);
        };
    if (table.isBelow(path, decl.name()) || hasFeatures(value, decl)) {
      return value;
    }
    throw Coercion.mismatch(type, edn);
  }

  /// Whether the value has the fields that the surface asks for; methods are not looked at.
  private static boolean hasFeatures(Object value, TypeDecl.Surface decl) {
    for (var feature : decl.features()) {
      if (feature instanceof TypeDecl.Feature.Has has
          && !(value instanceof Aggregate aggregate && aggregate.shape().index(has.name()) >= 0)) {
        return false;
      }
    }
    return !Type.is(decl.nature(), Basic.RECORD.name())
        || (value instanceof Aggregate aggregate && aggregate.shape().isRecord());
  }

  /// Reads a value of `Record`, `Struct` or `Error`.
  Object root(Edn edn, Type.Named type) {
    if (coercion.dynamic(edn) instanceof Aggregate aggregate) {
      var shape = aggregate.shape();
      boolean fits =
          switch (type.name()) {
            case "wat::core::Record" -> shape.isRecord();
            case "wat::core::Struct" -> !shape.isRecord();
            default -> shape.isRecord() && shape.fields().containsAll(ERROR_FIELDS);
          };
      if (fits) {
        return aggregate;
      }
    }
    throw Coercion.mismatch(type, edn);
  }

  /// The type that a tag says its value has, of anything where it is generic; null if the program
  /// does not know the tag.
  Type.@Nullable Named typeOfTag(String tag) {
    var decl = declaredAs(tag);
    return decl == null
        ? null
        : new Type.Named(decl.name(), Collections.nCopies(decl.params().size(), Basic.VALUE), null);
  }

  private @Nullable TypeDecl declaredAs(String tag) {
    var path = Names.path(tag);
    var found = table.find(path);
    if (found instanceof TypeDecl.Aggregate || found instanceof TypeDecl.Newtype) {
      return found;
    }
    int split = path.lastIndexOf("::");
    if (split > 0 && table.find(path.substring(0, split)) instanceof TypeDecl.Enumeration decl) {
      return decl;
    }
    // Segments of a path may have dots, and then its tag does not tell it.
    return table.declared().stream().filter(decl -> isTagOf(tag, decl)).findFirst().orElse(null);
  }

  private static boolean isTagOf(String tag, TypeDecl decl) {
    return switch (decl) {
      case TypeDecl.Aggregate _, TypeDecl.Newtype _ -> tag.equals(Names.edn(decl.name()));
      case TypeDecl.Enumeration enumeration ->
          enumeration.variants().stream()
              .anyMatch(variant -> tag.equals(tag(enumeration, variant)));
      case TypeDecl.Alias _, TypeDecl.Union _, TypeDecl.Surface _ -> false;
    };
  }

  private static Map<String, Type> bindings(TypeDecl decl, Type.Named type) {
    return decl.params().size() == type.args().size()
        ? TypeTable.bindings(decl.params(), type.args())
        : Map.of();
  }
}
