package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.value.Problem;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.start.ProcessWorld;
import dev.perdure.wat.start.Tests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "test",
    description = "Runs the tests of programs of wat.",
    footer = {
      "",
      "With --json, one record a test: its file, name, verdict (passed, failed, ignored) and"
          + " message.",
      "",
      "Example:",
      "  perdure test shop.wat"
    })
final class TestPrograms extends Command {
  @CommandLine.Mixin GrantOptions grants = new GrantOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILES",
      description = "The programs, or folders of them; without any, this folder.")
  List<String> files = new ArrayList<>();

  TestPrograms(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var records = new ArrayList<Data>();
    var lines = new ArrayList<String>();
    int failed = 0;
    for (var path : paths()) {
      for (var result : results(path)) {
        failed += result.verdict() == Tests.Verdict.FAILED ? 1 : 0;
        records.add(record(path, result));
        lines.add(line(path, result));
      }
    }
    lines.add(records.size() + (records.size() == 1 ? " test, " : " tests, ") + failed + " failed");
    return new Answer(records, lines, failed == 0 ? Exit.DONE : Exit.FAILED);
  }

  private List<Path> paths() {
    var paths = new ArrayList<Path>();
    for (var file : files.isEmpty() ? List.of(".") : files) {
      var path = Programs.path(terminal, file);
      if (Files.isDirectory(path)) {
        paths.addAll(below(path));
      } else {
        paths.add(path);
      }
    }
    return paths;
  }

  private static List<Path> below(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".wat")).sorted().toList();
    } catch (IOException e) {
      throw Problem.of(
              CliCode.FILE_UNUSABLE,
              "the folder " + folder + " cannot be read",
              "Name a folder that exists and may be read")
          .exception(e);
    }
  }

  private List<Tests.Result> results(Path path) {
    var granted = grants.granted(terminal);
    var program = Programs.check(path, granted.files());
    if (!program.isSound()) {
      var why = notStarted(program.errors());
      var names = Tests.names(program);
      return (names.isEmpty() ? List.of("") : names)
          .stream().map(name -> new Tests.Result(name, Tests.Verdict.FAILED, why)).toList();
    }
    var world =
        new ProcessWorld(
            terminal.err(),
            terminal.err(),
            List.of("perdure", path.toString()),
            Clock.systemUTC(),
            Programs.random());
    return new Tests(program, granted.in(world)).run();
  }

  /// All that is wrong with a program, of which no test can be run.
  private static String notStarted(List<Diagnostic> errors) {
    return errors.stream()
        .map(error ->
            error.kind().tag()
                + (error.span() == null ? ": " : " at " + error.span() + ": ")
                + error.message())
        .collect(Collectors.joining("; ", "it did not start: ", ""));
  }

  /// @return without a name if nothing is known of the tests of a program that did not start
  private static Data record(Path path, Tests.Result result) {
    return Data.of("file", path.toString())
        .with("name", name(result))
        .with("verdict", verdict(result))
        .with("message", result.message());
  }

  private static String verdict(Tests.Result result) {
    return result.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static String name(Tests.Result result) {
    return result.name().isEmpty() ? "" : ":" + result.name();
  }

  private static String line(Path path, Tests.Result result) {
    var why = result.message().isEmpty() ? "" : ": " + result.message();
    return verdict(result) + " " + (result.name().isEmpty() ? path : name(result)) + why;
  }
}
