package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.view.Doc;
import dev.perdure.server.view.Policies;
import dev.perdure.server.view.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "apply",
    description = {
      "Makes the routes of the functions in a file, EDN or YAML, as the file says, all at once.",
      "What is so already is left alone: applying a file twice changes nothing."
    },
    footer = {
      "",
      "The file:",
      "  functions:",
      "    lookupUser:",
      "      routing: {mode: shadow, primary: v1, shadow: v2}",
      "",
      "Example:",
      "  perdure route apply routes.yaml --check"
    })
final class RouteApply extends EngineCommand {
  @Parameters(paramLabel = "FILE", description = "EDN if its name ends with .edn, else YAML.")
  Path file = Path.of("");

  @Option(names = "--check", description = "Only say what would change.")
  boolean check;

  @Option(names = "--running", description = "Bind the tasks that run already, too.")
  boolean running;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  RouteApply(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var wanted = Data.empty();
    RouteFile.read(doc(content(), file.toString()))
        .forEach((function, policy) ->
            wanted.with(function.text(), Data.of("routing", Policies.data(policy))));
    var ask =
        Ask.post("routes")
            .with("running", running)
            .with("check", check)
            .with("why", why)
            .withJson(Data.of("functions", wanted));
    try (var engine = engine()) {
      return answer(engine.ask(ask).fields());
    }
  }

  private static Doc doc(String text, String name) {
    return name.endsWith(".edn") ? EdnDoc.read(text, name) : YamlDoc.read(text, name);
  }

  private String content() {
    try {
      return Files.readString(terminal.resolve(file));
    } catch (IOException e) {
      throw problem(
              CliCode.FILE_UNUSABLE, "the file " + file + " cannot be read: " + e, "Check its path")
          .exception(e);
    }
  }

  private Answer answer(Fields done) {
    var lines = new ArrayList<String>();
    for (var change : done.objects("changes")) {
      lines.add(
          change.text("function")
              + ": "
              + Routing.text(change.object("from"))
              + " -> "
              + Routing.text(change.object("to")));
    }
    if (lines.isEmpty()) {
      lines.add("Nothing to change.");
    } else if (check) {
      lines.add(terminal.dim("Nothing was changed: --check."));
    }
    return Answer.done(done.tree(), lines);
  }
}
