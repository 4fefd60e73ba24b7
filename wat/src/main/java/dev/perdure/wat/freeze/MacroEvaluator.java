package dev.perdure.wat.freeze;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Evaluator;
import dev.perdure.wat.expand.Expander;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.syntax.Scopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs what macros compute: it is checked like a function and interpreted, so that a macro means
/// what a function means.
final class MacroEvaluator implements Evaluator {
  private static final String FUNCTION = "wat::macro::body";

  private final Library library;

  /// What was checked, by where it stands, and what was refused.
  private final Map<Place, Checked> checked = new HashMap<>();

  private final Map<Place, Diagnostic> refused = new HashMap<>();

  private final MacroMeter meter = new MacroMeter();
  private @Nullable Expander expander;
  private long steps = Limits.PROGRAM_STEPS_MAX;
  private int fresh;

  MacroEvaluator(Library library) {
    this.library = library;
  }

  /// An expression of a macro.
  private record Place(String macro, Span span) {}

  /// Says who expands the macros that expressions use.
  void use(Expander expander) {
    this.expander = expander;
  }

  @Override
  public Ast evaluate(Macro macro, Ast expression, Map<Form.Symbol, Ast> arguments, int scope) {
    return tree(macro, value(macro, expression, arguments, scope), expression.span());
  }

  @Override
  public Ast evaluateSpliced(
      Macro macro, Ast expression, Map<Form.Symbol, Ast> arguments, int scope) {
    var made = value(macro, expression, arguments, scope);
    return switch (made) {
      case Ast _, Vector _, dev.perdure.wat.data.List _ -> tree(macro, made, expression.span());
      default -> throw noSequence(Printer.shown(expression), Show.of(made), expression.span());
    };
  }

  private static Refused noSequence(String name, String got, Span span) {
    return Diagnostic.of(
            Kind.MACRO_SPLICE_NOT_SEQUENCE,
            span,
            "~@ takes a list or a vector, and %s gives %s".formatted(name, got),
            name,
            got)
        .refused();
  }

  private Object value(Macro macro, Ast expression, Map<Form.Symbol, Ast> arguments, int scope) {
    boolean isBody = !macro.isTemplate();
    var place = new Place(macro.name(), expression.span());
    var program = checked(place, macro, expression, isBody);
    long most = Math.min(steps, Limits.MACRO_STEPS_MAX);
    var loaded =
        new Loaded(
            program,
            symbol -> new Form.Symbol(symbol.name(), symbol.scopes().with(scope)),
            most,
            meter);
    var interpreter = Interpreter.of(loaded, world(scope));
    try {
      var made = interpreter.call(FUNCTION, given(macro, arguments));
      meter.size(made);
      return made;
    } catch (Raise raise) {
      throw failed(macro, raise.at(expression.span()).diagnostic(), isBody, expression.span());
    } catch (Loaded.Stopped e) {
      throw tooMuch(macro, outOfSteps(most), expression.span());
    } catch (MacroMeter.TooMuch e) {
      throw tooMuch(macro, String.valueOf(e.getMessage()), expression.span());
    } finally {
      steps -= most - loaded.callsLeft();
    }
  }

  /// A value that has no form is none that a macro may give.
  private static Ast tree(Macro macro, Object made, Span span) {
    try {
      return Trees.of(made);
    } catch (Raise _) {
      var reason = ":%s gives %s, which has no form".formatted(macro.name(), Show.of(made));
      throw Diagnostic.of(Kind.MACRO_MALFORMED_TEMPLATE, span, reason, reason).refused();
    }
  }

  private static Object[] given(Macro macro, Map<Form.Symbol, Ast> arguments) {
    var given = new ArrayList<Object>();
    macro.params().forEach(param -> given.add(arguments.get(param.symbol())));
    if (macro.rest() != null
        && arguments.get(macro.rest().symbol()) instanceof Ast(Form.Vector(List<Ast> items), _)) {
      given.add(Vector.ofAll(items));
    }
    return given.toArray();
  }

  private Checked checked(Place place, Macro macro, Ast expression, boolean isBody) {
    var known = checked.get(place);
    if (known != null) {
      return known;
    }
    var fault = refused.get(place);
    if (fault != null) {
      throw fault.refused();
    }
    try {
      var program = check(macro, expression, isBody);
      checked.put(place, program);
      return program;
    } catch (Refused e) {
      refused.put(place, e.diagnostic());
      throw e;
    }
  }

  private Checked check(Macro macro, Ast expression, boolean isBody) {
    var expanded = expander == null ? expression : expander.expand(expression);
    var declarations = Collector.collect(List.of(function(macro, expanded)), true, false);
    var program = Checker.check(declarations, library);
    if (!program.isSound()) {
      throw failed(macro, program.errors().getFirst(), isBody, expression.span());
    }
    return program;
  }

  /// `(defn :wat::macro::body [params] -> :wat::core::Value expression)`.
  private static Ast function(Macro macro, Ast expression) {
    var span = expression.span();
    var params = new ArrayList<Ast>();
    macro.params().forEach(param -> param(param, "wat::WatAST", span, params));
    if (macro.rest() != null) {
      param(macro.rest(), "wat::core::Vector<wat::WatAST>", span, params);
    }
    return new Ast(
        new Form.Sequence(
            List.of(
                new Ast(new Form.Key("wat::core::defn"), span),
                new Ast(new Form.Key(FUNCTION), span),
                new Ast(new Form.Vector(params), span),
                symbol("->", span),
                new Ast(new Form.Key("wat::core::Value"), span),
                expression)),
        span);
  }

  private static void param(Macro.Param param, String type, Span span, List<Ast> params) {
    params.add(new Ast(param.symbol(), span));
    params.add(symbol("<-", span));
    params.add(new Ast(new Form.Key(type), span));
  }

  private static Ast symbol(String name, Span span) {
    return new Ast(new Form.Symbol(name, Scopes.NONE), span);
  }

  private World world(int scope) {
    return (effect, operation, args) ->
        switch (operation) {
          case "wat::core::macro-error" -> throw aborted((String) args[0]);
          case "wat::core::fresh-symbol" ->
              new Ast(
                  new Form.Symbol(args[0] + "-" + ++fresh, Scopes.NONE.with(scope)), Trees.NOWHERE);
          default -> throw new IllegalStateException(operation + " is behind the fence");
        };
  }

  private static Refused aborted(String message) {
    return Diagnostic.of(Kind.MACRO_MACRO_ABORT, null, message, message).refused();
  }

  private static Refused failed(Macro macro, Diagnostic cause, boolean isBody, Span span) {
    var sentence = "the macro :" + macro.name() + " failed: " + cause.message();
    return isBody
        ? Diagnostic.of(
                Kind.MACRO_PROGRAM_BODY_EVAL_FAILED, span, sentence, ":" + macro.name(), cause)
            .refused()
        : Diagnostic.of(Kind.MACRO_MACRO_EVAL_RUNTIME_FAILED, span, sentence, cause).refused();
  }

  private static String outOfSteps(long most) {
    return most == Limits.MACRO_STEPS_MAX
        ? "takes more than " + most + " steps"
        : "is expanded when the program's macros have taken %d steps"
            .formatted(Limits.PROGRAM_STEPS_MAX);
  }

  private static Refused tooMuch(Macro macro, String reason, Span span) {
    return Diagnostic.of(
            Kind.MACRO_MACRO_EVAL_RUNTIME_FAILED,
            span,
            "the macro :" + macro.name() + " " + reason,
            reason)
        .refused();
  }
}
