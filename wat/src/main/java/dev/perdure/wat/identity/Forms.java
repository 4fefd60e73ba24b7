package dev.perdure.wat.identity;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.declare.Kebab;
import dev.perdure.wat.declare.Parameter;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the normal forms of all that a sound program declares.
final class Forms {
  private final Checked program;
  private final Names names;
  private final Map<Node, NormalForm> forms = new LinkedHashMap<>();

  private Forms(Checked program, Names names) {
    this.program = program;
    this.names = names;
  }

  /// The forms, by what they are of; an alias has none.
  static Map<Node, NormalForm> of(Checked program, Names names) {
    var forms = new Forms(program, names);
    program.types().declared().forEach(forms::type);
    program.declarations().definitions().forEach(forms::definition);
    program.declarations().extensions().forEach(forms::extension);
    methods(program).forEach(forms::method);
    return forms.forms;
  }

  /// The names of a program.
  static Names names(Checked program) {
    var definitions = new HashSet<>(methods(program).keySet());
    var aliases = new HashMap<String, String>();
    for (var definition : program.declarations().definitions()) {
      if (definition instanceof Definition.Alias alias) {
        aliases.put(alias.name(), alias.target());
      } else {
        definitions.add(definition.name());
      }
    }
    program.declarations().extensions().forEach(extension -> definitions.add(path(extension)));
    return new Names(definitions, aliases);
  }

  static String path(Declarations.Extension extension) {
    return ((Type.Named) extension.type()).name() + "/" + extension.method();
  }

  /// The methods of surfaces that are called, with their surfaces.
  private static Map<String, TypeDecl.Surface> methods(Checked program) {
    var methods = new TreeMap<String, TypeDecl.Surface>();
    for (var decl : program.types().declared()) {
      if (decl instanceof TypeDecl.Surface surface) {
        for (var feature : surface.features()) {
          var path = surface.name() + "/" + feature.name();
          if (feature instanceof TypeDecl.Feature.Method
              && program.codes().containsKey(path)
              && program.declarations().definition(path) == null) {
            methods.put(path, surface);
          }
        }
      }
    }
    return methods;
  }

  /// What writes one form.
  private record Writer(NormalForm out, TypeWriter types, CoreWriter core) {}

  private Writer begin(Node node) {
    var out = new NormalForm();
    var types = new TypeWriter(out, program.types());
    forms.put(node, out);
    return new Writer(out, types, new CoreWriter(out, types, names));
  }

  private void type(TypeDecl decl) {
    begin(Node.type(decl.name())).types().declaration(decl);
  }

  private void definition(Definition definition) {
    switch (definition) {
      case Definition.Function function -> {
        var writer = head(Tags.FUNCTION, function);
        shape(function.signature(), writer.out());
        writer.core().write(code(function.name()));
      }
      case Definition.Clauses clauses -> clauses(clauses);
      case Definition.Constant constant ->
          head(Tags.VALUE, constant)
              .core()
              .write(Objects.requireNonNull(program.constants().get(constant.name())).code());
      case Definition.Extern extern -> extern(extern);
      case Definition.Migration migration ->
          head(Tags.MIGRATION, migration).core().write(code(migration.name()));
      case Definition.Primitive _ ->
          throw new IllegalStateException("only the library has primitives");
      case Definition.Alias _ -> {}
    }
  }

  private Code code(String name) {
    return Objects.requireNonNull(program.codes().get(name), name);
  }

  private Writer head(int tag, Definition definition) {
    var writer = begin(Node.definition(definition.name()));
    writer.out().tag(tag);
    new AccessWriter(writer.out()).of(definition.metadata());
    return writer;
  }

  /// What a signature says beside the types.
  private static void shape(Signature signature, NormalForm out) {
    out.flag(signature.rest() != null).count(signature.keywords().size());
    signature.keywords().forEach(keyword -> out.text(Kebab.of(keyword.symbol().name())));
  }

  private void clauses(Definition.Clauses clauses) {
    var writer = head(Tags.CLAUSES, clauses);
    writer.out().count(clauses.clauses().size());
    for (int i = 0; i < clauses.clauses().size(); i++) {
      var clause = clauses.clauses().get(i);
      var name = clauses.name() + "#" + (i + 1);
      shape(clause.signature(), writer.out());
      writer.out().flag(clause.guard() != null);
      if (clause.guard() != null) {
        writer.core().write(code(name + "?"));
      }
      var code = code(name);
      code.slots().subList(0, code.params()).forEach(writer.types()::tested);
      writer.core().write(code);
    }
  }

  /// What is done elsewhere is told by its name alone.
  private void extern(Definition.Extern extern) {
    var writer = head(Tags.EXTERN, extern);
    writer.out().text(extern.effect()).text(extern.name());
    shape(extern.signature(), writer.out());
    writer.types().writeAll(extern.signature().bound().stream().map(Parameter::type).toList());
    writer.types().write(extern.signature().result());
    writer.out().flag(isTrue(extern, "read-only")).flag(isTrue(extern, "idempotent"));
  }

  private static boolean isTrue(Definition definition, String key) {
    var value = definition.metadata().get(key);
    return value != null && value.form().equals(new Form.Bool(true));
  }

  private void extension(Declarations.Extension extension) {
    var path = path(extension);
    var writer = begin(Node.definition(path));
    writer.out().tag(Tags.EXTENSION);
    writer.types().write(extension.surface());
    writer.core().write(code(path));
  }

  /// A method of a surface is the functions among which it chooses by the class of the receiver; as
  /// classes are of one type, their order says nothing.
  private void method(String path, TypeDecl.Surface surface) {
    var writer = begin(Node.definition(path));
    writer.out().tag(Tags.METHOD);
    writer.types().path(surface.name());
    var chosen = new TreeSet<String>();
    for (var one : ((Core.Cases) code(path).body()).cases()) {
      if (one.body() instanceof Core.Call call) {
        chosen.add(call.function());
      }
    }
    int suffix = path.length() - surface.name().length();
    writer.out().count(chosen.size());
    for (var function : chosen) {
      var type = function.substring(0, function.length() - suffix);
      writer.types().tested(Type.named(type));
      names.write(function, writer.out());
    }
  }
}
