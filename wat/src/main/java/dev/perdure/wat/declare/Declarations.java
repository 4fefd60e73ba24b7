package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that a program declares, in its order, and what was wrong with how it is written.
public final class Declarations {
  private final Types types = new Types();
  final List<Ast> forms = new ArrayList<>();
  final Map<String, Declared<TypeDecl>> typeDecls = new LinkedHashMap<>();
  final Map<String, Declared<Definition>> definitions = new LinkedHashMap<>();
  final List<Redefinition> redefinitions = new ArrayList<>();
  final List<Expression> expressions = new ArrayList<>();
  final List<Derivation> derivations = new ArrayList<>();
  final List<Extension> extensions = new ArrayList<>();
  final Map<String, Span> effects = new LinkedHashMap<>();
  final Map<String, List<Ast>> testOptions = new LinkedHashMap<>();
  final List<Diagnostic> errors = new ArrayList<>();
  final Set<String> failed = new LinkedHashSet<>();

  Declarations() {}

  /// Something declared, and the form that did it.
  record Declared<T>(T what, Ast form) {}

  /// A definition that takes the place of an earlier one of the same name.
  public record Redefinition(Definition before, Definition now) {}

  /// An expression at top level: checked, not evaluated.
  public record Expression(Ast form, Map<Form.Symbol, String> captured) {
    public Expression {
      captured = Map.copyOf(captured);
    }
  }

  /// `(derive :A :B)`.
  public record Derivation(Type child, Type parent, Ast form) {}

  /// `(extend-type :acme::Box :acme::Sized (size [self] body) …)`: one method of it.
  ///
  /// @param params the names, the receiver first; their types are the surface's
  public record Extension(
      Type type,
      Type surface,
      String method,
      List<Ast> params,
      List<Ast> body,
      Map<Form.Symbol, String> captured,
      Ast form) {
    public Extension {
      params = List.copyOf(params);
      body = List.copyOf(body);
      captured = Map.copyOf(captured);
    }
  }

  /// The forms at top level that it was collected from.
  public List<Ast> forms() {
    return List.copyOf(forms);
  }

  /// What was said of tests: the forms `ignore`, `should-panic` and `time-limit` before each.
  public Map<String, List<Ast>> testOptions() {
    return Map.copyOf(testOptions);
  }

  /// The types where they are written.
  public Types types() {
    return types;
  }

  /// The declarations of types.
  public List<TypeDecl> typeDecls() {
    return typeDecls.values().stream().map(Declared::what).toList();
  }

  /// The definitions.
  public List<Definition> definitions() {
    return definitions.values().stream().map(Declared::what).toList();
  }

  /// The definition of this path; null if there is none.
  public @Nullable Definition definition(String name) {
    var declared = definitions.get(name);
    return declared == null ? null : declared.what();
  }

  /// The form that declares a definition or a type; null if none does.
  public @Nullable Ast form(String name) {
    var definition = definitions.get(name);
    if (definition != null) {
      return definition.form();
    }
    var type = typeDecls.get(name);
    return type == null ? null : type.form();
  }

  /// The paths of what it declares, but for the locals of a `let`.
  public List<String> names() {
    var names = new ArrayList<>(definitions.keySet());
    names.addAll(typeDecls.keySet());
    names.removeIf(name -> name.startsWith("$bound::"));
    return names;
  }

  /// The definitions that take the place of others.
  public List<Redefinition> redefinitions() {
    return List.copyOf(redefinitions);
  }

  /// The expressions at top level.
  public List<Expression> expressions() {
    return List.copyOf(expressions);
  }

  /// The edges between types.
  public List<Derivation> derivations() {
    return List.copyOf(derivations);
  }

  /// The methods that extend types.
  public List<Extension> extensions() {
    return List.copyOf(extensions);
  }

  /// The paths of the effect interfaces.
  public List<String> effects() {
    return List.copyOf(effects.keySet());
  }

  /// Where the name of an effect interface stands; null if there is none of this path.
  @Nullable Span effect(String path) {
    return effects.get(path);
  }

  /// What was wrong, in the order of the forms.
  public List<Diagnostic> errors() {
    return List.copyOf(errors);
  }

  /// The paths that would be declared if what is wrong with their forms were mended.
  public Set<String> failed() {
    return Set.copyOf(failed);
  }
}
