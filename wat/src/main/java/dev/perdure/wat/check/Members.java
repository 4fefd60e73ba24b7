package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls of what a type declaration brings along: constructors, accessors, predicates, variants,
/// methods of surfaces (W3.3).
final class Members {
  private final Checking cx;
  private final Body body;

  Members(Checking cx, Body body) {
    this.cx = cx;
    this.body = body;
  }

  Core call(Callee callee, @Nullable List<Type> explicit, Ast ast, List<Ast> items, At at) {
    return switch (callee) {
      case Callee.ByKeywords(TypeDecl.Aggregate type) ->
          byKeywords(type, args(type.params(), explicit), ast, items, at);
      case Callee.ByPosition(TypeDecl.Aggregate type) ->
          byPosition(type, args(type.params(), explicit), ast, items, at);
      case Callee.Accessor(TypeDecl.Aggregate type, int index) ->
          accessor(type, index, ast, items, at);
      case Callee.Predicate(TypeDecl type) -> predicate(type, ast, items, at);
      case Callee.Variant(TypeDecl.Enumeration type, TypeDecl.Variant variant) ->
          variant(type, variant, args(type.params(), explicit), ast, items, at);
      case Callee.Wrap(TypeDecl.Newtype type) ->
          wrap(type, args(type.params(), explicit), ast, items, at);
      case Callee.Unwrap(TypeDecl.Newtype type) -> unwrap(type, ast, items, at);
      case Callee.Method(TypeDecl.Surface surface, TypeDecl.Feature.Method method) ->
          method(surface, method, ast, items, at);
      case Callee.SurfaceField(TypeDecl.Surface surface, TypeDecl.Feature.Has field) ->
          surfaceField(surface, field, ast, items, at);
      case Callee.Function _, Callee.Clauses _ ->
          throw new IllegalArgumentException("a function is no member of a type");
    };
  }

  private List<Type> args(List<String> params, @Nullable List<Type> explicit) {
    return explicit != null && explicit.size() == params.size() ? explicit : cx.fresh(params);
  }

  private List<Core> exactly(int arity, String name, Ast ast, List<Ast> items, At at) {
    var args = body.calls().args(items, at);
    if (args.size() != arity) {
      throw Faults.arity(name, arity, args.size(), ast.span()).refused();
    }
    return args;
  }

  private List<Type> fieldTypes(TypeDecl.Aggregate type, List<Type> args) {
    var types = new ArrayList<Type>();
    for (int i = 0; i < type.fields().size(); i++) {
      types.add(cx.fieldType(type, i, args));
    }
    return types;
  }

  private Core byKeywords(
      TypeDecl.Aggregate type, List<Type> args, Ast ast, List<Ast> items, At at) {
    Access.check(
        cx, type.name(), type.metadata().get("restricted-to"), items.getFirst().span(), at);
    return named(
        type.name(),
        type.fields().stream().map(TypeDecl.Field::name).toList(),
        fieldTypes(type, args),
        items.subList(1, items.size()),
        ast.span(),
        fields -> construct(type, args, fields, ast.span()),
        at);
  }

  private static Core construct(
      TypeDecl.Aggregate type, List<Type> args, List<Core> fields, Span span) {
    return new Core.Apply(
        new Operation.Construct(type.name()),
        fields,
        new Type.Named(type.name(), args, null),
        span);
  }

  /// What is given as pairs of keyword and value: evaluated in the order in which it is written,
  /// passed on in that of the declaration.
  Core named(
      String callee,
      List<String> names,
      List<Type> types,
      List<Ast> pairs,
      Span span,
      Function<List<Core>, Core> make,
      At at) {
    if (pairs.size() != 2 * names.size()) {
      pairs.forEach(item -> body.infer(item, at));
      throw miscounted(callee, names, pairs, span).refused();
    }
    var order = new ArrayList<Integer>();
    var values = new ArrayList<Core>();
    for (int i = 0; i < pairs.size(); i += 2) {
      int index = index(callee, names, pairs, i, order, at);
      var value = body.infer(pairs.get(i + 1), at);
      if (!cx.unifier().assign(value.type(), types.get(index))) {
        cx.error(
            Faults.mismatch(
                callee,
                ":" + names.get(index),
                types.get(index),
                value.type(),
                value.span(),
                Remedies.of(cx, value, types.get(index))));
      }
      order.add(index);
      values.add(value);
    }
    return ordered(values, order, types, make, span, at);
  }

  /// What is missing, or too much, among pairs that are not as many as the names.
  private Diagnostic miscounted(String callee, List<String> names, List<Ast> pairs, Span span) {
    var missing = new ArrayList<>(names);
    for (int i = 0; i < pairs.size(); i += 2) {
      var name = pairs.get(i).keyword();
      if (name == null) {
        boolean isOfType = cx.types().find(callee) instanceof TypeDecl.Aggregate;
        var reason = "values come behind their keywords";
        return Faults.pairs(
            callee,
            names.size(),
            pairs.size(),
            isOfType ? reason + "; in their order they go to :" + callee + "'" : reason,
            span);
      }
      if (!missing.remove(name)) {
        return names.contains(name)
            ? twice(callee, name, missing, pairs.get(i).span())
            : none(callee, name, names, pairs.get(i).span());
      }
    }
    var reason =
        pairs.size() % 2 != 0
            ? ":" + pairs.getLast().keyword() + " has no value"
            : missing.stream().map(name -> ":" + name).collect(Collectors.joining(", "))
                + (missing.size() == 1 ? " is missing" : " are missing");
    return Faults.pairs(callee, names.size(), pairs.size(), reason, span);
  }

  private static Diagnostic none(String callee, String name, List<String> names, Span span) {
    return Faults.form(
        callee,
        "there is no :" + name + "; it has :" + String.join(" :", names),
        span,
        Similar.to(name, names));
  }

  /// @param missing what is not given, one of which may have been meant
  private static Diagnostic twice(String callee, String name, List<String> missing, Span span) {
    return Faults.form(
        callee,
        ":" + name + " is given twice",
        span,
        missing.stream()
            .map(other -> new Remedy(":" + other, Remedy.Kind.MISSING, 1, null))
            .toList());
  }

  private int index(
      String callee, List<String> names, List<Ast> pairs, int i, List<Integer> order, At at) {
    var name = pairs.get(i).keyword();
    if (name == null) {
      var got = body.infer(pairs.get(i), at);
      throw Faults.mismatch(callee, "#" + (i + 1), Basic.KEYWORD, got.type(), got.span(), List.of())
          .refused();
    }
    int index = names.indexOf(name);
    if (index < 0) {
      throw none(callee, name, names, pairs.get(i).span()).refused();
    }
    if (order.contains(index)) {
      var missing = new ArrayList<>(names);
      for (int j = 0; j < pairs.size(); j += 2) {
        missing.remove(pairs.get(j).keyword());
      }
      throw twice(callee, name, missing, pairs.get(i).span()).refused();
    }
    return index;
  }

  /// @param order the place of each value in what is made
  private Core ordered(
      List<Core> values,
      List<Integer> order,
      List<Type> types,
      Function<List<Core>, Core> make,
      Span span,
      At at) {
    boolean inOrder = true;
    for (int i = 0; i < order.size(); i++) {
      inOrder &= order.get(i) == i;
    }
    if (inOrder) {
      return make.apply(values);
    }
    var slots = new ArrayList<Integer>();
    var placed = new Core[values.size()];
    for (int i = 0; i < values.size(); i++) {
      var type = types.get(order.get(i));
      slots.add(at.function().slot(type));
      placed[order.get(i)] = new Core.Local(slots.get(i), type, values.get(i).span());
    }
    var made = make.apply(List.of(placed));
    for (int i = values.size() - 1; i >= 0; i--) {
      made = new Core.Let(slots.get(i), values.get(i), made, made.type(), span);
    }
    return made;
  }

  /// The fields of a struct, each read from a slot that holds it.
  Core fields(TypeDecl.Aggregate type, Core struct, Function<List<Core>, Core> make, At at) {
    int slot = at.function().slot(struct.type());
    var local = new Core.Local(slot, struct.type(), struct.span());
    var args = ((Type.Named) Type.head(struct.type())).args();
    var fields = new ArrayList<Core>();
    for (int i = 0; i < type.fields().size(); i++) {
      fields.add(field(type, i, args, local, struct.span()));
    }
    var made = make.apply(fields);
    return new Core.Let(slot, struct, made, made.type(), struct.span());
  }

  private Core field(TypeDecl.Aggregate type, int index, List<Type> args, Core subject, Span span) {
    return new Core.Apply(
        new Operation.Field(type.name(), index, type.fields().get(index).name()),
        List.of(subject),
        cx.fieldType(type, index, args),
        span);
  }

  private Core byPosition(
      TypeDecl.Aggregate type, List<Type> args, Ast ast, List<Ast> items, At at) {
    Access.check(
        cx, type.name(), type.metadata().get("restricted-to"), items.getFirst().span(), at);
    var fields = exactly(type.fields().size(), type.name() + "'", ast, items, at);
    body.calls().assign(type.name() + "'", fields, fieldTypes(type, args));
    return construct(type, args, fields, ast.span());
  }

  private Core accessor(TypeDecl.Aggregate type, int index, Ast ast, List<Ast> items, At at) {
    var field = type.fields().get(index);
    var name = type.name() + "/" + field.name();
    FieldAccess.check(cx, type, field.name(), items.getFirst().span(), at);
    var subject = exactly(1, name, ast, items, at).getFirst();
    var args = cx.fresh(type.params());
    var own = new Type.Named(type.name(), args, null);
    // a record's class is looked at when it runs, as its static type may be a root
    boolean anyRecord = type.isRecord() && type.params().isEmpty();
    if (!cx.unifier().assign(subject.type(), own)
        && !(anyRecord && cx.unifier().assign(subject.type(), Basic.RECORD))) {
      throw Faults.mismatch(
              name, "#1", anyRecord ? Basic.RECORD : own, subject.type(), subject.span(), List.of())
          .refused();
    }
    return field(type, index, args, subject, ast.span());
  }

  private Core predicate(TypeDecl type, Ast ast, List<Ast> items, At at) {
    var name = items.getFirst().path();
    var subject = exactly(1, name, ast, items, at).getFirst();
    var any = new Type.Named(type.name(), cx.fresh(type.params()), null);
    return new Core.Apply(new Operation.Is(any, false), List.of(subject), Basic.BOOL, ast.span());
  }

  private Core variant(
      TypeDecl.Enumeration type,
      TypeDecl.Variant variant,
      List<Type> args,
      Ast ast,
      List<Ast> items,
      At at) {
    var name = type.name() + "::" + variant.name();
    var fields = exactly(variant.fields().size(), name, ast, items, at);
    var made = Checking.enumeration(type, args);
    var types = variant.fields().stream().map(field -> cx.payload(type, field, made)).toList();
    body.calls().assign(name, fields, types);
    return new Core.Apply(
        new Operation.MakeVariant(type.name(), variant.name()), fields, made, ast.span());
  }

  private Core wrap(TypeDecl.Newtype type, List<Type> args, Ast ast, List<Ast> items, At at) {
    var value = exactly(1, type.name(), ast, items, at);
    body.calls().assign(type.name(), value, List.of(of(type, args)));
    return new Core.Apply(
        new Operation.Wrap(type.name()),
        value,
        new Type.Named(type.name(), args, null),
        ast.span());
  }

  private Core unwrap(TypeDecl.Newtype type, Ast ast, List<Ast> items, At at) {
    var value = exactly(1, type.name() + "/0", ast, items, at);
    var args = cx.fresh(type.params());
    body.calls()
        .assign(type.name() + "/0", value, List.of(new Type.Named(type.name(), args, null)));
    return new Core.Apply(new Operation.Unwrap(type.name()), value, of(type, args), ast.span());
  }

  private Type of(TypeDecl.Newtype type, List<Type> args) {
    return cx.declaredType(type.of(), type.params(), args, Checking.any(type.span()));
  }

  private Core method(
      TypeDecl.Surface surface, TypeDecl.Feature.Method method, Ast ast, List<Ast> items, At at) {
    var name = surface.name() + "/" + method.name();
    var bindings = new HashMap<String, Type>();
    surface.params().forEach(param -> bindings.put(param, cx.fresh()));
    var scheme = cx.method(surface, method);
    scheme.typeParams().forEach(param -> bindings.putIfAbsent(param, cx.fresh()));
    var instance = scheme.instance(bindings, items.getFirst().span());
    var args = exactly(method.params().size(), name, ast, items, at);
    body.calls().assign(name, args, instance.params());
    var effects = body.calls().performs(scheme, instance, items.getFirst().span(), at);
    given(surface, instance.result(), ast.span());
    return new Core.Call(name, args, effects, instance.result(), ast.span());
  }

  /// What comes out of a value behind a surface that is generic: the surface's arguments say
  /// nothing of the effects that are latent in it.
  void given(TypeDecl.Surface surface, Type result, Span span) {
    if (!surface.params().isEmpty()) {
      body.calls().atEnd(() -> Untold.in(result, span));
    }
  }

  private Core surfaceField(
      TypeDecl.Surface surface, TypeDecl.Feature.Has field, Ast ast, List<Ast> items, At at) {
    var name = surface.name() + "/" + field.name();
    var args = cx.fresh(surface.params());
    var subject = exactly(1, name, ast, items, at);
    body.calls().assign(name, subject, List.of(new Type.Named(surface.name(), args, null)));
    FieldAccess.byName(body, field.name(), subject.getFirst(), items.getFirst().span(), at);
    var type = cx.declaredType(field.type(), surface.params(), args, Checking.any(field.span()));
    return new Core.Apply(new Operation.FieldByName(field.name(), type), subject, type, ast.span());
  }
}
