package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.declare.Types;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.expand.Unexpanded;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Retired;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Infers what the expressions of one body give, and makes their core form. An expression that is
/// wrong is reported and stands for a value of an unknown type, so that one mistake is one report.
final class Body {
  /// Receives from the program's own stream.
  private static final Set<String> READS =
      Set.of("wat::kernel::readln", "wat::kernel::readln-within", "wat::kernel::read-frame");

  private final Checking cx;
  private final Types written = new Types();
  private final Calls calls;
  private final Overloads overloads;
  private final SpecialForms forms;
  private final MemberValues members;

  Body(Checking cx) {
    this.cx = cx;
    this.calls = new Calls(cx, this);
    this.overloads = new Overloads(cx, calls);
    this.forms = new SpecialForms(cx, this, calls);
    this.members = new MemberValues(cx, this, calls.members());
  }

  Checking cx() {
    return cx;
  }

  Calls calls() {
    return calls;
  }

  Overloads overloads() {
    return overloads;
  }

  /// The types that are written in the body.
  Types written() {
    return written;
  }

  /// What an expression gives.
  Core infer(Ast ast, At at) {
    try {
      return switch (ast.form()) {
        case Form.Int _ -> literal(ast, Basic.I64);
        case Form.Real _ -> literal(ast, Basic.F64);
        case Form.Rational _ -> literal(ast, Basic.RATIONAL);
        case Form.BigInt _ -> literal(ast, Basic.BIGINT);
        case Form.Bool _ -> literal(ast, Basic.BOOL);
        case Form.Str _ -> literal(ast, Basic.STRING);
        case Form.Char _ -> literal(ast, Basic.CHAR);
        case Form.Nil _ -> literal(ast, Basic.NIL);
        case Form.Key(String name) -> keyword(ast, name, at);
        case Form.Symbol symbol -> symbol(ast, symbol, at);
        case Form.Vector(List<Ast> items) ->
            collection(Basic.VECTOR, items, List.of(cx.fresh()), ast.span(), at);
        case Form.Set(List<Ast> items) ->
            collection(Basic.HASH_SET, items, List.of(cx.fresh()), ast.span(), at);
        case Form.Braces(List<Ast> items) ->
            collection(Basic.HASH_MAP, items, List.of(cx.fresh(), cx.fresh()), ast.span(), at);
        case Form.Sequence(List<Ast> items) -> list(ast, items, at);
      };
    } catch (Refused refused) {
      cx.error(refused.diagnostic());
      return unknown(ast.span());
    }
  }

  /// What stands for an expression that is wrong.
  Core unknown(Span span) {
    return new Core.Literal(new Form.Nil(), cx.unknown(), span);
  }

  private static Core literal(Ast ast, Type type) {
    return new Core.Literal(ast.form(), type, ast.span());
  }

  /// A collection of elements whose types must agree; of a map, keys and values in turn.
  Core collection(String name, List<Ast> items, List<Type> args, Span span, At at) {
    var elements = new ArrayList<Core>();
    boolean agree = true;
    for (int i = 0; i < items.size(); i++) {
      var element = infer(items.get(i), at);
      var expected = args.get(i % args.size());
      if (!cx.unifier().assign(element.type(), expected)) {
        cx.error(
            Faults.mismatch(
                name, "#" + (i + 1), expected, element.type(), element.span(), List.of()));
        agree = false;
      }
      elements.add(element);
    }
    var type =
        new Type.Named(name, agree ? args : args.stream().map(_ -> cx.unknown()).toList(), null);
    return new Core.Apply(new Operation.MakeCollection(name), elements, type, span);
  }

  private Core symbol(Ast ast, Form.Symbol symbol, At at) {
    var local = Env.find(at.env(), symbol);
    if (local != null) {
      return at.function().read(local, ast.span());
    }
    var held = at.captured().get(symbol);
    if (held != null) {
      return constant(held, ast.span());
    }
    unresolved(symbol.name(), ast.span(), at);
    return unknown(ast.span());
  }

  /// Reports a bare name that nothing binds.
  private void unresolved(String name, Span span, At at) {
    if (Unexpanded.is(name)) {
      return;
    }
    var instead = Retired.instead(name);
    if (!instead.isEmpty()) {
      throw Retired.spelling(name, instead, span).refused();
    }
    var remedies = new ArrayList<>(Similar.to(name, Env.names(at.env()), UnaryOperator.identity()));
    remedies.addAll(cx.similar(name));
    cx.unresolved(
        new Checking.Unresolved(name, at.function().name(), span, Similar.best(remedies)));
  }

  private Core constant(String path, Span span) {
    if (!(cx.definition(path) instanceof Definition.Constant constant)) {
      throw new IllegalStateException(path + " holds no local");
    }
    return new Core.Constant(constant.name(), cx.constant(constant, span), span);
  }

  /// A keyword in the place of a value (W2).
  private Core keyword(Ast ast, String path, At at) {
    var instead = Retired.instead(path);
    if (!instead.isEmpty() && path.startsWith("wat::")) {
      throw Retired.spelling(":" + path, instead, ast.span()).refused();
    }
    if (path.equals(Basic.NIL.name())) {
      throw Faults.form(
              path,
              "is a type; its value is written nil",
              ast.span(),
              List.of(new Remedy("nil", Remedy.Kind.RETIREMENT, 0, null)))
          .refused();
    }
    var variant = variant(path);
    if (variant != null && variant.variant().isUnit()) {
      var args = cx.fresh(variant.type().params());
      return new Core.Apply(
          new Operation.MakeVariant(variant.type().name(), variant.variant().name()),
          List.of(),
          Checking.enumeration(variant.type(), args),
          ast.span());
    }
    return switch (cx.definition(path)) {
      case null -> {
        if (cx.isFailed(path)) {
          yield unknown(ast.span());
        }
        var member = members.of(ast, cx.target(path), at);
        yield member == null ? forms.value(ast, path, at) : member;
      }
      case Definition.Constant constant -> {
        Access.check(cx, constant, ast.span(), at);
        evaluated(constant, ast.span(), at);
        yield new Core.Constant(constant.name(), cx.constant(constant, ast.span()), ast.span());
      }
      case Definition.Clauses clauses -> {
        Access.check(cx, clauses, ast.span(), at);
        yield overloads.value(clauses, ast.span(), at);
      }
      case Definition.Alias _ -> throw new IllegalStateException(path);
      case Definition definition -> {
        Access.check(cx, definition, ast.span(), at);
        yield calls.function(definition, ast.span(), at);
      }
    };
  }

  /// Constants are evaluated in their order: the value of a later one is none yet.
  private void evaluated(Definition.Constant constant, Span span, At at) {
    if (!at.function().isFunction() && cx.isBefore(at.function().name(), constant.name())) {
      throw Faults.form(
              "wat::core::def",
              ":" + constant.name() + " stands further down and has no value yet; put it before",
              span)
          .refused();
    }
  }

  private Callee.@Nullable Variant variant(String path) {
    return Naming.namespace(path).isEmpty() ? null : cx.variant(cx.target(path));
  }

  private Core list(Ast ast, List<Ast> items, At at) {
    if (items.isEmpty()) {
      throw Retired.spelling("()", List.of("nil"), ast.span()).refused();
    }
    var head = items.getFirst();
    return switch (head.form()) {
      case Form.Key(String path) -> headed(ast, path, items, at);
      case Form.Symbol symbol -> bySymbol(ast, symbol, items, at);
      default -> calls.invoke(infer(head, at), ast, at);
    };
  }

  private Core bySymbol(Ast ast, Form.Symbol symbol, List<Ast> items, At at) {
    if (Env.find(at.env(), symbol) == null && !at.captured().containsKey(symbol)) {
      unresolved(symbol.name(), items.getFirst().span(), at);
      // what stands behind an unknown name is looked at all the same
      rest(items, at);
      return unknown(ast.span());
    }
    return calls.invoke(infer(items.getFirst(), at), ast, at);
  }

  private void rest(List<Ast> items, At at) {
    items.subList(1, items.size()).forEach(item -> infer(item, at));
  }

  private Core headed(Ast ast, String path, List<Ast> items, At at) {
    var special = forms.form(ast, cx.target(path), items, at);
    if (special != null) {
      return special;
    }
    if (!path.contains("::")) {
      return calls.fieldByName(ast, path, items, at);
    }
    return calls.call(ast, path, items, at);
  }

  /// A body: one form after the other, the value of the last.
  ///
  /// @param head of the form that it belongs to
  Core body(List<Ast> forms, String head, Span span, At at) {
    if (forms.size() == 1) {
      return infer(forms.getFirst(), at);
    }
    var steps = new ArrayList<Core>();
    for (int i = 0; i < forms.size(); i++) {
      var step = infer(forms.get(i), at);
      if (i + 1 < forms.size()) {
        mustUse(step, head, at);
      }
      steps.add(step);
    }
    return new Core.Do(steps, steps.getLast().type(), span);
  }

  /// Reports a value that must be used and is not (W3.5). Sends and receives may stand anywhere.
  void mustUse(Core step, String head, At at) {
    if (step instanceof Core.Apply(Operation.Perform(String effect, String name), _, _, _)
        && (effect.equals("send") || effect.equals("receive") || READS.contains(name))) {
      return;
    }
    if (Checking.isMustUse(step.type())) {
      cx.error(
          Faults.form(
              head,
              "result must be used: bind it to a name, match it, expect it or try it",
              step.span()));
    } else if (Type.head(step.type()) instanceof Type.Var) {
      overloads.atEnd(() -> {
        if (Checking.isMustUse(step.type())) {
          mustUse(step, head, at);
        }
      });
    }
  }

  /// A type that is written in the body.
  Type type(Ast keyword, At at) {
    if (keyword.isKeyword(Basic.INFER)) {
      return cx.fresh();
    }
    return cx.written(written.read(keyword, at.typeParams()));
  }

  /// Adds an effect of the body.
  static void effect(String effect, Span span, At at) {
    at.function().effects().add(effect, span);
  }

  /// Adds what a function value does when it is called.
  static void effects(EffectVar latent, At at) {
    at.function().effects().include(latent);
  }

  /// Reports what is wrong.
  void error(Diagnostic diagnostic) {
    cx.error(diagnostic);
  }
}
