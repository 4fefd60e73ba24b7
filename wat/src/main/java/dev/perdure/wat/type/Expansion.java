package dev.perdure.wat.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces the aliases in a type by what they stand for. A use of an alias is replaced once. Where
/// aliases multiply each other, what is equal becomes one object, as uses of an alias are told
/// apart by the objects that they have as arguments.
final class Expansion extends TypeMap {
  /// Fits every other type, as there is none of this name.
  private static final Type WRONG = Type.named("wat::core::?");

  private final TypeTable table;
  private final Map<Use, Type> uses = new HashMap<>();
  private final Map<Use, Type> shapes = new HashMap<>();

  Expansion(TypeTable table) {
    this.table = table;
  }

  /// What is made of parts.
  ///
  /// @param what is made, such as the name of an alias
  /// @param parts compared as objects
  private record Use(String what, List<Type> parts) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Use use)
          || !what.equals(use.what)
          || parts.size() != use.parts.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i) != use.parts.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = what.hashCode();
      for (var part : parts) {
        hash = 31 * hash + System.identityHashCode(part);
      }
      return hash;
    }
  }

  @Override
  protected Type named(Type.Named named) {
    int arity = table.arity(named.name());
    if (named.name().equals(Basic.INFER) || (arity >= 0 && arity != named.args().size())) {
      // reported where it is written
      return WRONG;
    }
    var instead = table.isKnown(named.name()) ? null : Retired.type(named.name());
    if (instead != null) {
      // reported where it is written; it is clear what is meant
      return composed(new Type.Named(instead, named.args(), named.latent()));
    }
    return table.find(named.name()) instanceof TypeDecl.Alias alias
        ? aliased(alias, named.args())
        : composed(named);
  }

  private Type aliased(TypeDecl.Alias alias, List<Type> args) {
    var use = new Use(alias.name(), args);
    var known = args.isEmpty() ? table.known(alias) : uses.get(use);
    if (known == null) {
      known = of(TypeTable.replace(alias.of(), TypeTable.bindings(alias.params(), args)));
      if (args.isEmpty()) {
        table.know(alias, known);
      } else {
        uses.put(use, known);
      }
    }
    return known;
  }

  @Override
  protected Type composed(Type type) {
    if (!isLong()) {
      return type;
    }
    var before = shapes.putIfAbsent(shape(type), type);
    return before == null ? type : before;
  }

  private static Use shape(Type type) {
    return switch (type) {
      case Type.Named(String name, List<Type> args, var _) -> new Use(name, args);
      case Type.Tuple(List<Type> items) -> new Use("(", items);
      case Type.Fn(List<Type> params, Type result, var _) -> {
        var parts = new ArrayList<>(params);
        parts.add(result);
        yield new Use(Basic.FN, parts);
      }
      case Type.Param(String name) -> new Use(name, List.of());
      case Type.Var _ -> new Use("?", List.of(type));
    };
  }
}
