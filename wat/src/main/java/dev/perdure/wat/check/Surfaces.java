package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which types have what surfaces ask for (W3.3).
final class Surfaces {
  private final Checking cx;

  /// The methods by which types were extended, by the path of the method.
  private final Map<String, List<Declarations.Extension>> extensions = new LinkedHashMap<>();

  /// What is being found out: that a type has a method which takes the surface hangs on itself, and
  /// holds unless something else is missing.
  private final Set<String> open = new HashSet<>();

  Surfaces(Checking cx) {
    this.cx = cx;
    for (var extension : cx.program().extensions()) {
      extensions
          .computeIfAbsent(
              Checking.methodName(extension.type(), extension.method()), _ -> new ArrayList<>())
          .add(extension);
    }
  }

  /// The types whose values have the method of a surface.
  List<Type> implementations(TypeDecl.Surface surface, TypeDecl.Feature.Method method) {
    var found = new ArrayList<Type>();
    for (var decl : cx.program().typeDecls()) {
      var type = new Type.Named(decl.name(), cx.fresh(decl.params()), null);
      if (!decl.name().equals(surface.name()) && has(type, surface, method)) {
        found.add(type);
      }
    }
    return found;
  }

  /// Puts the types that have all that a surface asks for below it: values tell their type only.
  void satisfied() {
    for (var decl : cx.types().declared()) {
      if (decl instanceof TypeDecl.Surface surface) {
        for (var other : cx.types().declared()) {
          var type = new Type.Named(other.name(), cx.fresh(other.params()), null);
          if (!(other instanceof TypeDecl.Surface) && satisfies(type, surface)) {
            cx.types().derive(other.name(), surface.name());
          }
        }
      }
    }
  }

  /// Whether a type has all that a surface asks for (W3.3).
  boolean satisfies(Type type, TypeDecl.Surface surface) {
    if (!(Type.head(type) instanceof Type.Named named)) {
      return false;
    }
    var question = named.name() + " " + surface.name();
    if (!open.add(question)) {
      return true;
    }
    try {
      return surface.features().stream().allMatch(feature -> has(named, surface, feature));
    } finally {
      open.remove(question);
    }
  }

  private boolean has(Type.Named type, TypeDecl.Surface surface, TypeDecl.Feature feature) {
    return switch (feature) {
      case TypeDecl.Feature.Method method ->
          hasMethod(type, surface, method)
              || extensions
                  .getOrDefault(Checking.methodName(type, method.name()), List.of())
                  .stream()
                  .anyMatch(extension -> Type.is(extension.surface(), surface.name()));
      case TypeDecl.Feature.Has field -> hasField(type, field);
    };
  }

  private boolean hasMethod(
      Type.Named type, TypeDecl.Surface surface, TypeDecl.Feature.Method method) {
    return cx.program().definition(Checking.methodName(type, method.name()))
            instanceof Definition.Function function
        && function.signature().params().size() == method.params().size()
        && hasShape(function, type, surface, method);
  }

  /// Whether a function takes and gives what a method does. Where the method says the surface, the
  /// function may say the type.
  private boolean hasShape(
      Definition.Function function,
      Type.Named type,
      TypeDecl.Surface surface,
      TypeDecl.Feature.Method method) {
    var own = instance(cx.scheme(function), function.span());
    var asked =
        instance(
            Schemes.of(method.name(), Signatures.of(surface, method), cx.types()), method.span());
    return cx.unifier()
        .probe(() -> {
          boolean fits =
              cx.unifier().assign(type, own.params().getFirst())
                  && isShape(own.result(), asked.result(), type, surface);
          for (int i = 1; i < method.params().size(); i++) {
            fits &= isShape(own.params().get(i), asked.params().get(i), type, surface);
          }
          return fits;
        });
  }

  private Scheme.Instance instance(Scheme scheme, Span span) {
    var bindings = new HashMap<String, Type>();
    scheme.typeParams().forEach(param -> bindings.put(param, cx.fresh()));
    return scheme.instance(bindings, span);
  }

  private boolean isShape(Type own, Type asked, Type.Named type, TypeDecl.Surface surface) {
    var itself =
        new TypeMap() {
          @Override
          protected Type named(Type.Named named) {
            return named.name().equals(surface.name()) ? type : named;
          }
        }.of(asked);
    return cx.unifier().attempt(() -> cx.unifier().unify(own, asked))
        || cx.unifier().attempt(() -> cx.unifier().unify(own, itself));
  }

  private boolean hasField(Type.Named type, TypeDecl.Feature.Has field) {
    return cx.types().find(type.name()) instanceof TypeDecl.Aggregate aggregate
        && aggregate.index(field.name()) >= 0
        && cx.types()
            .expand(aggregate.fields().get(aggregate.index(field.name())).type())
            .equals(cx.types().expand(field.type()));
  }
}
