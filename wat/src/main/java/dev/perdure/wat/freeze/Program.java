package dev.perdure.wat.freeze;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.check.Origin;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Expander;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.syntax.Ast;
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
    return BigStack.call("wat-check", () -> checked(entry, text, sources, null));
  }

  /// Checks a program again that was changed: most of the work is taken over.
  ///
  /// @param before what it was; the result is the same, whatever that is
  public static Program check(Path entry, String text, Sources sources, Checked before) {
    return BigStack.call("wat-check", () -> checked(entry, text, sources, before));
  }

  /// Checks a program that is forms already.
  ///
  /// @param entry where they come from, absolute; loads are relative to it
  /// @param sources reads the files that it loads
  public static Program check(Path entry, List<Ast> forms, Sources sources) {
    return BigStack.call(
        "wat-check", () -> checked(entry, forms, new Readings(Map.of()), sources, null));
  }

  /// The same of one that was changed.
  ///
  /// @param before what it was; the result is the same, whatever that is
  public static Program check(Path entry, List<Ast> forms, Sources sources, Checked before) {
    return BigStack.call(
        "wat-check",
        () -> checked(entry, forms, new Readings(before.origin().texts()), sources, before));
  }

  private static Program checked(
      Path entry, String text, Sources sources, @Nullable Checked before) {
    try {
      var readings = new Readings(before == null ? Map.of() : before.origin().texts());
      var read = readings.forms(entry.toString(), text);
      return checked(entry, read, readings, sources, before);
    } catch (Refused refused) {
      return failed(Settings.DEFAULT, List.of(refused.diagnostic()));
    }
  }

  private static Program failed(Settings settings, List<Diagnostic> errors) {
    return new Program(settings, Map.of(), null, errors, List.of());
  }

  /// The step that fails ends the pipeline where the next one would be about something else:
  /// settings and loads decide which forms there are. A form whose macro fails is left out.
  private static Program checked(
      Path entry, List<Ast> read, Readings readings, Sources sources, @Nullable Checked before) {
    var errors = new ArrayList<Diagnostic>();
    var settings = Settings.read(read, errors);
    if (!errors.isEmpty()) {
      return failed(settings.settings(), errors);
    }
    var forms = new Loads(sources, readings, errors).program(entry, settings.forms());
    if (!errors.isEmpty()) {
      return failed(settings.settings(), errors);
    }
    var library = Library.get();
    var evaluator = new MacroEvaluator(library);
    var expander = new Expander(evaluator);
    evaluator.use(expander);
    var expanded =
        before == null
            ? expander.program(forms)
            : expander.program(forms, before.macros(), form -> isPlain(form, before, readings));
    var declarations =
        Collector.collect(expanded, false, settings.settings().mayRedefine(), expander.failed());
    var origin = new Origin(readings.all(), expander.macros(), expander.plain());
    var checked =
        before == null
            ? Checker.check(declarations, library, origin)
            : Checker.check(declarations, library, origin, before);
    errors.addAll(expander.errors());
    errors.addAll(clashes(expander.macros(), declarations));
    errors.addAll(checked.errors());
    return new Program(settings.settings(), expander.macros(), checked, errors, checked.warnings());
  }

  /// Whether a form has no macro in it if there are the same macros as before.
  private static boolean isPlain(Ast form, Checked before, Readings readings) {
    var plain = before.origin().plain();
    if (plain.contains(form)) {
      return true;
    }
    var was = readings.before(form);
    return was != null && plain.contains(was);
  }

  /// The names of macros that are declared as something else as well (W2).
  private static List<Diagnostic> clashes(Map<String, Macro> macros, Declarations declarations) {
    var found = new ArrayList<Diagnostic>();
    macros.forEach((name, macro) -> {
      var form = declarations.form(name);
      if (form == null) {
        return;
      }
      var message = ":" + name + " is a macro and something else";
      var declared = macro.declaration().span();
      found.add(
          form.span().start().offset() < declared.start().offset()
              ? Diagnostic.of(Kind.MACRO_DUPLICATE_MACRO, declared, message, ":" + name)
              : Diagnostic.of(
                  Kind.CHECK_DEF_REDEF_FORBIDDEN, form.span(), message, ":" + name, declared));
    });
    return found;
  }

  /// Whether it may run.
  public boolean isSound() {
    return errors.isEmpty() && checked != null;
  }
}
