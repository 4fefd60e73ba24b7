package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import java.util.List;
import java.util.Map;

/// Fills a template with what its macro was called with.
///
/// @param scope of this expansion
record Arguments(Evaluator evaluator, Macro macro, Map<Form.Symbol, Ast> arguments, int scope)
    implements Templates.Filler {

  @Override
  public Ast fill(Ast expression) {
    return switch (expression.form()) {
      case Form.Symbol symbol -> argument(symbol, expression.span());
      case Form.Sequence _ -> evaluator.evaluate(macro, expression, arguments, scope);
      default -> expression;
    };
  }

  @Override
  public List<Ast> splice(Ast expression) {
    var made =
        expression.form() instanceof Form.Sequence
            ? evaluator.evaluateSpliced(macro, expression, arguments, scope)
            : fill(expression);
    return switch (made.form()) {
      case Form.Sequence(List<Ast> items) -> items;
      case Form.Vector(List<Ast> items) -> items;
      default ->
          throw Fault.noSequence(
              Printer.shown(expression), Forms.kind(made.form()), expression.span());
    };
  }

  private Ast argument(Form.Symbol symbol, Span span) {
    var argument = arguments.get(symbol);
    if (argument == null) {
      throw Fault.unboundParameter(symbol.name(), span);
    }
    return argument;
  }
}
