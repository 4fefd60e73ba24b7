package dev.perdure.cli;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.start.Chain;
import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.ProcessWorld;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "eval",
    description = "Prints the value of a function or a constant of a program of wat, as EDN.",
    footer = {
      "",
      "An Err is a value, too. Exit codes: 0 there is a value, 1 there is none: the program is",
      "wrong, or the function raised or ended it; stderr says why, in one line of EDN.",
      "",
      "Example:",
      "  perdure eval shop.wat :shop::total"
    })
final class EvalFunction extends Command {
  @Parameters(index = "0", paramLabel = "FILE", description = "The program.")
  String file = "";

  @Parameters(
      index = "1",
      paramLabel = ":NAME",
      description = "The path of a constant, or of a function without parameters.")
  String name = "";

  EvalFunction(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var path = Programs.path(terminal, file);
    var program = Programs.check(path);
    if (!program.isSound()) {
      return failed(Chain.startup(program.errors()));
    }
    var function = name.startsWith(":") ? name.substring(1) : name;
    var world =
        new ProcessWorld(
            terminal.out(),
            terminal.err(),
            List.of("perdure", path.toString()),
            Clock.systemUTC(),
            Programs.random());
    return value(program, function, world);
  }

  private Answer value(Program program, String function, ProcessWorld world) {
    try {
      terminal.out().println(Entry.text(program, function, world));
      return Answer.written();
    } catch (Raise raise) {
      return failed(Chain.raised(raise));
    } catch (World.Ended ended) {
      // what it wrote stands on stderr
      return Answer.failed(null, List.of());
    }
  }

  private Answer failed(String chain) {
    terminal.err().println(chain);
    return Answer.failed(null, List.of());
  }
}
