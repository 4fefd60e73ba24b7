package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A program that was checked.
///
/// @param declarations what it declares
/// @param types its types, those of the library behind them
/// @param codes its functions and those of the library that they use, by name
/// @param constants the code of each constant, in the order in which they are evaluated
/// @param schemes the types of its functions, by name
/// @param effects what each function does by itself, by name, sorted
/// @param reach what the parts of its code may do
/// @param errors what is wrong with it; empty if it may run
/// @param warnings what is doubtful
public record Checked(
    Declarations declarations,
    TypeTable types,
    Map<String, Code> codes,
    Map<String, Constant> constants,
    Map<String, Scheme> schemes,
    Map<String, Set<String>> effects,
    Effects reach,
    List<Diagnostic> errors,
    List<Diagnostic> warnings) {
  public Checked {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /// A constant.
  public record Constant(Code code, Type type) {}

  /// Whether it may run.
  public boolean isSound() {
    return errors.isEmpty();
  }
}
