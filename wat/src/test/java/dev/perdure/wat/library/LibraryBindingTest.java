package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.perdure.wat.check.Checker;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Primitives;
import dev.perdure.wat.run.Representation;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Formatter;
import dev.perdure.wat.syntax.Reader;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeTable;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LibraryBindingTest {
  private final Library library = Library.get();
  private final TypeTable types = new TypeTable(library::type);

  private Stream<Definition> entries() {
    return library.names().stream().sorted().map(library::definition).map(Objects::requireNonNull);
  }

  /// The primitives that are methods in Java: all but those that ask the world.
  private List<Operation.Java> primitives() {
    return entries()
        .filter(Definition.Primitive.class::isInstance)
        .map(Definition.Primitive.class::cast)
        .map(this::operation)
        .filter(operation -> !operation.member().startsWith("Effects."))
        .toList();
  }

  private Operation.Java operation(Definition.Primitive primitive) {
    var member = primitive.metadata().text("java");
    assertThat(member).as(primitive.name()).isNotNull().matches("\\w+\\.\\w+");
    var params =
        primitive.signature().bound().stream().map(parameter -> types.expand(parameter.type()));
    var told =
        primitive.metadata().text("wants") == null
            ? Stream.<Type>of()
            : Stream.<Type>of(Context.TYPE);
    Type result = types.expand(primitive.signature().result());
    return new Operation.Java(
        primitive.name(),
        Objects.requireNonNull(member),
        Stream.concat(params, told).toList(),
        result,
        false);
  }

  @Test
  void everyPrimitiveIsAPublicMethodOfItsTypes() {
    for (var operation : primitives()) {
      var type = Representation.of(operation.params(), operation.result());
      assertThatCode(() ->
              MethodHandles.publicLookup()
                  .findStatic(Primitives.owner(operation), Primitives.name(operation), type))
          .as("%s is %s %s", operation.name(), operation.member(), type)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyPublicMethodIsAPrimitive() throws ClassNotFoundException {
    var used = new TreeSet<String>();
    var owners = new HashSet<Class<?>>();
    for (var operation : primitives()) {
      used.add(operation.member());
      owners.add(Primitives.owner(operation));
    }
    var methods = new TreeSet<String>();
    for (var owner : owners) {
      Arrays.stream(owner.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .map(Method::getName)
          .forEach(name -> methods.add(owner.getSimpleName() + "." + name));
    }
    assertThat(methods).isEqualTo(used);
  }

  @Test
  void everyEntryIsDocumented() {
    var silent =
        entries()
            .filter(entry -> !isSentence(entry.metadata().text("doc")))
            .map(Definition::name)
            .toList();
    assertThat(silent).isEmpty();
  }

  private static boolean isSentence(@Nullable String doc) {
    return doc != null
        && !doc.isEmpty()
        && Character.isUpperCase(doc.charAt(0))
        && doc.endsWith(".");
  }

  /// All entries, read at once.
  private static Declarations whole() {
    var forms = new ArrayList<Ast>();
    Library.texts()
        .forEach(
            (file, text) -> forms.addAll(Reader.program(Library.SOURCES + file + ".wat", text)));
    return Collector.collect(forms, true, false);
  }

  @Test
  void anEntryIsTheSameReadAloneOrWithAllOthers() {
    var whole = whole();
    assertThat(library.names())
        .containsExactlyInAnyOrderElementsOf(
            whole.definitions().stream().map(Definition::name).toList());
    for (var definition : whole.definitions()) {
      var alone = Objects.requireNonNull(library.definition(definition.name()));
      // sets of effects are equal to themselves only, and not shown
      assertThat(alone).hasToString(definition.toString());
      assertThat(alone.span()).isEqualTo(definition.span());
    }
    for (var decl : whole.typeDecls()) {
      assertThat(Objects.requireNonNull(library.type(decl.name()))).hasToString(decl.toString());
    }
  }

  @Test
  void everyEntryWrittenInWatIsSound() {
    var checked = BigStack.call("check", () -> Checker.check(whole(), library));
    assertThat(checked.errors().stream().map(error -> error.span() + " " + error.message()))
        .isEmpty();
    assertThat(checked.warnings().stream().map(Diagnostic::message)).isEmpty();
  }

  @Test
  void everyFileIsInTheLayoutOfPerdureFmt() {
    var others = new TreeSet<String>();
    Library.texts()
        .forEach((file, text) -> {
          if (!text.equals(Formatter.format(file, text))) {
            others.add(file);
          }
        });
    assertThat(others).isEmpty();
  }
}
