package dev.perdure.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "run",
    description = "Runs a program of wat from its entry, :user::main.",
    footer = {
      "",
      "Whatever stands behind FILE is the program's. Exit codes: 0 main ended well, 1 a runtime",
      "error or Err, 2 a panic or eprintln, 3 it did not start, 4 no main, 64 usage, 66 FILE",
      "cannot be read. With 1 to 4, stderr says why, in one line of EDN; what keeps a program from",
      "starting is shown with its lines by perdure check FILE.",
      "",
      "Example:",
      "  perdure run hello.wat",
      "  perdure run --allow-read data total.wat data/may.edn"
    })
final class RunProgram extends Command {
  @CommandLine.Mixin GrantOptions grants = new GrantOptions();

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
    var start =
        new ProgramStart(
            terminal.stdin(),
            terminal.out(),
            terminal.err(),
            terminal.environment(),
            terminal.directory());
    return new Answer(null, List.of(), start.run(grants.granted(terminal), words));
  }
}
