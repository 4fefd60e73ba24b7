package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.util.ArrayList;
import java.util.List;

/// `deftest` and `make-deftest` (W17).
final class TestMacros {
  private static final String DEFTEST = "wat::test::deftest";

  private TestMacros() {}

  /// `(deftest :name body)`, `(deftest :name (prelude…) body)`: a function that gives how the body
  /// ended.
  static Ast test(Ast call) {
    var items = call.items();
    if (items.size() < 3
        || items.size() > 4
        || items.get(1).keyword() == null
        || (items.size() == 4 && items.get(2).list() == null)) {
      throw Fault.malformedTemplate(
          call.span(), "a test is written (deftest :name body) or (deftest :name (prelude…) body)");
    }
    var span = call.span();
    var body = BuiltIn.list(span, "wat::test::run", items.getLast());
    var definition =
        BuiltIn.list(
            span,
            "wat::core::defn",
            items.get(1),
            new Ast(new Form.Vector(List.of()), span),
            symbol("->", span),
            new Ast(new Form.Key("wat::test::TestResult"), span),
            body);
    var spliced = new ArrayList<Ast>();
    if (items.size() == 4) {
      spliced.addAll(items.get(2).items());
    }
    spliced.add(definition);
    return BuiltIn.list(span, "wat::core::do", spliced.toArray(Ast[]::new));
  }

  /// `(make-deftest :my-test (prelude…))`: a macro for tests with that prelude.
  static Ast make(Ast call) {
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
            DEFTEST,
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
