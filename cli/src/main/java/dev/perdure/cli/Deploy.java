package dev.perdure.cli;

import dev.perdure.java.ClassSource;
import dev.perdure.node.Node;
import dev.perdure.node.UniverseSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "deploy",
    description = {
      "Checks the functions of a jar or of a program in wat and lets them in as a version.",
      "A function that is new gets a route; for the others the routes stay as they are.",
      "With --check nothing is deployed: live tasks and the newest that have ended are replayed",
      "with the functions of the file. Exit code 1 if any would do something else."
    },
    footer = {
      "",
      "Example:",
      "  perdure deploy shop.jar --as v2 --check",
      "  perdure deploy shop.wat --as v3"
    })
final class Deploy extends EngineCommand {
  private static final int HASH_CHARS = 12;

  @Parameters(
      paramLabel = "FILE",
      description = "A jar with the classes and the libraries they use, or a .wat file.")
  Path file = Path.of("");

  @Option(names = "--as", required = true, paramLabel = "VERSION", description = "Its version.")
  String version = "";

  @Option(
      names = "--roots",
      split = ",",
      paramLabel = "CLASS",
      description = "Classes of functions. Default: all that have routed methods.")
  List<String> roots = List.of();

  @Option(
      names = "--trust",
      split = ",",
      paramLabel = "PACKAGE",
      description = "Take the code of this package as deterministic without a look.")
  List<String> trusted = List.of();

  @Option(
      names = "--check",
      description = "Replay tasks with its functions and tell the differences; deploy nothing.")
  boolean check;

  @Option(
      names = "--ended",
      paramLabel = "N",
      description =
          "With --check: so many of the tasks that have ended. Default: ${DEFAULT-VALUE}.")
  int ended = 1_000;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  Deploy(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (!trusted.isEmpty() && server.given()) {
      throw usage("--trust goes with a data directory; a server says what it trusts itself");
    }
    var content = new Ask.Content("application/java-archive", bytes(terminal.resolve(file)));
    try (var engine =
        check ? engine(this::existing, this::trusting) : engine(this::directory, this::trusting)) {
      if (!trusted.isEmpty() && engine.served()) {
        throw usage("--trust goes with a directory that nobody serves; `perdure serve` takes it");
      }
      var roots = String.join(",", this.roots);
      if (check) {
        var ask = Ask.post("universes", version, "check").with("ended", ended);
        return new GateText(terminal, engine.ask(ask.with("roots", roots).with(content)).fields())
            .answer();
      }
      var ask = Ask.post("universes", version).with("roots", roots).with("why", why);
      return answer(engine.ask(ask.with(content)).fields());
    }
  }

  private Source trusting(Path directory) {
    return opened(Node.open(standingStill(directory).withTrusted(trusted)));
  }

  /// What is sent: a program in wat comes with the files that it loads.
  private static byte[] bytes(Path file) {
    try {
      if (file.toString().endsWith(".wat")) {
        return UniverseSource.wat(file).bundle();
      }
      ClassSource.jar(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw problem(
              CliCode.FILE_UNUSABLE, "the file " + file + " cannot be read: " + e, "Check its path")
          .exception(e);
    }
  }

  private Answer answer(Fields deployed) {
    var table = new Table(terminal, "FUNCTION", "CONTENT");
    for (var function : deployed.objects("functions")) {
      table.row(function.text("name"), content(function));
    }
    var lines = new ArrayList<String>();
    lines.add(
        (deployed.truth("new") ? "deployed " : "already deployed ")
            + terminal.good(deployed.text("version"))
            + " = "
            + deployed.text("hash").substring(0, HASH_CHARS));
    lines.addAll(table.lines());
    return Answer.done(deployed.tree(), lines);
  }

  private static String content(Fields function) {
    var content = function.text("content");
    return content.equals("same") ? "same as " + function.text("sameAs") : content;
  }
}
