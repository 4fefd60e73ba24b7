package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;
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
  ///
  /// @param raw its text behind the colon
  public record Written(Type type, String raw, Span span) {
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
    written.add(new Written(type, raw, keyword.span()));
    return type;
  }

  /// Remembers a type that was read as a part of a text.
  ///
  /// @param raw the text behind its colon
  public void add(Type type, String raw, Span span) {
    written.add(new Written(type, raw, span));
  }

  /// The names of the type parameters in a type, in the order in which they occur.
  public static Set<String> params(Type type) {
    var names = new LinkedHashSet<String>();
    new TypeMap() {
      @Override
      protected Type param(Type.Param param) {
        names.add(param.name());
        return param;
      }
    }.of(type);
    return names;
  }

  /// The paths of the types that a type names, in the order in which they are complete.
  public static Set<String> names(Type type) {
    var names = new LinkedHashSet<String>();
    new TypeMap() {
      @Override
      protected Type named(Type.Named named) {
        names.add(named.name());
        return named;
      }
    }.of(type);
    return names;
  }
}
