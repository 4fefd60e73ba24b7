package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds names that are declared as two things (W2): a type or what it brings along, and a
/// definition; or one method of one type twice.
final class Clashes {
  private final Declarations program;
  private final List<Diagnostic> found = new ArrayList<>();

  private Clashes(Declarations program) {
    this.program = program;
  }

  /// What is wrong, in the order of the definitions.
  static List<Diagnostic> of(Declarations program) {
    var clashes = new Clashes(program);
    clashes.definitions();
    clashes.methods();
    return clashes.found;
  }

  private void definitions() {
    var taken = new HashMap<String, Span>();
    for (var decl : program.typeDecls()) {
      taken.put(decl.name(), decl.span());
      decl.brings().forEach(name -> taken.put(name, decl.span()));
      if (decl instanceof TypeDecl.Aggregate || decl instanceof TypeDecl.Enumeration) {
        taken.put(decl.predicate(), decl.span());
      }
    }
    for (var definition : program.definitions()) {
      both(definition.name(), definition.span(), taken);
    }
    for (var effect : program.effects()) {
      both(effect, Objects.requireNonNull(program.effect(effect)), taken);
    }
  }

  /// The one that stands further down is told.
  private void both(String name, Span span, Map<String, Span> taken) {
    var type = taken.get(name);
    if (type != null) {
      boolean isLater = span.start().offset() >= type.start().offset();
      clash(name, isLater ? span : type, isLater ? type : span);
    }
  }

  private void clash(String name, Span span, Span before) {
    found.add(
        Diagnostic.of(
            Kind.CHECK_DEF_REDEF_FORBIDDEN,
            span,
            ":" + name + " is declared already",
            ":" + name,
            before));
  }

  private void methods() {
    var before = new HashMap<String, Declarations.Extension>();
    for (var extension : program.extensions()) {
      var name = extension.type() + " " + extension.surface() + " " + extension.method();
      var other = before.putIfAbsent(name, extension);
      if (other != null && !AstBytes.areAlike(other.form(), extension.form())) {
        var type = extension.type().toString().substring(1);
        clash(type + "/" + extension.method(), extension.form().span(), other.form().span());
      }
    }
  }
}
