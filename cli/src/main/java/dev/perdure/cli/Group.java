package dev.perdure.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A noun whose verbs are the commands.
@CommandLine.Command(synopsisSubcommandLabel = "COMMAND")
class Group implements Runnable {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public void run() {
    var line = Objects.requireNonNull(spec).commandLine();
    throw new ParameterException(
        line, "a command is missing, one of " + String.join(", ", line.getSubcommands().keySet()));
  }
}
