package dev.perdure.wat.expand;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What could not be expanded, and why. For one thread.
final class Failures {
  /// In the order in which they were found; the same thing is wrong at the same place once, however
  /// often that is expanded.
  private final Set<Diagnostic> errors = new LinkedHashSet<>();

  /// The macros whose declarations were refused.
  private final Set<String> macros = new HashSet<>();

  /// What forms that could not be expanded would have declared, perhaps.
  private final Set<String> names = new LinkedHashSet<>();

  void add(Diagnostic error) {
    errors.add(error);
  }

  List<Diagnostic> errors() {
    return List.copyOf(errors);
  }

  /// Whether so much failed that nothing more is tried.
  boolean areTooMany() {
    return errors.size() >= Limits.ERRORS_MAX;
  }

  boolean isRefused(String macro) {
    return macros.contains(macro);
  }

  Set<String> names() {
    return Set.copyOf(names);
  }

  /// Takes in a form at top level that is left out: the declaration of a macro, or one that names
  /// what it would declare.
  void leaveOut(Ast form, boolean isMacro) {
    if (!isMacro) {
      names(form);
      return;
    }
    var name = form.items().size() > 1 ? form.items().get(1).keyword() : null;
    if (name != null) {
      macros.add(name);
    }
  }

  private void names(Ast form) {
    switch (form.form()) {
      case Form.Key(String name) -> names.add(name);
      case Form.Sequence(List<Ast> items) -> items.forEach(this::names);
      case Form.Vector(List<Ast> items) -> items.forEach(this::names);
      case Form.Braces(List<Ast> items) -> items.forEach(this::names);
      case Form.Set(List<Ast> items) -> items.forEach(this::names);
      default -> {}
    }
  }
}
