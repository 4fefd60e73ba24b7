package dev.perdure.wat.freeze;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Expander;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A program after steps 1 to 9 of the pipeline (W5.1): checked, its constants not evaluated.
///
/// @param settings what it sets
/// @param macros those that it declares
/// @param checked what it declares and its core form; null if it could not be read or expanded
/// @param errors what is wrong with it; empty if it may run
/// @param warnings what is doubtful
public record Program(
    Settings settings,
    Map<String, Macro> macros,
    @Nullable Checked checked,
    List<Diagnostic> errors,
    List<Diagnostic> warnings) {
  public Program {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /// Reads and checks a program.
  ///
  /// @param entry the path of its file, absolute; loads are relative to it
  /// @param text what is in it
  /// @param sources reads the files that it loads
  public static Program check(Path entry, String text, Sources sources) {
    return BigStack.call("wat-check", () -> checked(entry, text, sources));
  }

  /// Checks a program that is forms already.
  ///
  /// @param entry where they come from, absolute; loads are relative to it
  /// @param sources reads the files that it loads
  public static Program check(Path entry, List<Ast> forms, Sources sources) {
    return BigStack.call("wat-check", () -> checked(entry, forms, sources));
  }

  private static Program checked(Path entry, String text, Sources sources) {
    try {
      return checked(entry, Reader.program(entry.toString(), text), sources);
    } catch (Refused refused) {
      return failed(Settings.DEFAULT, List.of(refused.diagnostic()));
    }
  }

  private static Program failed(Settings settings, List<Diagnostic> errors) {
    return new Program(settings, Map.of(), null, errors, List.of());
  }

  /// The step that fails ends the pipeline where the next one would be about something else:
  /// settings and loads decide which forms there are. A form whose macro fails is left out.
  private static Program checked(Path entry, List<Ast> read, Sources sources) {
    var errors = new ArrayList<Diagnostic>();
    var settings = Settings.read(read, errors);
    if (!errors.isEmpty()) {
      return failed(settings.settings(), errors);
    }
    var forms = new Loads(sources, errors).program(entry, settings.forms());
    if (!errors.isEmpty()) {
      return failed(settings.settings(), errors);
    }
    var library = Library.get();
    var evaluator = new MacroEvaluator(library);
    var expander = new Expander(evaluator);
    evaluator.use(expander);
    var expanded = expander.program(forms);
    var declarations =
        Collector.collect(expanded, false, settings.settings().mayRedefine(), expander.failed());
    var checked = Checker.check(declarations, library).withMacros(expander.macros());
    errors.addAll(expander.errors());
    errors.addAll(checked.errors());
    return new Program(settings.settings(), expander.macros(), checked, errors, checked.warnings());
  }

  /// Whether it may run.
  public boolean isSound() {
    return errors.isEmpty() && checked != null;
  }
}
