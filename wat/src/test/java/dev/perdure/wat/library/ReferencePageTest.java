package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.check.Checker;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.type.TypeDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The page that lists the library, made of the library itself. `-Dperdure.golden=write` writes it
/// anew.
class ReferencePageTest {
  private static final Map<String, List<String>> SECTIONS = sections();

  private static final String INTRODUCTION =
      """
      # wat: the library

      Every entry of the library: its type, what it does to the world, and what it gives. A name is one of `:wat::core::` where
      none of another namespace is written; so are the types. An entry whose set of effects is not shown has none; what functions
      and streams that it is given do comes on top. Each example is run by a test. This page is made of the library by
      `ReferencePageTest`.

      Forms that are no functions, such as `if`, `let`, `match`, `fn`, `quote`, `run-threads` and the declarations, are not among
      them, nor is what the library keeps to itself.
      """;

  private final Library library = Library.get();
  private final Checked checked =
      BigStack.call(
          "check",
          () -> {
            var forms = Library.sources().stream().flatMap(List::stream).toList();
            return Checker.check(Collector.collect(forms, true, false), Library.get());
          });
  private final StringBuilder page = new StringBuilder();

  private static Map<String, List<String>> sections() {
    var sections = new LinkedHashMap<String, List<String>>();
    sections.put("Records, errors, equality and order", List.of("core"));
    sections.put("Arithmetic", List.of("arithmetic"));
    sections.put("Collections", List.of("vectors", "maps", "collections", "sequences"));
    sections.put("Streams", List.of("streams"));
    sections.put("Strings, characters, keywords and code", List.of("text"));
    sections.put("Numbers, random numbers and identities", List.of("numbers"));
    sections.put("Time", List.of("time"));
    sections.put("EDN and JSON", List.of("edn"));
    sections.put("Reflection and expansion", List.of("reflection"));
    sections.put("How threads and processes end", List.of("kernel"));
    sections.put("Threads and channels", List.of("threads"));
    sections.put("Streams of the process, readers, writers and files", List.of("io"));
    sections.put("Services of the engine", List.of("services"));
    sections.put("Evaluation", List.of("eval"));
    sections.put("Tests", List.of("test"));
    return sections;
  }

  @Test
  void thePageOfTheLibraryIsUpToDate() throws IOException {
    page.append(INTRODUCTION);
    var files = new LinkedHashMap<String, Declarations>();
    var names = List.copyOf(Library.texts().keySet());
    for (int i = 0; i < names.size(); i++) {
      files.put(names.get(i), Collector.collect(Library.sources().get(i), true, false));
    }
    for (var section : SECTIONS.entrySet()) {
      page.append("\n## ").append(section.getKey()).append('\n');
      section.getValue().forEach(name -> file(Objects.requireNonNull(files.remove(name))));
    }
    assertThat(files.keySet()).as("files without a section").isEmpty();
    var path = Path.of(System.getProperty("perdure.root"), "docs", "guide", "wat-reference.md");
    if ("write".equals(System.getProperty("perdure.golden"))) {
      Files.writeString(path, page);
    }
    assertThat(page.toString())
        .as("written anew by -Dperdure.golden=write")
        .isEqualTo(Files.readString(path));
  }

  private void file(Declarations file) {
    var types = new TreeMap<String, TypeDecl>();
    file.typeDecls().forEach(type -> types.put(shortened(type.name()), type));
    types.forEach(this::type);
    var definitions = new TreeMap<String, Definition>();
    file.definitions().stream()
        .filter(definition -> definition.metadata().get("restricted-to") == null)
        .forEach(definition -> definitions.put(shortened(definition.name()), definition));
    definitions.forEach(this::definition);
  }

  private static String shortened(String path) {
    return path.startsWith("wat::core::") ? path.substring("wat::core::".length()) : ":" + path;
  }

  private static String shortenedType(Object type) {
    return type.toString().substring(1).replace("wat::core::", "");
  }

  private void head(String name) {
    page.append("\n### `").append(name).append("`\n\n");
  }

  private void type(String name, TypeDecl type) {
    head(name);
    switch (type) {
      case TypeDecl.Aggregate aggregate ->
          page.append(aggregate.isRecord() ? "A record" : "A struct")
              .append(" with ")
              .append(fields(aggregate.fields()))
              .append(".\n");
      case TypeDecl.Enumeration enumeration ->
          page.append("An enum with ")
              .append(
                  enumeration.variants().stream()
                      .map(ReferencePageTest::variant)
                      .collect(Collectors.joining(", ")))
              .append(".\n");
      case TypeDecl.Alias alias ->
          page.append("An alias of `").append(shortenedType(alias.of())).append("`.\n");
      case TypeDecl.Newtype _, TypeDecl.Union _, TypeDecl.Surface _ ->
          throw new IllegalStateException(name + " needs words of its own");
    }
  }

  private static String fields(List<TypeDecl.Field> fields) {
    return fields.stream()
        .map(field -> "`%s %s`".formatted(field.name(), shortenedType(field.type())))
        .collect(Collectors.joining(", "));
  }

  private static String variant(TypeDecl.Variant variant) {
    return variant.isUnit()
        ? "`" + variant.name() + "`"
        : "`" + variant.name() + "` of " + fields(variant.fields()).replace(", ", " and ");
  }

  private void definition(String name, Definition definition) {
    head(name);
    types(definition).forEach(type -> page.append('`').append(type).append("`  \n"));
    page.append(doc(definition)).append('\n');
    var examples = examples(definition);
    if (!examples.isEmpty()) {
      page.append("\n```text\n").append(examples).append("```\n");
    }
  }

  private Set<String> types(Definition definition) {
    var types = new TreeSet<String>();
    switch (definition) {
      case Definition.Clauses clauses -> {
        for (int i = 1; i <= clauses.clauses().size(); i++) {
          types.add(type(definition.name() + "#" + i));
        }
      }
      case Definition.Alias alias -> types.add("= " + shortened(alias.target()));
      default -> types.add(type(definition.name()));
    }
    return types;
  }

  private String type(String name) {
    var effects = checked.effects().getOrDefault(name, Set.of());
    var type = Objects.requireNonNull(checked.schemes().get(name)).shown();
    return effects.isEmpty() ? type : type + " ! {" + String.join(" ", effects) + "}";
  }

  private static String doc(Definition definition) {
    return Objects.requireNonNull(definition.metadata().text("doc"));
  }

  private static String examples(Definition definition) {
    var metadata = definition.metadata().get("example");
    var lines = new StringBuilder();
    for (var example : items(metadata)) {
      var items = items(example);
      var says = ((Form.Str) items.getLast().form()).value();
      var shown = Printer.print(items.getFirst()).replace(":wat::core::", "");
      lines
          .append(shown)
          .append(items.size() == 3 ? "  raises " : "  ; ")
          .append(says)
          .append('\n');
    }
    return lines.toString();
  }

  private static List<Ast> items(@Nullable Ast ast) {
    return ast != null && ast.form() instanceof Form.Vector(var items)
        ? new ArrayList<>(items)
        : List.of();
  }
}
