package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Goes over the forms of a program at top level and collects what they declare (W6.1). A `do`
/// splices; so does a `let`, whose locals the definitions in it may capture: each is held by a
/// constant that no program can name.
public final class Collector {
  private final Declarations found = new Declarations();
  private final boolean isLibrary;
  private final boolean mayRedefine;
  private final List<Ast> testOptions = new ArrayList<>();
  private int lets;

  private Collector(boolean isLibrary, boolean mayRedefine) {
    this.isLibrary = isLibrary;
    this.mayRedefine = mayRedefine;
  }

  /// @param forms without macros
  /// @param isLibrary whether they are the library's, which declares below the reserved prefixes
  /// @param mayRedefine whether a later `def` or `defn` takes the place of an earlier one
  public static Declarations collect(List<Ast> forms, boolean isLibrary, boolean mayRedefine) {
    return collect(forms, isLibrary, mayRedefine, Set.of());
  }

  /// The same of a program of which not all could be expanded.
  ///
  /// @param failed what the rest may have declared
  public static Declarations collect(
      List<Ast> forms, boolean isLibrary, boolean mayRedefine, Set<String> failed) {
    var collector = new Collector(isLibrary, mayRedefine);
    collector.found.failed.addAll(failed);
    collector.all(forms, Map.of());
    collector.testOptions.forEach(collector::saidOfNothing);
    collector.found.forms.addAll(forms);
    if (!isLibrary) {
      collector.found.errors.addAll(Clashes.of(collector.found));
    }
    return collector.found;
  }

  private void all(List<Ast> forms, Map<Form.Symbol, String> captured) {
    for (var form : forms) {
      try {
        form(form, captured);
      } catch (Refused refused) {
        found.errors.add(refused.diagnostic());
        failed(form);
      }
    }
  }

  private void failed(Ast form) {
    var items = form.list();
    var name = items == null || items.size() < 2 ? null : items.get(1).keyword();
    if (name != null) {
      int params = name.indexOf('<');
      found.failed.add(params > 0 ? name.substring(0, params) : name);
    }
  }

  private void form(Ast form, Map<Form.Symbol, String> captured) {
    var items = form.list();
    var head = items == null || items.isEmpty() ? null : items.getFirst().keyword();
    var types = new TypeDeclReader(found.types(), isLibrary);
    var definitions = new DefinitionReader(found.types(), isLibrary, captured);
    switch (head) {
      case "wat::core::do" -> splice(form, captured);
      case "wat::core::let" -> let(form, captured);
      case "wat::core::defrecord" -> type(types.aggregate(head, form, true), form);
      case "wat::core::defstruct" -> type(types.aggregate(head, form, false), form);
      case "wat::core::defenum" -> type(types.enumeration(form), form);
      case "wat::core::newtype" -> type(types.newtype(form), form);
      case "wat::core::typealias" -> type(types.alias(form), form);
      case "wat::core::typeunion" -> type(types.union(form), form);
      case "wat::core::defsurface" -> type(types.surface(form), form);
      case "wat::core::def" -> definition(definitions.constant(form), form);
      case "wat::core::defn" -> function(definitions.function(form), form);
      case "wat::core::defclause" -> definition(definitions.clauses(form), form);
      case "wat::core::defalias" -> definition(definitions.alias(form), form);
      case "wat::core::defextern" -> definition(definitions.extern(form), form);
      case "wat::core::defeffect" -> effect(definitions.effect(form), form);
      case "wat::kernel::defmigration" -> definition(definitions.migration(form), form);
      case "wat::core::primitive" -> primitive(definitions, form);
      case "wat::core::derive" -> derive(form);
      case "wat::test::ignore", "wat::test::should-panic", "wat::test::time-limit" ->
          testOption(form, head);
      case "wat::core::extend-type" -> extend(form, captured);
      case null, default -> expression(form, captured);
    }
  }

  private void expression(Ast form, Map<Form.Symbol, String> captured) {
    found.expressions.add(new Declarations.Expression(form, captured));
  }

  private void splice(Ast form, Map<Form.Symbol, String> captured) {
    var items = form.items();
    if (items.size() == 1) {
      expression(form, captured);
    } else {
      all(items.subList(1, items.size()), captured);
    }
  }

  private void primitive(DefinitionReader reader, Ast form) {
    if (isLibrary) {
      definition(reader.primitive(form), form);
    } else {
      expression(form, Map.of());
    }
  }

  private void type(TypeDecl decl, Ast form) {
    var before = found.typeDecls.get(decl.name());
    if (before == null) {
      found.typeDecls.put(decl.name(), new Declarations.Declared<>(decl, form));
    } else if (!AstBytes.areAlike(before.form(), form)) {
      throw Diagnostic.of(
              Kind.TYPE_DUPLICATE_TYPE,
              decl.span(),
              "another type is called :" + decl.name(),
              ":" + decl.name())
          .refused();
    }
  }

  /// Whether nothing in it stands for a local of a `let` around it.
  private static boolean isClosed(Definition definition) {
    return switch (definition) {
      case Definition.Constant constant -> constant.captured().isEmpty();
      case Definition.Function function -> function.captured().isEmpty();
      case Definition.Clauses clauses -> clauses.captured().isEmpty();
      case Definition.Alias _,
          Definition.Extern _,
          Definition.Primitive _,
          Definition.Migration _ ->
          true;
    };
  }

  private static boolean isSame(
      Declarations.Declared<Definition> before, Definition now, Ast form) {
    return before.form().equals(form)
        || (isClosed(before.what()) && isClosed(now) && AstBytes.areAlike(before.form(), form));
  }

  private void function(Definition.Function function, Ast form) {
    if (!function.signature().keywords().isEmpty()) {
      type(TypeDeclReader.keywords(function.name(), function.signature(), function.span()), form);
    }
    if (!testOptions.isEmpty() && isTest(function)) {
      found.testOptions.put(function.name(), List.copyOf(testOptions));
      testOptions.clear();
    }
    definition(function, form);
  }

  /// Said of the next test.
  private void testOption(Ast form, String head) {
    var items = form.list();
    if (items == null
        || items.size() != 2
        || !(items.get(1).form() instanceof Form.Str(String text))
        || (head.endsWith("time-limit") && !text.matches("[0-9]{1,9}(ms|s|m)"))) {
      throw Fault.form(head, "it takes one literal text; a time is written 15000ms", form.span());
    }
    testOptions.add(form);
  }

  private void saidOfNothing(Ast option) {
    var head = option.items().getFirst().path();
    found.errors.add(Fault.form(head, "no test stands behind it", option.span()).diagnostic());
  }

  private static boolean isTest(Definition.Function function) {
    return function.signature().bound().isEmpty()
        && (Type.is(function.signature().result(), "wat::test::TestResult")
            || Type.is(function.signature().result(), "wat::test::RunResult"));
  }

  private void definition(Definition definition, Ast form) {
    var before = found.definitions.get(definition.name());
    if (before != null && isSame(before, definition, form)) {
      return;
    }
    if (before != null && !(mayRedefine && isRedefinable(before.what(), definition))) {
      throw Diagnostic.of(
              Kind.CHECK_DEF_REDEF_FORBIDDEN,
              definition.span(),
              ":" + definition.name() + " is defined already",
              ":" + definition.name(),
              before.what().span())
          .refused();
    }
    var now = definition;
    if (before != null) {
      if (before.what() instanceof Definition.Constant constant) {
        now = behind(constant, before.form(), definition);
      }
      found.redefinitions.add(new Declarations.Redefinition(before.what(), now));
    }
    found.definitions.put(definition.name(), new Declarations.Declared<>(now, form));
  }

  /// Constants are evaluated in their order: those that stand before a definition that takes the
  /// place of a constant, and the new one itself, see the earlier value. It gets a path that no
  /// program can name.
  ///
  /// @return the new definition
  private Definition behind(Definition.Constant before, Ast form, Definition now) {
    var path = "$bound::" + lets++ + "::" + before.name();
    var earlier =
        new Definition.Constant(
            path, before.expression(), before.captured(), before.metadata(), before.span());
    var redefined = new LinkedHashMap<String, Declarations.Declared<Definition>>();
    found.definitions.forEach((name, declared) -> {
      if (name.equals(before.name())) {
        redefined.put(path, new Declarations.Declared<>(earlier, form));
      } else {
        var seeing = Renaming.in(declared.what(), before.name(), path);
        redefined.put(name, new Declarations.Declared<>(seeing, declared.form()));
      }
    });
    found.definitions.clear();
    found.definitions.putAll(redefined);
    return Renaming.in(now, before.name(), path);
  }

  private static boolean isRedefinable(Definition before, Definition now) {
    return isValue(before) && isValue(now);
  }

  private static boolean isValue(Definition definition) {
    return definition instanceof Definition.Constant || definition instanceof Definition.Function;
  }

  private void effect(List<Definition> operations, Ast form) {
    var name = form.items().get(1);
    found.effects.put(name.path(), name.span());
    operations.forEach(operation -> definition(operation, form));
  }

  private void derive(Ast form) {
    var items = form.items();
    if (items.size() != 3 || items.get(1).keyword() == null || items.get(2).keyword() == null) {
      throw Fault.decl("wat::core::derive", "it is written (derive :Child :Parent)", form.span());
    }
    found.derivations.add(
        new Declarations.Derivation(
            found.types().read(items.get(1), Set.of()),
            found.types().read(items.get(2), Set.of()),
            form));
  }

  private void extend(Ast form, Map<Form.Symbol, String> captured) {
    var head = "wat::core::extend-type";
    var items = form.items();
    if (items.size() < 4 || items.get(1).keyword() == null || items.get(2).keyword() == null) {
      throw Fault.form(
          head, "it is written (extend-type :Type :Surface (method [self] body) …)", form.span());
    }
    var type = found.types().read(items.get(1), Set.of());
    var surface = found.types().read(items.get(2), Set.of());
    for (var method : items.subList(3, items.size())) {
      var parts = method.list();
      if (parts == null
          || parts.size() < 3
          || parts.getFirst().symbol() == null
          || !(parts.get(1).form() instanceof Form.Vector(List<Ast> params))) {
        throw Fault.form(head, "a method is written (name [self …] body)", method.span());
      }
      found.extensions.add(
          new Declarations.Extension(
              type,
              surface,
              parts.getFirst().symbol(),
              params,
              parts.subList(2, parts.size()),
              captured,
              method));
    }
  }

  /// Each local becomes a constant; what the body declares may use them.
  private void let(Ast form, Map<Form.Symbol, String> captured) {
    var items = form.items();
    if (items.size() < 3
        || !(items.get(1).form() instanceof Form.Vector(List<Ast> bindings))
        || bindings.size() % 2 != 0) {
      expression(form, captured);
      return;
    }
    var inner = new HashMap<>(captured);
    for (int at = 0; at < bindings.size(); at += 2) {
      bind(bindings.get(at), bindings.get(at + 1), inner);
    }
    all(items.subList(2, items.size()), inner);
  }

  private void bind(Ast binder, Ast expression, Map<Form.Symbol, String> captured) {
    if (binder.form() instanceof Form.Symbol symbol) {
      hold(symbol, expression, captured, binder.span());
      return;
    }
    var whole = new Form.Symbol("whole", Scopes.NONE);
    var held = hold(whole, expression, captured, binder.span());
    captured.remove(whole);
    var name = new Ast(new Form.Key(held), binder.span());
    for (var symbol : symbols(binder)) {
      hold(symbol, part(binder, name, symbol), captured, binder.span());
    }
  }

  /// The path of the constant that holds it.
  private String hold(
      Form.Symbol symbol, Ast expression, Map<Form.Symbol, String> captured, Span span) {
    var path = "$bound::" + lets++ + "::" + symbol.name();
    var before = Map.copyOf(captured);
    definition(new Definition.Constant(path, expression, before, Metadata.NONE, span), expression);
    captured.put(symbol, path);
    return path;
  }

  /// `(let [binder name] symbol)`.
  private static Ast part(Ast binder, Ast name, Form.Symbol symbol) {
    var span = binder.span();
    var bindings = new Ast(new Form.Vector(List.of(binder, name)), span);
    return new Ast(
        new Form.Sequence(
            List.of(
                new Ast(new Form.Key("wat::core::let"), span), bindings, new Ast(symbol, span))),
        span);
  }

  /// What a binder binds.
  static Set<Form.Symbol> symbols(Ast binder) {
    var symbols = new LinkedHashSet<Form.Symbol>();
    switch (binder.form()) {
      case Form.Symbol symbol when !symbol.name().equals("_") -> symbols.add(symbol);
      case Form.Vector(List<Ast> items) -> items.forEach(item -> symbols.addAll(symbols(item)));
      case Form.Braces(List<Ast> items) -> symbols.addAll(bracesSymbols(items));
      default -> {}
    }
    return symbols;
  }

  private static Set<Form.Symbol> bracesSymbols(List<Ast> items) {
    var symbols = new LinkedHashSet<Form.Symbol>();
    for (int at = 0; at < items.size(); at += 2) {
      symbols.addAll(symbols(items.get(at).isKeyword("keys") ? items.get(at + 1) : items.get(at)));
    }
    return symbols;
  }
}
