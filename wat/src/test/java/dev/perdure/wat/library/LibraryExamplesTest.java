package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.thread.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the entries of the library say by their examples: `[expression "EDN of its value"]`, or
/// `[expression :raises "kind"]`. The examples of all are one program.
class LibraryExamplesTest {
  private static final String PRELUDE =
      "(:wat::core::defrecord :user::Point [x <- :wat::core::i64  y <- :wat::core::i64])"
          + " (:wat::core::defrecord :user::Spot [y <- :wat::core::i64  x <- :wat::core::i64])"
          + " (:wat::core::defstruct :user::Box [content <- :wat::core::i64])";

  /// One example.
  ///
  /// @param entry whose it is
  /// @param says the EDN of its value, or the kind that it raises
  private record Example(String entry, Ast expression, String says) {}

  private static final World NOTHING =
      (effect, operation, _) -> {
        throw new IllegalStateException(operation + " does " + effect);
      };

  private static final List<Example> EXAMPLES = examples();
  private static Program program;

  private static List<Example> examples() {
    var library = Library.get();
    var examples = new ArrayList<Example>();
    for (var name : library.names().stream().sorted().toList()) {
      var definition = Objects.requireNonNull(library.definition(name));
      var metadata = definition.metadata().get("example");
      if (metadata != null) {
        items(metadata).forEach(example -> examples.add(example(name, items(example))));
      }
    }
    return examples;
  }

  private static List<Ast> items(Ast ast) {
    return ((Form.Vector) ast.form()).items();
  }

  private static Example example(String name, List<Ast> items) {
    var says = ((Form.Str) items.getLast().form()).value();
    if (items.size() == 3 && items.get(1).isKeyword("raises")) {
      return new Example(name, items.getFirst(), "raises " + says);
    }
    assertThat(items).as("an example of %s", name).hasSize(2);
    return new Example(name, items.getFirst(), says);
  }

  /// Line n + 2 of the program is example n.
  @BeforeAll
  static void freeze() {
    var text = new StringBuilder(PRELUDE).append('\n');
    for (int i = 0; i < EXAMPLES.size(); i++) {
      text.append("(:wat::core::defn :user::example-%d [] -> :wat::core::Value ".formatted(i))
          .append(Printer.print(EXAMPLES.get(i).expression()))
          .append(")\n");
    }
    program =
        Program.check(
            Path.of("/examples.wat"),
            text.toString(),
            path -> {
              throw new IllegalStateException(path + " is not loaded by an example");
            });
  }

  @Test
  void everyExampleIsSound() {
    assertThat(program.errors()).map(error -> error.span() + " " + error).isEmpty();
  }

  @Test
  void everyExampleGivesWhatItSays() {
    saysWhatItGives(Threads.interpreted(new Loaded(checked()), NOTHING)::call);
  }

  @Test
  void everyExampleGivesTheSameWhenItIsCompiled() {
    saysWhatItGives(Back.end(checked(), NOTHING)::call);
  }

  private static void saysWhatItGives(Function<String, Object> calls) {
    var wrong = new ArrayList<String>();
    for (int i = 0; i < EXAMPLES.size(); i++) {
      var example = EXAMPLES.get(i);
      var result = result(calls, "user::example-" + i);
      if (!result.equals(example.says())) {
        wrong.add(
            "%s gives %s, not %s"
                .formatted(Printer.print(example.expression()), result, example.says()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Checked checked() {
    return Objects.requireNonNull(program.checked());
  }

  private static String result(Function<String, Object> calls, String function) {
    try {
      return EdnWriter.write(BigStack.call("example", () -> calls.apply(function)));
    } catch (Raise raise) {
      return "raises " + raise.diagnostic().kind().title();
    }
  }

  @Test
  void everyEntryForProgramsWithoutEffectsHasAnExample() {
    var library = Library.get();
    var shown = EXAMPLES.stream().map(Example::entry).toList();
    assertThat(library.names())
        .filteredOn(name -> !shown.contains(name))
        .filteredOn(name -> !hasEffects(library, name) && !isRestricted(library, name))
        .isEmpty();
  }

  /// Whether it is one that asks the world, or calls one that does.
  private static boolean hasEffects(Library library, String name) {
    return switch (Objects.requireNonNull(library.definition(name))) {
      case Definition.Primitive primitive ->
          primitive.effects().stream().anyMatch(effect -> !effect.equals("latent"));
      case Definition.Function _ ->
          name.endsWith("ago") || name.endsWith("from-now") || name.endsWith("with-open-file");
      default -> false;
    };
  }

  private static boolean isRestricted(Library library, String name) {
    return Objects.requireNonNull(library.definition(name)).metadata().get("restricted-to") != null;
  }

  @Test
  void anExampleUsesItsEntry() {
    var others =
        EXAMPLES.stream()
            .filter(example -> !Printer.print(example.expression()).contains(":" + example.entry()))
            .map(Example::entry)
            .toList();
    assertThat(others).isEmpty();
  }
}
