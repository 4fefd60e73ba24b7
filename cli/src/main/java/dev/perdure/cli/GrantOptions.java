package dev.perdure.cli;

import dev.perdure.value.Problem;
import dev.perdure.wat.start.Grants;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What a program of wat may do beside its streams, its clock and random numbers.
final class GrantOptions {
  @Option(
      names = "--allow-read",
      paramLabel = "PATH",
      description = "The program may read files at or below PATH.")
  List<String> reading = new ArrayList<>();

  @Option(
      names = "--allow-write",
      paramLabel = "PATH",
      description = "It may write files at or below PATH, which does not include reading.")
  List<String> writing = new ArrayList<>();

  GrantOptions() {}

  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE` of a path that leads nowhere
  Grants grants(Terminal terminal) {
    try {
      return Grants.of(terminal.directory(), reading, writing);
    } catch (IOException | InvalidPathException e) {
      throw Problem.of(
              CliCode.FILE_UNUSABLE,
              "a path of --allow-read or --allow-write leads nowhere: " + e.getMessage(),
              "Name a file or a folder; links in its path must lead to one")
          .exception(e);
    }
  }
}
