package dev.perdure.cli;

import dev.perdure.server.json.Json;
import dev.perdure.value.Code;
import dev.perdure.value.Problem;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What every command has: the options that all share, and an answer that is printed in one place.
abstract class Command implements Callable<Integer> {
  final Terminal terminal;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  boolean json;

  @Option(names = "--stack-trace", description = "Show the stack trace of a failure.")
  boolean stackTrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Command(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Does what the command is for.
  ///
  /// @throws dev.perdure.value.PerdureException if it cannot
  abstract Answer run();

  @Override
  public final Integer call() {
    var answer = run();
    if (json && answer.data() instanceof Collection<?> all) {
      all.forEach(one -> terminal.out().println(Json.write(one)));
    } else if (json && answer.data() != null) {
      terminal.out().println(Json.write(answer.data()));
    } else if (!json) {
      answer.lines().forEach(terminal.out()::println);
    }
    return answer.exit();
  }

  /// Tells that options do not fit each other.
  ParameterException usage(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  static Problem problem(Code code, String what, String remedy) {
    return Problem.of(code, what, remedy);
  }
}
