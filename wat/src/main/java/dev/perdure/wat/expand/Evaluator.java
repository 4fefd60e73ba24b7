package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.Map;

/// Runs what a macro computes when it is expanded, behind the fence of W8.
public interface Evaluator {

  /// The value of an expression, made into a tree as by `~`.
  ///
  /// @param macro whose expression it is
  /// @param expression what to run; templates in it are filled with symbols of the scope
  /// @param arguments what the macro's parameters are; a rest parameter's is a vector form
  /// @param scope of this expansion
  /// @throws dev.perdure.wat.diagnostic.Refused of the phase `wat.macro`
  Ast evaluate(Macro macro, Ast expression, Map<Form.Symbol, Ast> arguments, int scope);

  /// The same of an expression behind `~@`: a list or a vector, or a form.
  ///
  /// @throws dev.perdure.wat.diagnostic.Refused also `SpliceNotSequence`, if it is another value
  Ast evaluateSpliced(Macro macro, Ast expression, Map<Form.Symbol, Ast> arguments, int scope);
}
