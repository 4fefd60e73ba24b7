package dev.perdure.cli;

import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.Exit;
import dev.perdure.wat.start.ProcessWorld;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "run",
    description = "Runs a program of wat from its entry, :user::main.",
    footer = {
      "",
      "Whatever stands behind FILE is the program's. Exit codes: 0 main ended well, 1 a runtime",
      "error or Err, 2 a panic or eprintln, 3 it did not start, 4 no main, 64 usage, 66 FILE",
      "cannot be read. With 1 to 4, stderr says why, in one line of EDN.",
      "",
      "Example:",
      "  perdure run hello.wat"
    })
final class RunProgram extends Command {
  @Parameters(index = "0", paramLabel = "FILE", description = "The program.")
  String file = "";

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "What the program is given.")
  List<String> arguments = new ArrayList<>();

  RunProgram(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var words = new ArrayList<>(List.of(file));
    words.addAll(arguments);
    int exit =
        run(terminal.out(), terminal.err(), terminal.environment(), terminal.directory(), words);
    return new Answer(null, List.of(), exit);
  }

  /// Runs a program.
  ///
  /// @param words its file, from the directory, and what it is given
  /// @return the exit code
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  static int run(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path directory,
      List<String> words) {
    var path = Programs.path(directory, words.getFirst());
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      err.println("perdure run: " + path + " cannot be read");
      return Exit.UNREADABLE;
    }
    var argv = new ArrayList<>(words);
    argv.set(0, path.toString());
    argv.addFirst(environment.getOrDefault("PERDURE_LAUNCHER", "perdure"));
    var world = new ProcessWorld(out, err, argv, Clock.systemUTC(), Programs.random());
    return Entry.run(Programs.check(path), world, err);
  }
}
