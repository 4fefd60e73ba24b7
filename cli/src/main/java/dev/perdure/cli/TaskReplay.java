package dev.perdure.cli;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Step;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
      "With --steps, of a switched call both versions' steps are shown, the recorded one's first.",
      "With --debug, breakpoints in the task's code are hit as it is replayed; nothing times out."
    },
    footer = {"", "Example:", "  perdure task replay 0198c0e2 --switch lookupUser=debug"})
final class TaskReplay extends DataCommand {
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

  /// A debugger that is to see everything has to be there from the beginning.
  private Answer debugged() {
    existing();
    var words = Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
    var without = words.stream().filter(word -> !word.equals("--debug")).toList();
    return new Answer(null, List.of(), new Debuggee(terminal, without).run(port));
  }

  private Answer replayed() {
    var versions = switching.versions();
    var extras = switching.extras(terminal);
    try (var node = open()) {
      var story = TaskStory.of(node, TaskIds.find(node, id));
      var notCalled = new TreeSet<>(versions.keySet());
      var report = node.replay(story.id(), versions, extras, steps(notCalled));
      return new ReplayText(terminal, story, lines(node, story.id()), report, notCalled).answer();
    }
  }

  /// The lines that the task wrote when it ran; a replay writes the same ones.
  private static List<String> lines(Node node, TaskId task) {
    var lines = new ArrayList<String>();
    node.history(
        task,
        noted -> {
          if (noted.event() instanceof Event.Recorded e && e.effect() instanceof Effect.LogLine l) {
            lines.add(l.level() + " " + l.text());
          }
        });
    return lines;
  }

  /// Takes the functions that are called out of `notCalled`, and prints the steps if that was asked
  /// for. Null if there is nothing to do.
  private @Nullable Consumer<Step> steps(Set<FunctionName> notCalled) {
    Consumer<Step> called =
        step -> {
          if (step instanceof Step.Called s) {
            notCalled.remove(s.function());
          }
        };
    if (steps) {
      return called.andThen(new StepText(terminal, json));
    }
    return notCalled.isEmpty() ? null : called;
  }
}
