package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads types where they are written and remembers each, as names can be looked up only when all
/// declarations are known.
public final class Types {
  private final List<Written> written = new ArrayList<>();

  /// None so far.
  public Types() {}

  /// A type where it is written.
  public record Written(Type type, Span span) {
    // by hand, see Position
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Written that && type.equals(that.type) && span.equals(that.span);
    }

    @Override
    public int hashCode() {
      return span.hashCode();
    }
  }

  /// All that were read, in their order.
  public List<Written> written() {
    return List.copyOf(written);
  }

  /// The type of a keyword.
  ///
  /// @param params the names that are type parameters here
  /// @throws dev.perdure.wat.diagnostic.Refused with a kind of the phase `wat.type`
  public Type read(Ast keyword, Collection<String> params) {
    var raw = keyword.keyword();
    if (raw == null) {
      throw new IllegalArgumentException("a type is a keyword");
    }
    var type = TypeParser.parse(raw, keyword.span(), Set.copyOf(params));
    written.add(new Written(type, keyword.span()));
    return type;
  }

  /// The names of the type parameters in a type, in the order in which they occur.
  public static Set<String> params(Type type) {
    var names = new LinkedHashSet<String>();
    collect(type, names);
    return names;
  }

  private static void collect(Type type, Set<String> names) {
    switch (Type.head(type)) {
      case Type.Named(_, List<Type> args, var _) -> args.forEach(arg -> collect(arg, names));
      case Type.Tuple(List<Type> items) -> items.forEach(item -> collect(item, names));
      case Type.Fn(List<Type> params, Type result, _) -> {
        params.forEach(param -> collect(param, names));
        collect(result, names);
      }
      case Type.Param(String name) -> names.add(name);
      case Type.Var _ -> {}
    }
  }
}
