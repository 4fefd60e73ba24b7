package dev.perdure.cli;

import dev.perdure.server.json.Data;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;

@CommandLine.Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {"", "Example:", "  source <(perdure completion)"})
final class Completion extends Command {
  Completion(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var root = Objects.requireNonNull(spec).root();
    var script = AutoComplete.bash(root.name(), root.commandLine());
    return Answer.done(Data.of("script", script), script.split("\n"));
  }
}
