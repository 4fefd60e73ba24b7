package dev.perdure.wat.emit;

import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.run.Representation;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How compiled code holds the values of a type: as [Representation] says, and those of a record or
/// struct in a class of its own.
final class Representations {
  private final Shapes shapes;
  private final Classes classes;
  private final Map<String, AggregateClass> aggregates = new HashMap<>();

  /// @param classes loads the classes of records and structs
  Representations(Shapes shapes, Classes classes) {
    this.shapes = shapes;
    this.classes = classes;
  }

  /// The class of a type's values.
  Class<?> of(Type type) {
    var known = Representation.of(type);
    var aggregate = known == Object.class ? aggregate(type) : null;
    return aggregate == null ? known : aggregate.loaded();
  }

  /// The classes of the types of slots.
  List<Class<?>> ofAll(List<Type> types) {
    return types.stream().<Class<?>>map(this::of).toList();
  }

  /// The class of a record or struct; null if it has none: a value of the type may be of another
  /// one, or has more fields than a method can take.
  @Nullable AggregateClass aggregate(Type type) {
    return Type.head(type) instanceof Type.Named(var name, _, _) ? aggregate(name) : null;
  }

  /// The same by the path of the type.
  @Nullable AggregateClass aggregate(String path) {
    var known = aggregates.get(path);
    if (known == null
        && shapes.table().find(path) instanceof TypeDecl.Aggregate declared
        && !shapes.table().isParent(path)) {
      known = made(declared);
    }
    return known;
  }

  private @Nullable AggregateClass made(TypeDecl.Aggregate declared) {
    var fields =
        declared.fields().stream()
            .<Class<?>>map(field -> Representation.of(shapes.table().expand(field.type())))
            .toList();
    if (AggregateClass.isTooWide(fields)) {
      return null;
    }
    var aggregate = classes.load(aggregates.size(), shapes.of(declared), fields);
    aggregates.put(declared.name(), aggregate);
    return aggregate;
  }
}
