package dev.perdure.cli;

import dev.perdure.engine.Payload;
import dev.perdure.value.Limits;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Arguments that do not fit a command line, which takes 128 KiB each on Linux.
final class ArgumentFile {
  private static final Path STDIN = Path.of("-");

  @Option(
      names = "--args-file",
      paramLabel = "FILE",
      description = "Take the arguments from there, EDN one after the other; - is the input.")
  @Nullable Path file;

  /// The arguments, from there if it is named.
  ///
  /// @param written on the command line
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`, and a code of EDN with the place
  Payload or(List<String> written, Command command) {
    if (file == null) {
      return EdnArguments.read(written);
    }
    if (!written.isEmpty()) {
      throw command.usage("arguments come from the command line or from --args-file, not both");
    }
    var source = file.equals(STDIN) ? "the input" : command.terminal.resolve(file).toString();
    try {
      return EdnArguments.read(text(file, command.terminal), source);
    } catch (IOException e) {
      throw Command.problem(
              CliCode.FILE_UNUSABLE,
              source + " cannot be read as UTF-8: " + e,
              "Check its path and its content")
          .exception(e);
    }
  }

  private static String text(Path file, Terminal terminal) throws IOException {
    if (file.equals(STDIN)) {
      try (var input = terminal.input().open(List.of())) {
        return input.rest(Limits.OUTSIDE.bytesMax());
      }
    }
    try (var reader = Files.newBufferedReader(terminal.resolve(file))) {
      return beginning(reader, Limits.OUTSIDE.bytesMax());
    }
  }

  /// A text, or more than so many units of it: whoever reads that refuses it.
  static String beginning(Reader reader, int unitsMax) throws IOException {
    var text = new StringBuilder();
    var piece = new char[1 << 16];
    for (int n = 0; n >= 0 && text.length() <= unitsMax; n = reader.read(piece)) {
      text.append(piece, 0, n);
    }
    return text.toString();
  }
}
