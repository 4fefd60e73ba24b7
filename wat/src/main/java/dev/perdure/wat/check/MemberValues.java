package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a type declaration brings along, as a value (W2): the function that calls it. The name of a
/// type stays a keyword.
final class MemberValues {
  private final Checking cx;
  private final Body body;
  private final Members members;

  MemberValues(Checking cx, Body body, Members members) {
    this.cx = cx;
    this.body = body;
    this.members = members;
  }

  /// What the function takes and gives; a type that is open shows by its use.
  private record Shape(List<Type> params, Type result) {}

  /// The function; null if the path names none.
  @Nullable Core of(Ast name, String path, At at) {
    var callee = path.contains("::") ? cx.callee(path) : null;
    var shape = callee == null ? null : shape(callee, name.span());
    if (callee == null || shape == null) {
      return null;
    }
    var latent = new EffectVar();
    var type = new Type.Fn(shape.params(), shape.result(), latent);
    var function = new Core.Later(type, name.span());
    body.overloads().atEnd(() -> function.decide(lambda(callee, name, type, at)));
    return function;
  }

  private @Nullable Shape shape(Callee callee, Span span) {
    return switch (callee) {
      case Callee.Accessor(TypeDecl.Aggregate type, int index) -> {
        var args = cx.fresh(type.params());
        yield new Shape(List.of(cx.fresh()), cx.fieldType(type, index, args));
      }
      case Callee.ByPosition(TypeDecl.Aggregate type) -> {
        var args = cx.fresh(type.params());
        yield new Shape(fields(type, args), new Type.Named(type.name(), args, null));
      }
      case Callee.Predicate _ -> new Shape(List.of(cx.fresh()), Basic.BOOL);
      case Callee.Variant(TypeDecl.Enumeration type, TypeDecl.Variant variant) -> {
        var made = Checking.enumeration(type, cx.fresh(type.params()));
        yield variant.isUnit()
            ? null
            : new Shape(
                variant.fields().stream().map(field -> cx.payload(type, field, made)).toList(),
                made);
      }
      case Callee.Unwrap(TypeDecl.Newtype type) -> {
        var args = cx.fresh(type.params());
        yield new Shape(
            List.of(new Type.Named(type.name(), args, null)),
            cx.declaredType(type.of(), type.params(), args, Checking.any(type.span())));
      }
      case Callee.Method(TypeDecl.Surface surface, TypeDecl.Feature.Method method) ->
          method(surface, method, span);
      case Callee.SurfaceField(TypeDecl.Surface surface, TypeDecl.Feature.Has field) -> {
        var args = cx.fresh(surface.params());
        yield new Shape(
            List.of(cx.fresh()),
            cx.declaredType(field.type(), surface.params(), args, Checking.any(field.span())));
      }
      case Callee.Function _, Callee.Clauses _, Callee.ByKeywords _, Callee.Wrap _ -> null;
    };
  }

  private List<Type> fields(TypeDecl.Aggregate type, List<Type> args) {
    var fields = new ArrayList<Type>();
    for (int i = 0; i < type.fields().size(); i++) {
      fields.add(cx.fieldType(type, i, args));
    }
    return fields;
  }

  /// The receiver may be of any type that has the method.
  private Shape method(TypeDecl.Surface surface, TypeDecl.Feature.Method method, Span span) {
    var scheme = cx.method(surface, method);
    var bindings = new HashMap<String, Type>();
    surface.params().forEach(param -> bindings.put(param, cx.fresh()));
    scheme.typeParams().forEach(param -> bindings.putIfAbsent(param, cx.fresh()));
    var instance = scheme.instance(bindings, span);
    var params = new ArrayList<>(instance.params());
    params.set(0, cx.fresh());
    members.given(surface, instance.result(), span);
    return new Shape(params, instance.result());
  }

  /// `(fn [a b] (path a b))`, when it is known what it is used for.
  private Core lambda(Callee callee, Ast name, Type.Fn type, At at) {
    var span = name.span();
    var scope =
        new FunctionScope(at.function(), at.function().closure(), type.result(), type.latent());
    var inner = at.in(scope, at.typeParams());
    var call = new ArrayList<>(List.of(name));
    for (int i = 0; i < type.params().size(); i++) {
      var param = new Form.Symbol("arg" + i, Scopes.NONE);
      call.add(new Ast(param, span));
      inner = inner.with(param, scope.slot(type.params().get(i)), type.params().get(i));
    }
    var core = called(callee, call, type.result(), span, inner);
    var code = scope.code(type.params().size(), type.result(), core, span);
    return new Core.Lambda(code, scope.captures(), type, span);
  }

  private Core called(Callee callee, List<Ast> call, Type result, Span span, At at) {
    try {
      var core = members.call(callee, null, new Ast(new Form.Sequence(call), span), call, at);
      cx.unifier().assign(core.type(), result);
      return core;
    } catch (Refused refused) {
      cx.error(refused.diagnostic());
      return body.unknown(span);
    }
  }
}
