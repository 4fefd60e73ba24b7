package dev.perdure.wat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.ProcessWorld;
import dev.perdure.wat.start.Sleeper;
import dev.perdure.wat.thread.Threads;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The rules of the language, each a sentence with a program and what must come of it. They stand
/// in `src/test/resources/rules`, one file a section; `rows.txt` beside it says which row of the
/// definition of the language each shows:
///
/// ```
/// ## W7.2 an enum needs a full arm for each variant
/// (%defenum :t::E :wat::enum::Pure :A :B)
/// …
/// -- fails wat.check/MalformedForm
/// ```
///
/// `%name` is short for `:wat::core::name`, and within a type for `wat::core::name`. What must come
/// of a program is said by lines of these kinds, and a program that is not said to fail must be
/// sound:
///
/// ```
/// -- fails KIND…            the kinds of all that is wrong with it
/// -- :t::f => EDN           the value of a function
/// -- :t::f raises KIND      what it raises
/// -- exits CODE             what main ends with
/// -- prints LINE            a line that main prints, in order
/// -- warns KIND…            all that is doubtful, in the order of the lines
/// -- effects :t::f io time  what a function does
/// ```
class RulesTest {
  /// A program, and the lines that say what must come of it.
  record Rule(String name, String program, List<String> expected) {
    Rule {
      expected = List.copyOf(expected);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachRuleHolds() throws IOException {
    var rules = rules();
    assertThat(rules).hasSizeGreaterThan(100);
    assertThat(rules).extracting(Rule::name).doesNotHaveDuplicates();
    return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.name, () -> check(rule)));
  }

  /// All rules.
  static List<Rule> rules() throws IOException {
    var folder =
        Path.of(System.getProperty("perdure.root"), "wat", "src", "test", "resources", "rules");
    var rules = new ArrayList<Rule>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        rules.addAll(read(Files.readString(file)));
      }
    }
    return rules;
  }

  private static List<Rule> read(String text) {
    var rules = new ArrayList<Rule>();
    for (var part : text.split("(?m)^## ")) {
      if (!part.isBlank() && !part.startsWith("#")) {
        var lines = part.lines().toList();
        var program = new StringBuilder();
        var expected = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
          if (line.startsWith("-- ")) {
            expected.add(line.substring(3).strip());
          } else {
            program.append(line).append('\n');
          }
        }
        rules.add(new Rule(lines.getFirst(), written(program.toString()), expected));
      }
    }
    return rules;
  }

  private static String written(String text) {
    return text.replaceAll("(?m)(^|[\\s\\[{'`~@]|(?<![:A-Za-z])\\()%(?=\\S)", "$1:wat::core::")
        .replaceAll("%(?=[A-Za-z])", "wat::core::");
  }

  private static void check(Rule rule) {
    assertThat(rule.expected).as("says what must come of it").isNotEmpty();
    var program =
        Program.check(
            Path.of("/rule.wat"),
            rule.program,
            path -> {
              throw new IOException("a rule loads nothing");
            });
    var kinds = kinds(program.errors());
    for (var line : rule.expected) {
      if (line.startsWith("fails ")) {
        assertThat(kinds)
            .as(program.errors().toString())
            .isEqualTo(new TreeSet<>(List.of(line.substring(6).split(" "))));
        return;
      }
    }
    assertThat(program.errors()).isEmpty();
    var doubtful = program.warnings().stream().map(one -> one.kind().tag()).toList();
    assertThat(String.join(" ", doubtful)).isEqualTo(warned(rule));
    for (var line : rule.expected) {
      expect(line, program, rule);
    }
  }

  private static String warned(Rule rule) {
    return rule.expected.stream()
        .filter(line -> line.startsWith("warns "))
        .findFirst()
        .map(line -> line.substring("warns ".length()))
        .orElse("");
  }

  private static Collection<String> kinds(List<Diagnostic> errors) {
    var kinds = new TreeSet<String>();
    errors.forEach(error -> kinds.add(error.kind().tag()));
    return kinds;
  }

  private static void expect(String line, Program program, Rule rule) {
    if (line.startsWith(":")) {
      var parts = line.split(" ", 3);
      var function = parts[0].substring(1);
      if (parts[1].equals("=>")) {
        assertThat(compiled(program, function)).isEqualTo(parts[2]);
        assertThat(interpreted(program, function)).isEqualTo(parts[2]);
      } else {
        assertThat(raise(() -> compiled(program, function)))
            .isEqualTo(raise(() -> interpreted(program, function)))
            .startsWith(parts[2] + " ");
      }
    } else if (line.startsWith("effects ")) {
      var parts = line.split(" ");
      assertThat(program.checked().effects().get(parts[1].substring(1)))
          .containsExactlyInAnyOrder(Stream.of(parts).skip(2).toArray(String[]::new));
    } else if (line.startsWith("exits ")) {
      runs(program, rule, Integer.parseInt(line.substring(6)));
    } else if (!line.startsWith("prints ") && !line.startsWith("warns ")) {
      fail("nothing is expected by: " + line);
    }
  }

  private static String compiled(Program program, String function) {
    return EdnWriter.writeCanonical(Entry.value(program, function, world(new StringWriter())));
  }

  /// The same by the oracle alone.
  private static String interpreted(Program program, String function) {
    var threads = Threads.interpreted(new Loaded(program.checked()), world(new StringWriter()));
    return BigStack.call(
        "oracle",
        () -> {
          threads.evaluateConstants();
          return EdnWriter.writeCanonical(
              threads.call(Entry.callable(program.checked(), function)));
        });
  }

  /// What is raised, and where.
  private static String raise(Supplier<String> call) {
    try {
      return "gave " + call.get();
    } catch (Raise raise) {
      return raise.diagnostic().kind().tag()
          + " "
          + raise.diagnostic().message()
          + " "
          + raise.diagnostic().span();
    }
  }

  private static void runs(Program program, Rule rule, int code) {
    var out = new StringWriter();
    var err = new StringWriter();
    assertThat(Entry.run(program, world(out), new PrintWriter(err)))
        .as(err.toString())
        .isEqualTo(code);
    assertThat(out.toString().lines())
        .containsExactlyElementsOf(
            rule.expected.stream()
                .filter(line -> line.startsWith("prints "))
                .map(line -> line.substring(7))
                .toList());
  }

  private static World world(StringWriter out) {
    var time = new Passing();
    return new ProcessWorld(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            List.of("perdure", "/rule.wat"),
            time,
            new Random(1))
        .sleeping(time);
  }

  /// Time that passes a little at each look, and at once while nothing is to be done.
  private static final class Passing extends Clock implements Sleeper {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      var before = now;
      now = now.plusMillis(1);
      return before;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("it is in UTC");
    }

    @Override
    public void sleep(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public void wake() {}
  }
}
