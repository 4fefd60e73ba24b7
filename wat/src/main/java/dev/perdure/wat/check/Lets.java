package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// `let` and its binders (W7.1).
final class Lets {
  private static final String LET = "wat::core::let";

  private final Checking cx;
  private final Body body;

  Lets(Checking cx, Body body) {
    this.cx = cx;
    this.body = body;
  }

  /// What a slot is filled with.
  private record Binding(int slot, Core value) {}

  Core let(Ast ast, List<Ast> items, At at) {
    if (items.size() < 2 || !(items.get(1).form() instanceof Form.Vector(List<Ast> pairs))) {
      throw Faults.form(LET, "its bindings stand in a vector [name value …]", ast.span()).refused();
    }
    if (pairs.size() % 2 != 0) {
      throw Faults.form(LET, "a binder has no value", pairs.getLast().span()).refused();
    }
    var bindings = new ArrayList<Binding>();
    var inner = at;
    for (int i = 0; i < pairs.size(); i += 2) {
      inner = bind(pairs.get(i), pairs.get(i + 1), bindings, inner);
    }
    var forms = items.subList(2, items.size());
    Core result =
        forms.isEmpty()
            ? new Core.Literal(new Form.Nil(), Basic.NIL, ast.span())
            : body.body(forms, LET, ast.span(), inner);
    for (var binding : bindings.reversed()) {
      result = new Core.Let(binding.slot(), binding.value(), result, result.type(), ast.span());
    }
    return result;
  }

  private At bind(Ast binder, Ast expression, List<Binding> bindings, At at) {
    var value = body.infer(expression, at);
    if (binder.form() instanceof Form.Symbol symbol) {
      if (symbol.name().equals("_")) {
        body.mustUse(value, LET, at);
      }
      int slot = slot(value, bindings, at);
      return symbol.name().equals("_") ? at : at.with(symbol, slot, value.type());
    }
    int slot = slot(value, bindings, at);
    var whole = new Core.Local(slot, value.type(), value.span());
    return switch (binder.form()) {
      case Form.Vector(List<Ast> parts) -> tuple(binder, parts, whole, bindings, at);
      case Form.Braces(List<Ast> parts) -> braces(binder, parts, whole, bindings, at);
      default ->
          throw Faults.form(
                  LET, "a binder is a symbol, [a b], {:keys [f]} or {v :field}", binder.span())
              .refused();
    };
  }

  private static int slot(Core value, List<Binding> bindings, At at) {
    int slot = at.function().slot(value.type());
    bindings.add(new Binding(slot, value));
    return slot;
  }

  /// `[a b]`: a tuple of exactly that many.
  private At tuple(Ast binder, List<Ast> parts, Core whole, List<Binding> bindings, At at) {
    var types = parts.stream().<Type>map(_ -> cx.fresh()).toList();
    var expected = Type.tuple(types);
    if (!cx.unifier().unify(whole.type(), expected)) {
      throw Faults.mismatch(LET, "binder", expected, whole.type(), whole.span(), List.of())
          .refused();
    }
    var inner = at;
    for (int i = 0; i < parts.size(); i++) {
      var item =
          new Core.Apply(new Operation.Item(i), List.of(whole), types.get(i), parts.get(i).span());
      inner = part(parts.get(i), item, binder.span(), bindings, inner);
    }
    return inner;
  }

  private At part(Ast part, Core value, Span binder, List<Binding> bindings, At at) {
    if (!(part.form() instanceof Form.Symbol symbol)) {
      throw Faults.form(LET, "the parts of a binder are symbols", binder).refused();
    }
    int slot = slot(value, bindings, at);
    return symbol.name().equals("_") ? at : at.with(symbol, slot, value.type());
  }

  private At braces(Ast binder, List<Ast> parts, Core whole, List<Binding> bindings, At at) {
    if (parts.isEmpty()) {
      throw Faults.form(LET, "the binder {} binds nothing", binder.span()).refused();
    }
    var inner = at;
    for (int i = 0; i < parts.size(); i += 2) {
      if (parts.get(i).isKeyword("keys")
          && parts.get(i + 1).form() instanceof Form.Vector(List<Ast> names)) {
        for (var name : names) {
          inner = key(name, whole, binder.span(), bindings, inner);
        }
      } else {
        inner = named(parts.get(i), parts.get(i + 1), whole, bindings, inner);
      }
    }
    return inner;
  }

  /// `{:keys [f g]}`: fields of a struct that is known.
  private At key(Ast name, Core whole, Span binder, List<Binding> bindings, At at) {
    if (name.symbol() == null) {
      throw Faults.form(LET, ":keys takes symbols", name.span()).refused();
    }
    if (Type.isUnknown(whole.type())) {
      return part(name, body.unknown(name.span()), binder, bindings, at);
    }
    if (!(Type.head(whole.type()) instanceof Type.Named named)
        || !(cx.types().find(named.name()) instanceof TypeDecl.Aggregate type)
        || type.isRecord()) {
      throw Faults.mismatch(LET, "binder", Basic.STRUCT, whole.type(), whole.span(), List.of())
          .refused();
    }
    int index = type.index(name.symbol());
    if (index < 0) {
      throw Faults.form(
              LET,
              ":" + type.name() + " has no field " + name.symbol(),
              name.span(),
              Similar.to(
                  name.symbol(),
                  type.fields().stream().map(TypeDecl.Field::name).toList(),
                  UnaryOperator.identity()))
          .refused();
    }
    FieldAccess.check(cx, type, name.symbol(), name.span(), at);
    return part(name, FieldOf.of(cx, type, index, named.args(), whole), binder, bindings, at);
  }

  /// `{v :field}`: of a record, struct or map, looked up when it runs.
  private At named(Ast binder, Ast key, Core whole, List<Binding> bindings, At at) {
    if (binder.symbol() == null || key.keyword() == null) {
      throw Faults.form(LET, "a binder in braces is written {name :field}", binder.span())
          .refused();
    }
    FieldAccess.byName(body, key.keyword(), whole, key.span(), at);
    return part(
        binder, FieldOf.byName(cx, key.keyword(), whole, key.span()), binder.span(), bindings, at);
  }
}
