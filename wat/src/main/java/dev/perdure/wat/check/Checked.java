package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
/// @param origin what it was made of
/// @param kept what was found out about its functions
public record Checked(
    Declarations declarations,
    TypeTable types,
    Map<String, Code> codes,
    Map<String, Constant> constants,
    Map<String, Scheme> schemes,
    Map<String, Set<String>> effects,
    Effects reach,
    List<Diagnostic> errors,
    List<Diagnostic> warnings,
    Origin origin,
    Kept kept) {
  public Checked {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /// Its macros, by name.
  public Map<String, Macro> macros() {
    return origin.macros();
  }

  /// The same program with other macros.
  public Checked withMacros(Map<String, Macro> declared) {
    return new Checked(
        declarations,
        types,
        codes,
        constants,
        schemes,
        effects,
        reach,
        errors,
        warnings,
        origin.withMacros(declared),
        kept);
  }

  /// The definition of a path, its own or the library's, through aliases; null if there is none.
  public @Nullable Definition definition(String path) {
    var at = path;
    for (int step = 0; step < Limits.ALIASES_MAX; step++) {
      var own = declarations.definition(at);
      var found = own != null ? own : Library.get().definition(at);
      if (!(found instanceof Definition.Alias alias)) {
        return found;
      }
      at = alias.target();
    }
    return null;
  }

  /// The program's own names that look like a path that has no definition, the best first, each
  /// with its colon.
  public List<String> similar(String path) {
    var names = declarations.definitions().stream().map(Definition::name).toList();
    return Similar.to(path, names).stream().map(Remedy::form).toList();
  }

  /// A constant.
  public record Constant(Code code, Type type) {}

  /// Whether it may run.
  public boolean isSound() {
    return errors.isEmpty();
  }
}
