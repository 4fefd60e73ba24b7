package dev.perdure.cli;

import dev.perdure.engine.Extras;
import dev.perdure.node.Node;
import dev.perdure.server.LocalApi;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
      "With --steps, of a switched call both versions' steps are shown, the recorded one's first.",
      "With --debug, breakpoints in the task's code are hit as it is replayed; nothing times out."
    },
    footer = {"", "Example:", "  perdure task replay 0198c0e2 --switch lookupUser=debug"})
final class TaskReplay extends EngineCommand {
  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Mixin Switching switching = new Switching();

  @Option(
      names = "--steps",
      description = "Show each call and each effect with its values, as the code comes to it.")
  boolean steps;

  @Option(
      names = "--debug",
      description = "Wait for a debugger of Java (JDWP) to attach, on this machine, then replay.")
  boolean debug;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where --debug waits. Default: a port that is free.")
  int port;

  TaskReplay(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    return debug ? debugged() : replayed();
  }

  /// A debugger that is to see everything has to be there from the beginning, in a process of its
  /// own.
  private Answer debugged() {
    if (served()) {
      throw usage(
          "--debug replays here, where nobody else owns the data directory: export the task, and"
              + " import it into another one");
    }
    existing();
    var words = Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
    var without = words.stream().filter(word -> !word.equals("--debug")).toList();
    return new Answer(null, List.of(), new Debuggee(terminal, without).run(port));
  }

  private Answer replayed() {
    var extras = switching.extras(terminal);
    var ask =
        Ask.post("tasks", id, "replay")
            .with("steps", steps)
            .with("extra", switching.extra.name().toLowerCase(Locale.ROOT))
            .withJson(Data.of("switch", switching.versions()));
    try (var engine = engine(this::existing, directory -> opened(directory, extras))) {
      var text = new ReplayText(terminal, json);
      engine.lines(ask, line -> text.read(Fields.read(line)));
      return text.answer();
    }
  }

  private Source opened(Path directory, Extras extras) {
    var node = Node.open(standingStill(directory));
    return new LocalSource(LocalApi.of(node, extras), terminal.user(), node::close);
  }
}
