package dev.perdure.cli;

import dev.perdure.node.SystemClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A directory with the sample jars and files in it, in which commands are run within this JVM.
final class Sandbox {
  private static final List<String> FILES =
      List.of("routes.yaml", "routes.edn", "bad.yaml", "bad.edn", "unknown.yaml", "typo.yaml");

  private final Path directory;
  private final Map<String, String> environment;

  Sandbox(Path directory) throws IOException {
    this.directory = directory;
    this.environment = Map.of();
    Sample.write(directory);
    for (var file : FILES) {
      try (var in = Sandbox.class.getResourceAsStream("/files/" + file)) {
        Files.copy(in, directory.resolve(file));
      }
    }
  }

  private Sandbox(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /// The same directory, in which commands have environment variables.
  Sandbox with(Map<String, String> variables) {
    return new Sandbox(directory, variables);
  }

  /// What a command printed and its exit code.
  record Result(int exit, String out, String err) {}

  Result run(String... args) {
    return run(new StringWriter(), "", args);
  }

  /// @param err what it says beside its answer, as it comes
  Result run(StringWriter err, String... args) {
    return run(err, "", args);
  }

  /// What a command printed that reads lines.
  Result talk(String typed, String... args) {
    return run(new StringWriter(), typed, args);
  }

  /// Runs a command whose answer is read as it comes.
  ///
  /// @return its exit code
  int follow(StringWriter out, String... args) {
    return run(out, new StringWriter(), "", args).exit();
  }

  private Result run(StringWriter err, String typed, String... args) {
    return run(new StringWriter(), err, typed, args);
  }

  private Result run(StringWriter out, StringWriter err, String typed, String... args) {
    return new Result(Cli.run(terminal(out, err, typed), args), out.toString(), err.toString());
  }

  /// A terminal that nobody looks at.
  Terminal terminal() {
    return terminal(new StringWriter(), new StringWriter(), "");
  }

  private Terminal terminal(StringWriter out, StringWriter err, String typed) {
    return new Terminal(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        environment,
        directory,
        "ada",
        SystemClock.CLOCK,
        false,
        _ -> new PlainInput(new StringReader(typed)),
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        _ -> false);
  }

  /// What a command that must succeed printed.
  String out(String... args) {
    var result = run(args);
    if (result.exit() != 0) {
      throw new AssertionError(List.of(args) + ": " + result);
    }
    return result.out();
  }

  Path directory() {
    return directory;
  }
}
