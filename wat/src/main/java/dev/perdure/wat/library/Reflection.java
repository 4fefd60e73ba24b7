package dev.perdure.wat.library;

import dev.perdure.value.Span;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.data.HashMapBuilder;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a program is told of its own declarations, and of the library's (W15.5): `None` of a name
/// that is none of these.
public final class Reflection {
  private Reflection() {}

  /// What the functions of the library do, found out when somebody asks.
  private static final class Effects {
    private static final Checked LIBRARY = BigStack.call("wat-check", Reflection::library);
  }

  private static Checked library() {
    var forms = Library.sources().stream().flatMap(List::stream).toList();
    return Checker.check(Collector.collect(forms, true, false), Library.get());
  }

  /// `(lookup-define name)`: the form that declares it, without the macros in it.
  public static Variant lookupDefine(Keyword name, Context context) {
    var macro = context.program().macros().get(name.path());
    if (macro != null) {
      return Variant.some(macro.declaration());
    }
    var own = context.program().declarations().form(name.path());
    return Variant.option(own != null ? own : Library.get().form(name.path()));
  }

  /// `(signature-of-defn name)`: `([params] -> :R)`.
  public static Variant signature(Keyword name, Context context) {
    var definition = context.program().definition(name.path());
    return definition == null || signatureAt(definition) < 0
        ? Variant.NONE
        : Variant.some(signature(definition, context));
  }

  private static Ast signature(Definition definition, Context context) {
    var form = form(definition, context);
    int at = signatureAt(definition);
    return new Ast(new Form.Sequence(List.copyOf(form.items().subList(at, at + 3))), form.span());
  }

  private static Ast form(Definition definition, Context context) {
    var own = context.program().declarations().form(definition.name());
    var form = own != null ? own : Library.get().form(definition.name());
    if (form == null) {
      throw new IllegalStateException(definition.name() + " was declared by no form");
    }
    return form;
  }

  /// Where in its form the parameters stand; -1 of what has none of its own.
  private static int signatureAt(Definition definition) {
    return switch (definition) {
      case Definition.Function _, Definition.Primitive _, Definition.Migration _ ->
          definition.metadata().entries().isEmpty() ? 2 : 3;
      case Definition.Extern extern when extern.effect().equals("call") ->
          definition.metadata().entries().isEmpty() ? 2 : 3;
      case Definition.Extern _, Definition.Clauses _, Definition.Constant _, Definition.Alias _ ->
          -1;
    };
  }

  /// `(body-of name)`: of a constant its expression; of a function what stands behind its result,
  /// in a `do` if it is more than one form.
  public static Variant body(Keyword name, Context context) {
    return switch (context.program().definition(name.path())) {
      case Definition.Function function -> Variant.some(body(function.body(), function.span()));
      case Definition.Migration migration -> Variant.some(body(migration.body(), migration.span()));
      case Definition.Constant constant -> Variant.some(constant.expression());
      case null, default -> Variant.NONE;
    };
  }

  private static Ast body(List<Ast> forms, Span span) {
    if (forms.size() == 1) {
      return forms.getFirst();
    }
    var items = new ArrayList<Ast>();
    items.add(new Ast(new Form.Key("wat::core::do"), span));
    items.addAll(forms);
    return new Ast(new Form.Sequence(items), span);
  }

  /// `(metadata-of name)`: what stands in braces behind it.
  public static Variant metadata(Keyword name, Context context) {
    var definition = context.program().definition(name.path());
    if (definition != null) {
      return Variant.some(map(definition.metadata().entries()));
    }
    return switch (context.program().types().find(name.path())) {
      case TypeDecl.Aggregate aggregate -> Variant.some(map(aggregate.metadata()));
      case TypeDecl.Enumeration enumeration -> Variant.some(map(enumeration.metadata()));
      case TypeDecl.Newtype newtype -> Variant.some(map(newtype.metadata()));
      case null -> Variant.NONE;
      case TypeDecl.Alias _, TypeDecl.Union _, TypeDecl.Surface _ -> Variant.some(map(Map.of()));
    };
  }

  private static Object map(Map<String, Ast> entries) {
    var map = new HashMapBuilder();
    entries.forEach((key, value) -> map.put(new Keyword(key), value));
    return map.build();
  }

  /// `(effects-of name)`: what a function does by itself, sorted; what it is given does comes on
  /// top.
  public static Variant effects(Keyword name, Context context) {
    var definition = context.program().definition(name.path());
    if (definition == null || definition instanceof Definition.Constant) {
      return Variant.NONE;
    }
    boolean isOwn = context.program().declarations().definition(definition.name()) != null;
    var known = isOwn ? context.program().effects() : Effects.LIBRARY.effects();
    var effects = new TreeSet<>(known.getOrDefault(definition.name(), Set.of()));
    if (definition instanceof Definition.Clauses clauses) {
      for (int i = 1; i <= clauses.clauses().size(); i++) {
        effects.addAll(known.getOrDefault(definition.name() + "#" + i, Set.of()));
      }
    }
    return Variant.some(keywords(effects));
  }

  private static Vector keywords(Iterable<String> paths) {
    var keywords = new ArrayList<Object>();
    paths.forEach(path -> keywords.add(new Keyword(path)));
    return Vector.ofAll(keywords);
  }

  /// `(field-names-of name)`: of a record or struct.
  public static Variant fieldNames(Keyword name, Context context) {
    return context.program().types().find(name.path()) instanceof TypeDecl.Aggregate aggregate
        ? Variant.some(keywords(aggregate.fields().stream().map(TypeDecl.Field::name).toList()))
        : Variant.NONE;
  }

  /// `(field-types-of name)`: of a record or struct, as they are written.
  public static Variant fieldTypes(Keyword name, Context context) {
    return context.program().types().find(name.path()) instanceof TypeDecl.Aggregate aggregate
        ? Variant.some(
            keywords(
                aggregate.fields().stream()
                    .map(field -> field.type().toString().substring(1))
                    .toList()))
        : Variant.NONE;
  }
}
