package dev.perdure.cli;

import dev.perdure.engine.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command on a data directory.
abstract class DataCommand extends Command {
  private static final String VARIABLE = "PERDURE_DATA";
  private static final Path DEFAULT = Path.of("perdure-data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory. Default: $PERDURE_DATA, else ./perdure-data.")
  @Nullable Path data;

  DataCommand(Terminal terminal) {
    super(terminal);
  }

  /// The data directory, which may not be there.
  ///
  /// @throws dev.perdure.value.PerdureException `NO_DATA` if something else is there
  final Path directory() {
    var directory = place();
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw problem(
              CliCode.NO_DATA,
              directory + " is a file, not a data directory",
              "Name a directory with --data DIR or " + VARIABLE)
          .exception();
    }
    return directory;
  }

  /// What was named, whatever is there.
  final Path place() {
    return data != null ? terminal.resolve(data) : usual(terminal);
  }

  /// The data directory of who names none.
  static Path usual(Terminal terminal) {
    var variable = terminal.environment().getOrDefault(VARIABLE, "");
    return terminal.resolve(variable.isEmpty() ? DEFAULT : Path.of(variable));
  }

  /// The data directory, which is there.
  ///
  /// @throws dev.perdure.value.PerdureException `NO_DATA`
  final Path existing() {
    var directory = directory();
    if (Files.isDirectory(directory) && !Files.isExecutable(directory)) {
      throw problem(
              CliCode.NO_DATA,
              directory + " cannot be entered by this user",
              "Run this as the user whom the data directory belongs to")
          .exception();
    }
    if (!Files.isDirectory(logOf(directory))) {
      throw problem(
              CliCode.NO_DATA,
              "there is no data directory at " + directory,
              "Name it with --data DIR or " + VARIABLE + ", or make one with `perdure deploy`")
          .exception();
    }
    return directory;
  }

  /// Who makes a change.
  final Change change(String why) {
    return new Change(terminal.user(), why);
  }

  /// Where the log of a data directory is.
  static Path logOf(Path directory) {
    return directory.resolve("log");
  }
}
