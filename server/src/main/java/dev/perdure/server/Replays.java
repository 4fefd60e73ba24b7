package dev.perdure.server;

import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Step;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import dev.perdure.server.view.ReplayView;
import dev.perdure.server.view.StepView;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskStory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs tasks again from their histories, with no side effect.
final class Replays {
  private final Node node;
  private final @Nullable Extras extras;

  /// @param extras who answers what a switched version asks in excess; null: nobody can
  Replays(Node node, @Nullable Extras extras) {
    this.node = node;
    this.extras = extras;
  }

  Endpoint endpoint() {
    return Endpoint.post(
            "/v1/tasks/{id}/replay",
            Role.OPERATE,
            "Runs a task again from its history, with no side effect.",
            this::replay)
        .weighing(Load.DEPLOY)
        .taking(
            Param.query(
                "steps",
                Schema.truth(),
                "Whether each call and each effect is told, as the code comes to it."),
            Param.query(
                "extra",
                Schema.words(List.of("stop", "live")),
                "What becomes of what a switched version asks in excess. A server, which performs"
                    + " nothing for a replay, knows only stop."))
        .reading(
            Body.json(
                Schema.object().withAny("switch", Schema.map(Schema.text())),
                "The versions that shall serve functions, by function."))
        .giving(
            new Reply(
                HttpStatus.OK,
                LogRecords.LINES,
                Schema.object(),
                "Objects, one a line: the steps if they are asked for, and last what the replay"
                    + " showed."));
  }

  private Answer replay(Request request) {
    var task = TaskIds.find(node, request.variable("id"));
    var versions = versions(request.body());
    var answering = extras(request);
    boolean steps = request.truth("steps");
    var story = TaskStory.of(node, task);
    return new Answer.Stream(
        LogRecords.LINES,
        out -> {
          var notCalled = new TreeSet<>(versions.keySet());
          var report =
              report(
                  story,
                  versions,
                  answering,
                  step -> {
                    if (step instanceof Step.Called called) {
                      notCalled.remove(called.function());
                    }
                    if (steps) {
                      StepView.data(step).ifPresent(data -> line(data, out));
                    }
                  });
          line(ReplayView.of(node, story, report, notCalled).data(), out);
        });
  }

  private Replay.Report report(
      TaskStory story, Map<FunctionName, Version> versions, Extras answering, Consumer<Step> steps)
      throws IOException {
    try {
      return node.replay(story.id(), versions, answering, steps);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void line(Data data, OutputStream out) {
    try {
      out.write((Json.write(data) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Extras extras(Request request) {
    return switch (request.query("extra")) {
      case null -> Extras.none();
      case "stop" -> Extras.none();
      case "live" -> live();
      case String other -> throw Request.bad("extra is stop or live, not " + other, "extra");
    };
  }

  private Extras live() {
    if (extras == null) {
      throw Request.bad(
          "a server performs nothing for a replay; export the task, and replay it in a data"
              + " directory of your own",
          "extra");
    }
    return extras;
  }

  private static Map<FunctionName, Version> versions(byte[] body) {
    var versions = new TreeMap<FunctionName, Version>();
    if (body.length == 0) {
      return versions;
    }
    var json = JsonReader.read(body);
    var switched = json instanceof JsonTree.Fields fields ? fields.get("switch") : json;
    if (switched instanceof JsonTree.Fields named) {
      named.entries().forEach((f, version) -> versions.put(new FunctionName(f), version(version)));
    } else if (switched != null) {
      throw Request.bad("the body is an object such as {\"switch\": {\"pay\": \"v2\"}}", "body");
    }
    return versions;
  }

  private static Version version(JsonTree version) {
    if (version instanceof JsonTree.Text text) {
      return new Version(text.value());
    }
    throw Request.bad("a version is a text, not " + version.shown(), "body.switch");
  }
}
