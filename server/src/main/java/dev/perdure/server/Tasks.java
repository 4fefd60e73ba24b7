package dev.perdure.server;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonValues;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.List;

/// Looks at tasks and changes how they go on.
final class Tasks {
  /// Where the text of an event is cut: values have endpoints of their own.
  static final int EVENT_CHARS_MAX = 4_096;

  private static final String KEY = "Idempotency-Key";
  private static final Param TO =
      Param.query("to", Schema.text(), "The version. Default: as the routes say now.");
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");

  private final Node node;
  private final Results results;
  private final TaskLists lists;

  Tasks(Node node, Results results) {
    this.node = node;
    this.results = results;
    this.lists = new TaskLists(node);
  }

  List<Endpoint> endpoints() {
    return List.of(
        lists.endpoint(),
        Endpoint.get(
                "/v1/tasks/{id}",
                "Shows a task: its arguments, how it stands or ended.",
                this::show)
            .giving(Reply.json(HttpStatus.OK, Schema.named("Task"), "The task.")),
        Endpoint.get(
                "/v1/tasks/{id}/history",
                "Lists the events of a task, oldest first.",
                this::history)
            .taking(
                Pages.limit(),
                Param.query("after", Schema.integer(), "The `next` of the page before."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("events", Schema.array(Schema.named("Event")))
                        .withAny("next", Schema.integer()),
                    "A page; `next` is there if more events follow.")),
        Endpoint.get(
                "/v1/tasks/{id}/why",
                "Says why a task stands where it stands: for what, since when, and on whom.",
                this::why)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("id", Schema.id())
                        .with("status", Schema.words(TaskLists.statuses()))
                        .with(
                            "waits",
                            Schema.array(
                                Schema.object()
                                    .with("for", Schema.text())
                                    .with("since", Schema.time())
                                    .with("on", Schema.text()))),
                    "All reasons.")),
        new Moments(node).endpoint(),
        Endpoint.get("/v1/tasks/{id}/result", "Answers with the result of a task.", this::result)
            .weighing(Load.WAITING)
            .taking(results.wait("Default: 0."))
            .giving(results.replies()),
        Endpoint.post(
                "/v1/tasks/{id}/messages/{name}",
                Role.OPERATE,
                "Sends a task a message: a signal, or what fulfils a promise.",
                this::send)
            .taking(
                Param.header(
                    KEY, "The same message sent again under the same key changes nothing."),
                WHY)
            .reading(Body.json(Schema.any(), "What it says, as its type is written in JSON."))
            .giving(Reply.json(HttpStatus.OK, Schema.named("Task"), "The task as it stands now.")),
        control("cancel", "Asks a task and its children to stop.", node::cancel),
        control("pause", "Makes a task stand still.", node::pause),
        control("resume", "Lets a task go on.", node::resume),
        Endpoint.post(
                "/v1/tasks/{id}/migrate",
                Role.DEPLOY,
                "Makes a task go on with other versions, if its history allows that.",
                this::migrate)
            .taking(TO, WHY)
            .giving(Reply.json(HttpStatus.OK, Schema.named("Task"), "The task as it stands now.")));
  }

  private interface Control {
    void change(TaskId task, Change change);
  }

  private Endpoint control(String verb, String summary, Control control) {
    return Endpoint.post(
            "/v1/tasks/{id}/" + verb,
            Role.OPERATE,
            summary,
            request -> {
              var task = id(request);
              control.change(task, request.change());
              return Answer.ok(TaskView.row(TaskStory.of(node, task).row()));
            })
        .taking(WHY)
        .giving(Reply.json(HttpStatus.OK, Schema.named("Task"), "The task as it stands now."));
  }

  private Answer migrate(Request request) {
    var task = id(request);
    var to = request.query(TO.name());
    node.migrate(task, to == null ? null : new Version(to), request.change());
    return Answer.ok(TaskView.row(TaskStory.of(node, task).row()));
  }

  static TaskId id(Request request) {
    var text = request.variable("id");
    try {
      return TaskId.parse(text);
    } catch (IllegalArgumentException _) {
      throw Problem.of(
              EngineCode.UNKNOWN_TASK,
              "there is no task " + text,
              "Give a whole id, as /v1/tasks lists them")
          .exception();
    }
  }

  private Answer show(Request request) {
    var story = TaskStory.of(node, id(request));
    return Answer.ok(TaskView.task(story).with("events", story.past().events()));
  }

  private Answer history(Request request) {
    int limit = Pages.limit(request);
    var events =
        node.history(id(request), request.integer("after", -1, -1, Long.MAX_VALUE), limit + 1);
    var page = events.subList(0, Math.min(limit, events.size()));
    return Answer.ok(
        Data.of("events", page.stream().map(e -> TaskView.event(e, EVENT_CHARS_MAX)).toList())
            .withAny("next", events.size() > limit ? page.getLast().offset() : null));
  }

  private Answer why(Request request) {
    return Answer.ok(TaskView.why(TaskStory.of(node, id(request))));
  }

  private Answer send(Request request) {
    var task = id(request);
    var name = request.variable("name");
    var json = JsonReader.read(request.body());
    var value =
        node.messageTypes(task, name)
            .map(t -> new JsonValues(t.shapes()).value(name, t.signature().result(), json))
            .orElseGet(() -> JsonValues.untyped(json));
    var key = request.header(KEY);
    node.send(task, name, Payload.of(value), key == null ? "" : key, request.change());
    return Answer.ok(TaskView.row(TaskStory.of(node, task).row()));
  }

  private Answer result(Request request) {
    var task = id(request);
    Outcome outcome = node.await(task, results.waited(request, Duration.ZERO)).orElse(null);
    return outcome == null ? results.goingOn(task) : Results.ended(task, outcome);
  }
}
