package dev.perdure.wat.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.syntax.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A program for each kind of mistake that is found before a program runs (W5.2), and what people
/// and tools are told of it. The programs stand in `src/test/resources/kinds`, one file a phase:
///
/// ```
/// ## wat.load/Parse
/// (:wat::load-file! "lib.wat")
/// -- file lib.wat
/// (%def :t::a 1
/// ```
///
/// `%name` is short for `:wat::core::name`, and within a type for `wat::core::name`; `\u0001` is
/// that character, and `-- nested 9` puts the program in so many brackets. What is told is in
/// `golden/kinds`, which `-Dperdure.golden=write` writes anew.
class KindsTest {
  private static final List<String> PHASES =
      List.of(
          "wat.parse",
          "wat.config",
          "wat.load",
          "wat.macro",
          "wat.type",
          "wat.resolve",
          "wat.warn",
          "wat.check");

  /// What no program raises, and why.
  private static final Map<Kind, String> OTHERS =
      Map.of(
          Kind.PARSE_TRAILING_CONTENT, "a program has any number of forms; one form is read alone",
          Kind.CHECK_CHECK_ERRORS, "wraps the others where a program is started",
          Kind.CHECK_CLOSURE_IN_STATE, "workers with state are not there yet");

  private record Example(String title, String tag, String program, Map<String, String> files) {}

  @TestFactory
  Stream<DynamicTest> eachKindIsRaisedAloneAndToldAsBefore() {
    return PHASES.stream().map(phase -> DynamicTest.dynamicTest(phase, () -> check(phase)));
  }

  @Test
  void eachKindHasAProgram() throws IOException {
    var titles = new ArrayList<String>();
    for (var phase : PHASES) {
      examples(phase).forEach(example -> titles.add(example.title()));
    }
    for (var kind : Kind.values()) {
      if (PHASES.contains(kind.phase()) && kind != Kind.PARSE_LEX && !OTHERS.containsKey(kind)) {
        assertThat(titles).contains(kind.tag());
      }
    }
    for (var cause : Lex.values()) {
      assertThat(titles).contains(Kind.PARSE_LEX.tag() + " " + cause.title());
    }
  }

  private static void check(String phase) throws IOException {
    var people = new StringBuilder();
    var edn = new StringBuilder();
    for (var example : examples(phase)) {
      var program = checked(example);
      var told = phase.equals("wat.warn") ? program.warnings() : program.errors();
      assertThat(told).as(example.title()).isNotEmpty();
      assertThat(told)
          .as(example.title())
          .allSatisfy(error -> assertThat(error.kind().tag()).isEqualTo(example.tag()));
      people.append("## ").append(example.title()).append('\n');
      edn.append("## ").append(example.title()).append('\n');
      for (var one : told) {
        assertThat(one.span()).as(example.title()).isNotNull();
        people.append(DiagnosticText.people(one, name -> source(example, name))).append('\n');
        edn.append(DiagnosticText.edn(one)).append('\n');
      }
      cause(example, told.getFirst());
    }
    Golden.check("kinds/" + phase + ".txt", people.toString());
    Golden.check("kinds/" + phase + ".edn", edn.toString());
  }

  private static void cause(Example example, Diagnostic told) {
    if (told.kind() == Kind.PARSE_LEX) {
      assertThat(example.title()).endsWith(" " + ((Lex) told.field("cause")).title());
    }
  }

  private static String source(Example example, String name) {
    return name.equals("/main.wat") ? example.program() : example.files().get(name);
  }

  private static Program checked(Example example) {
    return Program.check(
        Path.of("/main.wat"),
        example.program(),
        path -> {
          var text = example.files().get(path.toString());
          if (text == null) {
            throw new IOException("no such file");
          }
          return text.getBytes(StandardCharsets.UTF_8);
        });
  }

  private static List<Example> examples(String phase) throws IOException {
    var file =
        Path.of(System.getProperty("perdure.root"), "wat/src/test/resources/kinds", phase + ".txt");
    var examples = new ArrayList<Example>();
    for (var part : Files.readString(file).split("(?m)^## ")) {
      if (!part.isBlank()) {
        examples.add(example(part.lines().toList()));
      }
    }
    return examples;
  }

  private static Example example(List<String> lines) {
    var title = lines.getFirst();
    var text = new StringBuilder();
    var program = text;
    var files = new HashMap<String, String>();
    var file = "";
    int nested = 0;
    for (var line : lines.subList(1, lines.size())) {
      if (line.startsWith("-- file ")) {
        file = "/" + line.substring("-- file ".length());
        text = new StringBuilder();
      } else if (line.startsWith("-- nested ")) {
        nested = Integer.parseInt(line.substring("-- nested ".length()));
      } else {
        text.append(line).append('\n');
      }
      if (!file.isEmpty()) {
        files.put(file, written(text.toString()));
      }
    }
    var whole = "(".repeat(nested) + written(program.toString()) + ")".repeat(nested);
    return new Example(title, title.split(" ", 2)[0], whole, files);
  }

  private static String written(String text) {
    return text.strip()
            .replace("\\u0001", "\u0001")
            .replaceAll("(?m)(^|[\\s\\[{'`~@]|(?<![:A-Za-z])\\()%(?=\\S)", "$1:wat::core::")
            .replaceAll("%(?=[A-Za-z])", "wat::core::")
        + "\n";
  }
}
