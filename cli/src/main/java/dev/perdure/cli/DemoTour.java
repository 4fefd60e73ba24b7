package dev.perdure.cli;

import dev.perdure.examples.shop.demo.Demo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "demo",
    description = "Plays the whole story on a real database and a real service, in about a minute.",
    footer = {"", "Example:", "  perdure demo --seed 11"})
final class DemoTour extends Command {
  @Option(
      names = "--seed",
      description = "Chooses the customers and what is planted (default: ${DEFAULT-VALUE}).",
      defaultValue = "7")
  long seed;

  @Option(
      names = "--data",
      description = "The data directory, made anew (default: ${DEFAULT-VALUE}).",
      defaultValue = "perdure-demo-data")
  String data = "";

  @Option(
      names = "--requests",
      description = "How many requests the recorded stream has (default: ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  int requests;

  DemoTour(Terminal terminal) {
    super(terminal);
  }

  /// It prints as it goes, and in words only: the figures are in the log of its data directory.
  @Override
  Answer run() {
    terminal.out().flush();
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try {
      int exit =
          Demo.run(
              out,
              "--seed",
              Long.toString(seed),
              "--data",
              terminal.directory().resolve(data).toString(),
              "--requests",
              Integer.toString(requests));
      return new Answer(null, List.of(), exit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
