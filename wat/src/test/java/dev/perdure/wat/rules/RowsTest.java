package dev.perdure.wat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rows of the definition of the language, in `src/test/resources/rows.txt`: below each stand
/// the rules that show it, or tests as `Class.method`.
///
/// ```
/// W7.2 exhaustive: Option needs None and a full Some
///   W7.2 an Option needs None and a full Some
///   W7.2 a Some with a literal is not full
/// ~ W3.3 predicates
///   W3.3 a predicate asks for the class
/// ```
///
/// A row is shown broken as well, but for those behind `~`: nothing breaks them, or it comes as a
/// value.
class RowsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("perdure.root"), "wat", "src", "test");

  /// What no rule raises, and why.
  private static final Map<Kind, String> OTHERS =
      Map.of(
          Kind.RUNTIME_EVAL_VERIFICATION_FAILED, "an evaluation gives it as an EvalError",
          Kind.RUNTIME_WRITE_STOPPED, "a rule's stdout is never closed");

  private record Row(String text, boolean isBreakable, List<String> shownBy) {}

  @Test
  void eachRowIsShownByRulesAndTestsThatExist() throws IOException {
    var rules = rules().keySet();
    var tests = tests();
    for (var row : rows()) {
      assertThat(row.shownBy()).as(row.text()).isNotEmpty();
      assertThat(row.shownBy())
          .as(row.text())
          .allMatch(name -> rules.contains(name) || tests.test(name));
    }
  }

  @Test
  void eachRowThatCanBeBrokenIsShownBroken() throws IOException {
    var rules = rules();
    for (var row : rows()) {
      if (row.isBreakable()) {
        assertThat(row.shownBy())
            .as(row.text())
            .anyMatch(name -> !rules.containsKey(name) || isBroken(rules.get(name)));
      }
    }
  }

  @Test
  void everyRaiseIsShownByARule() throws IOException {
    var expected =
        rules().values().stream()
            .flatMap(rule -> rule.expected().stream())
            .collect(Collectors.joining("\n"));
    for (var kind : Kind.values()) {
      if (kind.phase().equals("wat.runtime") && !OTHERS.containsKey(kind)) {
        assertThat(expected).contains(kind.tag());
      }
    }
  }

  private static boolean isBroken(RulesTest.Rule rule) {
    return rule.expected().stream()
        .anyMatch(line ->
            line.startsWith("fails ")
                || line.startsWith("warns ")
                || line.matches("exits [1-9].*|:\\S+ raises .*"));
  }

  private static Map<String, RulesTest.Rule> rules() throws IOException {
    return RulesTest.rules().stream().collect(Collectors.toMap(RulesTest.Rule::name, rule -> rule));
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(ROOT.resolve("resources/rows.txt"))) {
      if (line.startsWith("  ")) {
        rows.getLast().shownBy().add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Row(line, !line.startsWith("~ "), new ArrayList<>()));
      }
    }
    assertThat(rows).extracting(Row::text).doesNotHaveDuplicates();
    return rows;
  }

  /// Whether a name is that of a test, as `Class.method`.
  private static Predicate<String> tests() throws IOException {
    var texts = new HashMap<String, String>();
    try (var files = Files.walk(ROOT.resolve("java"))) {
      for (var file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        texts.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return name -> {
      int point = name.indexOf('.');
      return point > 0
          && texts
              .getOrDefault(name.substring(0, point), "")
              .contains(" " + name.substring(point + 1) + "(");
    };
  }
}
