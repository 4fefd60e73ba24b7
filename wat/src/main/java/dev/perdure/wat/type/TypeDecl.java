package dev.perdure.wat.type;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Naming;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A declaration of a type (W3.3).
public sealed interface TypeDecl {

  /// Its path.
  String name();

  /// The names of its parameters.
  List<String> params();

  /// Where its name stands.
  Span span();

  /// The paths that a call may begin with because of the declaration: constructors, accessors,
  /// variants, methods.
  default List<String> brings() {
    var name = name();
    return switch (this) {
      case Aggregate aggregate ->
          Stream.concat(
                  Stream.of(name, name + "'"),
                  aggregate.fields().stream().map(field -> name + "/" + field.name()))
              .toList();
      case Enumeration enumeration ->
          enumeration.variants().stream().map(variant -> name + "::" + variant.name()).toList();
      case Newtype _ -> List.of(name, name + "/0");
      case Surface surface ->
          surface.features().stream().map(feature -> name + "/" + feature.name()).toList();
      case Alias _, Union _ -> List.of();
    };
  }

  /// The path of the function that asks whether a value is of the type.
  default String predicate() {
    return Naming.namespace(name()) + "::is-" + Naming.last(name()) + "?";
  }

  /// `defrecord`, `defstruct`.
  ///
  /// @param isRecord whether it is portable
  /// @param metadata what stands between the name and the fields, by the names of the keywords
  record Aggregate(
      String name,
      List<String> params,
      boolean isRecord,
      List<Field> fields,
      Map<String, Ast> metadata,
      Span span)
      implements TypeDecl {
    public Aggregate {
      params = List.copyOf(params);
      fields = List.copyOf(fields);
    }

    /// The number of the field; -1 if there is none of this name.
    public int index(String field) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(field)) {
          return i;
        }
      }
      return -1;
    }
  }

  /// `name <- :Type`.
  record Field(String name, Type type, Span span) {}

  /// `defenum`.
  ///
  /// @param isPure whether it is portable
  record Enumeration(
      String name,
      List<String> params,
      boolean isPure,
      List<Variant> variants,
      Map<String, Ast> metadata,
      Span span)
      implements TypeDecl {
    public Enumeration {
      params = List.copyOf(params);
      variants = List.copyOf(variants);
    }

    /// The variant of this name; null if there is none.
    public @Nullable Variant variant(String variant) {
      return variants.stream().filter(v -> v.name().equals(variant)).findFirst().orElse(null);
    }
  }

  /// `:Circle [r <- :wat::core::f64]`.
  ///
  /// @param isUnit whether no vector of fields follows
  record Variant(String name, boolean isUnit, List<Field> fields, Span span) {
    public Variant {
      fields = List.copyOf(fields);
    }
  }

  /// `newtype`.
  record Newtype(String name, List<String> params, Type of, Map<String, Ast> metadata, Span span)
      implements TypeDecl {
    public Newtype {
      params = List.copyOf(params);
    }
  }

  /// `typealias`.
  record Alias(String name, List<String> params, Type of, Span span) implements TypeDecl {
    public Alias {
      params = List.copyOf(params);
    }
  }

  /// `typeunion`.
  record Union(String name, List<String> params, List<Type> members, Span span)
      implements TypeDecl {
    public Union {
      params = List.copyOf(params);
      members = List.copyOf(members);
    }
  }

  /// `defsurface`.
  ///
  /// @param nature the root of what may satisfy it
  record Surface(String name, List<String> params, Type nature, List<Feature> features, Span span)
      implements TypeDecl {
    public Surface {
      params = List.copyOf(params);
      features = List.copyOf(features);
    }
  }

  /// What a surface asks for.
  sealed interface Feature {
    /// Its name within the surface.
    String name();

    /// A method; its first parameter is the receiver.
    record Method(String name, List<Field> params, Type result, Span span) implements Feature {
      public Method {
        params = List.copyOf(params);
      }
    }

    /// A field.
    record Has(String name, Type type, Span span) implements Feature {}
  }
}
