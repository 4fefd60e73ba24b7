package dev.perdure.cli;

import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.LocalApi;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "replay",
    description = {
      "Runs a task again from its history, with no side effect.",
      "With --switch, another version serves a function: it is answered from what the",
      "recorded one did, and every difference is shown. Exit code 1 if anything differs.",
      "With --steps, of a switched call both versions' steps are shown, the recorded one's first."
    },
    footer = {"", "Example:", "  perdure task replay 0198c0e2 --switch lookupUser=debug"})
final class TaskReplay extends EngineCommand {
  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Option(
      names = "--switch",
      paramLabel = "FUNCTION=VERSION",
      description = "Let this version serve the function.")
  Map<String, String> switched = Map.of();

  @Option(
      names = "--extra",
      paramLabel = "stop|live",
      description = {
        "What a switched version asks in excess stops the replay (stop, the default), or is",
        "answered by the clock, chance and the implementations of --bind (live)."
      })
  Extra extra = Extra.STOP;

  @Option(
      names = "--steps",
      description = "Show each call and each effect with its values, as the code comes to it.")
  boolean steps;

  @Mixin Bindings bindings = new Bindings();

  /// Who answers what a switched version asks in excess.
  enum Extra {
    STOP,
    LIVE
  }

  TaskReplay(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var names = new TreeMap<FunctionName, Version>();
    switched.forEach(
        (function, version) -> names.put(new FunctionName(function), new Version(version)));
    var extras = extra == Extra.LIVE ? new LiveExtras(terminal, bindings.make(terminal)) : null;
    var ask =
        Ask.post("tasks", id, "replay")
            .with("steps", steps)
            .with("extra", extra.name().toLowerCase(Locale.ROOT))
            .withJson(Data.of("switch", names));
    try (var engine = engine(this::existing, directory -> opened(directory, extras))) {
      var text = new ReplayText(terminal, json);
      engine.lines(ask, line -> text.read(Fields.read(line)));
      return text.answer();
    }
  }

  private Source opened(Path directory, @Nullable Extras extras) {
    var node = Node.open(standingStill(directory));
    return new LocalSource(LocalApi.of(node, extras), terminal.user(), node::close);
  }
}
