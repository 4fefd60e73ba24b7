package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandsTest {
  /// The commands of this release.
  private static final List<String> COMMANDS =
      List.of(
          "backup",
          "call",
          "check",
          "completion",
          "demo",
          "deploy",
          "doctor",
          "eval",
          "explain",
          "fmt",
          "key add",
          "key list",
          "key new",
          "lines",
          "log accept",
          "log compact",
          "log fork",
          "log salvage",
          "log tail",
          "log verify",
          "queue list",
          "queue set",
          "repl",
          "restore",
          "route apply",
          "route list",
          "route rollback",
          "route set",
          "run",
          "schedule list",
          "schedule next",
          "schedule pause",
          "schedule remove",
          "schedule resume",
          "schedule set",
          "serve",
          "sql",
          "task cancel",
          "task debug",
          "task export",
          "task import",
          "task list",
          "task migrate",
          "task pause",
          "task query",
          "task replay",
          "task resume",
          "task send",
          "task show",
          "task why",
          "test",
          "token create",
          "token list",
          "token revoke",
          "universe list",
          "universe remove");

  @TempDir Path directory;

  @Test
  void theCommandsAreThoseOfThisRelease() {
    assertThat(leaves("", Cli.commands(Terminal.system())).sorted().toList()).isEqualTo(COMMANDS);
  }

  private static Stream<String> leaves(String path, CommandLine line) {
    return line.getSubcommands().isEmpty()
        ? Stream.of(path.strip())
        : line.getSubcommands().entrySet().stream()
            .flatMap(e -> leaves(path + " " + e.getKey(), e.getValue()));
  }

  static List<String> commands() {
    return COMMANDS;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasADescriptionAndAnExampleOfItself(String command) throws IOException {
    var help = new Sandbox(directory).out(words(command, "--help"));
    assertThat(help).contains("Usage: perdure " + command, "--json", "Example:", "--help");
    assertThat(help.substring(help.indexOf("Example:"))).contains("perdure " + command);
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsAMistakeOfUsageThatNamesTheHelp(String command) throws IOException {
    var result = new Sandbox(directory).run(words(command, "--nonsense"));
    assertThat(result.exit()).isEqualTo(usage(command));
    assertThat(result.err()).startsWith("USAGE: ").contains("perdure " + command + " --help");
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aMistakeIsToldAsJsonToPrograms(String command) throws IOException {
    var result = new Sandbox(directory).run(words(command, "--json", "--nonsense"));
    assertThat(result.exit()).isEqualTo(usage(command));
    assertThat(result.out()).startsWith("{\"problem\":{\"code\":\"USAGE\"").endsWith("}}\n");
    assertThat(result.err()).isEmpty();
  }

  /// A program that is run may end with 2 itself.
  private static int usage(String command) {
    return command.equals("run") ? 64 : Exit.USAGE;
  }

  private static String[] words(String command, String... more) {
    var words = new ArrayList<>(Arrays.asList(command.split(" ")));
    words.addAll(Arrays.asList(more));
    return words.toArray(String[]::new);
  }

  @Test
  void theHelpNamesEachCommandWithAWholeSentenceOnOneLine() {
    var root = Cli.commands(Terminal.system());
    var groups = new ArrayList<>(root.getSubcommands().values());
    groups.removeIf(line -> line.getSubcommands().isEmpty());
    groups.add(root);
    for (var group : groups) {
      var help = group.getUsageMessage(Ansi.OFF).lines().toList();
      for (var command : group.getSubcommands().values()) {
        var summary = command.getCommandSpec().usageMessage().description()[0];
        assertThat(summary).endsWith(".");
        assertThat(help).anyMatch(line -> line.endsWith("  " + summary));
      }
    }
  }

  @Test
  void aFileIsNoDataDirectory() throws IOException {
    var sandbox = new Sandbox(directory);
    Files.writeString(directory.resolve("file"), "text");
    for (var command : new String[] {"task list", "route list", "deploy shop-v1.jar --as v1"}) {
      assertThat(sandbox.run(words(command, "--data", "file")).err())
          .startsWith("NO_DATA: ")
          .contains("is a file, not a data directory");
    }
  }

  @Test
  void withoutACommandTheProgramNamesThem() throws IOException {
    var sandbox = new Sandbox(directory);
    assertThat(sandbox.run().exit()).isEqualTo(Exit.USAGE);
    assertThat(sandbox.run("task").err()).contains("list, show, why, replay");
    assertThat(sandbox.out("--help")).contains("deploy", "Example:");
    assertThat(sandbox.out("--version")).startsWith("perdure ");
  }

  @Test
  void aStackTraceIsShownOnlyWhenAskedFor() throws IOException {
    var sandbox = new Sandbox(directory);
    assertThat(sandbox.run("task", "list").err()).startsWith("NO_DATA: ").doesNotContain("\tat ");
    assertThat(sandbox.run("task", "list", "--stack-trace").err()).contains("\tat dev.perdure.cli");
  }

  @Test
  void completionIsAScriptThatKnowsTheCommands() throws IOException {
    assertThat(new Sandbox(directory).out("completion"))
        .contains("complete ", "rollback", "--json");
  }
}
