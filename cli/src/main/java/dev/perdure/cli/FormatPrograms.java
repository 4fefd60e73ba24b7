package dev.perdure.cli;

import dev.perdure.value.Problem;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "fmt",
    description = "Lays programs of wat out in the one way; comments stay.",
    footer = {"", "Example:", "  perdure fmt shop.wat"})
final class FormatPrograms extends Command {
  @Parameters(arity = "1..*", paramLabel = "FILES", description = "The programs.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Change nothing; fail if a file is not laid out that way.")
  boolean check;

  FormatPrograms(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var changed = new ArrayList<String>();
    boolean refused = false;
    for (var file : files) {
      var path = Programs.path(terminal, file);
      var text = Programs.text(path);
      try {
        var formatted = Formatter.format(path.toString(), text);
        if (!formatted.equals(text)) {
          changed.add(file);
          write(path, formatted);
        }
      } catch (Refused fault) {
        refused = true;
        terminal.err().print(Programs.people(fault.diagnostic()));
      }
    }
    var lines =
        changed.stream().map(file -> (check ? "would change " : "changed ") + file).toList();
    boolean failed = refused || (check && !changed.isEmpty());
    return new Answer(changed, lines, failed ? Exit.FAILED : Exit.DONE);
  }

  private void write(Path path, String text) {
    if (check) {
      return;
    }
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw Problem.of(
              CliCode.FILE_UNUSABLE,
              path + " cannot be written",
              "Give the file the permission to be written")
          .exception(e);
    }
  }
}
