package dev.perdure.cli;

import dev.perdure.server.ServerCode;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Prints what went wrong: for people the code, what, where and the remedy, for programs the same
/// as JSON. A stack trace only when asked for.
final class Problems {
  private final Terminal terminal;

  Problems(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A command has failed.
  int failed(Exception failure, CommandLine failed, ParseResult parsed) {
    if (!(failed.getCommand() instanceof Command command)) {
      throw new IllegalStateException(failure);
    }
    if (failure instanceof ParameterException e) {
      return usage(e, command.json);
    }
    print(of(failure), command.json);
    if (command.stackTrace) {
      failure.printStackTrace(terminal.err());
    }
    return Exit.FAILED;
  }

  /// What a failure tells.
  static List<Problem> of(Exception failure) {
    return failure instanceof Refusal r ? r.problems() : List.of(problem(failure));
  }

  private static Problem problem(Exception failure) {
    return failure instanceof PerdureException e
        ? e.problem()
        : Problem.of(
            ServerCode.UNEXPECTED,
            failure.toString(),
            "Run the command again with --stack-trace and report what it prints");
  }

  /// The words on the command line make no command.
  int usage(ParameterException failure, String[] args) {
    return usage(failure, Arrays.asList(args).contains("--json"));
  }

  private int usage(ParameterException failure, boolean json) {
    var command = failure.getCommandLine().getCommandSpec().qualifiedName();
    var what = String.valueOf(failure.getMessage()).strip();
    var remedy = suggestion(failure) + "`" + command + " --help` shows what there is";
    print(List.of(Problem.of(CliCode.USAGE, what, remedy)), json);
    // a program may end with 2 itself
    return failure.getCommandLine().getCommand() instanceof RunProgram
        ? dev.perdure.wat.start.Exit.USAGE
        : Exit.USAGE;
  }

  private static String suggestion(ParameterException failure) {
    var suggestions =
        failure instanceof UnmatchedArgumentException e ? e.getSuggestions() : List.<String>of();
    return suggestions.isEmpty() ? "" : "Perhaps you mean " + String.join(", ", suggestions) + "; ";
  }

  /// Prints problems.
  void print(List<Problem> problems, boolean json) {
    if (json) {
      problems.forEach(p -> terminal.out().println(Json.write(Data.of("problem", data(p)))));
    } else {
      problems.forEach(p -> lines(p).forEach(terminal.err()::println));
    }
  }

  static Data data(Problem problem) {
    return Data.of("code", problem.code().name())
        .with("what", problem.what())
        .withAny("where", problem.where())
        .with("remedy", problem.remedy());
  }

  List<String> lines(Problem problem) {
    var head = terminal.bad(problem.code().name()) + ": " + problem.what();
    var remedy = "  remedy: " + problem.remedy();
    return problem.where().isEmpty()
        ? List.of(head, remedy)
        : List.of(head, "  where:  " + problem.where(), remedy);
  }
}
