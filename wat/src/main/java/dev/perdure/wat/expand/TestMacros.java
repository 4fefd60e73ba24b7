package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.util.ArrayList;
import java.util.List;

/// `deftest` and `make-deftest`, and their hermetic kin (W17).
final class TestMacros {
  private TestMacros() {}

  /// `(deftest :name body)`, `(deftest :name (prelude…) body)`: a function that gives how the body
  /// ended.
  static Ast test(Ast call) {
    var items = call.items();
    requireTest(call, items);
    var span = call.span();
    var body = BuiltIn.list(span, "wat::test::run", items.getLast());
    var definition = definition(span, items.get(1), body);
    var spliced = new ArrayList<Ast>();
    if (items.size() == 4) {
      spliced.addAll(prelude(items.get(2)));
    }
    spliced.add(definition);
    return BuiltIn.list(span, "wat::core::do", spliced.toArray(Ast[]::new));
  }

  private static void requireTest(Ast call, List<Ast> items) {
    if (items.size() < 3
        || items.size() > 4
        || items.get(1).keyword() == null
        || (items.size() == 4 && items.get(2).list() == null)) {
      throw Fault.malformedTemplate(
          call.span(), "a test is written (deftest :name body) or (deftest :name (prelude…) body)");
    }
  }

  /// Forms that stand beside a test: a call that was meant to be a part of its body is none.
  private static List<Ast> prelude(Ast prelude) {
    for (var form : prelude.items()) {
      if (form.list() == null) {
        throw Fault.malformedTemplate(
            prelude.span(),
            "before the body stands a list of declarations; a body of several forms is a do");
      }
    }
    return prelude.items();
  }

  /// `(defn :name [] -> TestResult body)`.
  private static Ast definition(Span span, Ast name, Ast body) {
    return BuiltIn.list(
        span,
        "wat::core::defn",
        name,
        new Ast(new Form.Vector(List.of()), span),
        symbol("->", span),
        new Ast(new Form.Key("wat::test::TestResult"), span),
        body);
  }

  /// `(deftest-hermetic :name (prelude…)? body)`: the prelude and the body are a program of their
  /// own.
  static Ast hermetic(Ast call) {
    var items = call.items();
    requireTest(call, items);
    var forms = new ArrayList<Ast>();
    if (items.size() == 4) {
      forms.addAll(prelude(items.get(2)));
    }
    return definition(call.span(), items.get(1), program(call.span(), forms, items.getLast()));
  }

  /// `(run-hermetic body)`.
  static Ast runHermetic(Ast call) {
    if (call.items().size() != 2) {
      throw Fault.malformedTemplate(call.span(), "it is written (run-hermetic body)");
    }
    return program(call.span(), List.of(), call.items().getLast());
  }

  /// The forms and the body, which becomes main.
  private static Ast program(Span span, List<Ast> forms, Ast body) {
    var binding = new Ast(new Form.Vector(List.of(symbol("result", span), body)), span);
    var main =
        BuiltIn.list(
            span,
            "wat::core::defn",
            new Ast(new Form.Key("user::main"), span),
            new Ast(new Form.Vector(List.of()), span),
            symbol("->", span),
            new Ast(new Form.Key("wat::core::nil"), span),
            BuiltIn.list(span, "wat::core::let", binding, new Ast(new Form.Nil(), span)));
    var all = new ArrayList<>(forms);
    all.add(main);
    return BuiltIn.list(
        span,
        "wat::test::run-program",
        BuiltIn.list(span, "wat::core::forms", all.toArray(Ast[]::new)));
  }

  /// `(make-deftest :my-test (prelude…))`: a macro for tests with that prelude.
  ///
  /// @param deftest the path of the macro that makes each of them
  static Ast make(Ast call, String deftest) {
    var items = call.items();
    if (items.size() != 3 || items.get(1).keyword() == null || items.get(2).list() == null) {
      throw Fault.malformedTemplate(
          call.span(), "it is written (make-deftest :my-test (prelude…))");
    }
    var span = call.span();
    var params = new ArrayList<Ast>();
    for (var name : List.of("name", "body")) {
      params.add(symbol(name, span));
      params.add(symbol("<-", span));
      params.add(new Ast(new Form.Key("wat::WatAST"), span));
    }
    var test =
        BuiltIn.list(
            span,
            deftest,
            BuiltIn.list(span, Templates.UNQUOTE, symbol("name", span)),
            items.get(2),
            BuiltIn.list(span, Templates.UNQUOTE, symbol("body", span)));
    return BuiltIn.list(
        span,
        "wat::core::defmacro",
        items.get(1),
        new Ast(new Form.Vector(params), span),
        symbol("->", span),
        new Ast(new Form.Key("wat::WatAST"), span),
        BuiltIn.list(span, Templates.QUASIQUOTE, test));
  }

  private static Ast symbol(String name, Span span) {
    return new Ast(new Form.Symbol(name, Scopes.NONE), span);
  }
}
