package dev.perdure.server;

import dev.perdure.engine.Change;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.node.Noted;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonValues;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.value.Value;
import java.time.Duration;
import java.util.List;

/// Looks at tasks and changes how they go on.
final class Tasks {
  /// Where the text of an event is cut: values have endpoints of their own.
  static final int EVENT_CHARS_MAX = 4_096;

  private static final int EVENTS_MAX = 10_000;

  private static final String KEY = "Idempotency-Key";
  private static final Param TO =
      Param.query("to", Schema.text(), "The version. Default: as the routes say now.");
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");

  private final Node node;
  private final Results results;

  Tasks(Node node, Results results) {
    this.node = node;
    this.results = results;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                "/v1/tasks/{id}",
                "Shows a task: its arguments, how it stands or ended.",
                this::show)
            .taking(
                Param.query(
                    "events",
                    Schema.integer(),
                    "With the newest so many events of its history, up to "
                        + EVENTS_MAX
                        + ". Default: 0."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.named("Task"),
                    "The task; `events` counts all events of its history.")),
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
                        .with("function", Schema.text())
                        .with("version", Schema.text())
                        .with("status", Schema.words(TaskFilters.statuses()))
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
            .reading(Body.values(Schema.any(), "What it says, as its type is written in JSON."))
            .giving(Reply.json(HttpStatus.OK, Schema.named("Task"), "The task as it stands now.")),
        Endpoint.post(
                "/v1/tasks/{id}/queries/{name}",
                Role.READ,
                "Asks the code of a task a question, from a replay up to now. Nothing is recorded.",
                this::query)
            .weighing(Load.REPLAY)
            .reading(Arguments.BODY)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("task", Schema.id())
                        .withAny("value", Schema.any())
                        .with("edn", Schema.text()),
                    "The answer, as its type is written in JSON, and as EDN.")),
        Endpoint.post(
                "/v1/tasks/{id}/switch",
                Role.DEPLOY,
                "Sets the version of a function for one task and its replays.",
                this::switchTo)
            .taking(
                Param.query("function", Schema.text(), "The function. Must be given."),
                Param.query("version", Schema.text(), "The version. Must be given."),
                WHY)
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

  private TaskId id(Request request) {
    return id(node, request);
  }

  /// The task of a path, by its id or the beginning of it.
  static TaskId id(Node node, Request request) {
    return TaskIds.find(node, request.variable("id"));
  }

  private Answer show(Request request) {
    int newest = (int) request.integer("events", 0, 0, EVENTS_MAX);
    var story = TaskStory.of(node, id(request), newest);
    var task = TaskView.task(story).with("events", story.past().events());
    return Answer.ok(newest == 0 ? task : task.with("history", events(story.recent())));
  }

  private Answer history(Request request) {
    int limit = Pages.limit(request);
    var events =
        node.history(id(request), request.integer("after", -1, -1, Long.MAX_VALUE), limit + 1);
    var page = events.subList(0, Math.min(limit, events.size()));
    return Answer.ok(
        Data.of("events", events(page))
            .withAny("next", events.size() > limit ? page.getLast().offset() : null));
  }

  private static List<Data> events(List<Noted> events) {
    return events.stream().map(e -> TaskView.event(e, EVENT_CHARS_MAX)).toList();
  }

  private Answer switchTo(Request request) {
    var task = id(request);
    node.switchTask(
        task,
        new FunctionName(request.needed("function")),
        new Version(request.needed("version")),
        request.change());
    return Answer.ok(TaskView.row(TaskStory.of(node, task).row()));
  }

  private Answer why(Request request) {
    return Answer.ok(TaskView.why(TaskStory.of(node, id(request))));
  }

  private Answer send(Request request) {
    var task = id(request);
    var name = request.variable("name");
    var key = request.single(KEY);
    var value = request.isEdn() ? request.edn() : typed(task, name, request);
    node.send(task, name, Payload.of(value), key == null ? "" : key, request.change());
    return Answer.ok(TaskView.row(TaskStory.of(node, task).row()));
  }

  private Answer query(Request request) {
    var task = id(request);
    var name = request.variable("name");
    var answer = node.query(task, name, Payload.of(questioned(task, name, request)));
    return Answer.ok(Data.of("task", task).withAny("value", answer).with("edn", answer.toString()));
  }

  private Value questioned(TaskId task, String name, Request request) {
    if (request.isEdn()) {
      return request.edn();
    }
    var json = JsonReader.read(request.body());
    return node.queryTypes(task, name)
        .<Value>map(t -> new JsonValues(t.shapes()).arguments(name, t.signature(), json))
        .orElseGet(() -> JsonValues.untyped(json));
  }

  private Value typed(TaskId task, String name, Request request) {
    var json = JsonReader.read(request.body());
    return node.messageTypes(task, name)
        .map(t -> new JsonValues(t.shapes()).value(name, t.signature().result(), json))
        .orElseGet(() -> JsonValues.untyped(json));
  }

  private Answer result(Request request) {
    var task = id(request);
    Outcome outcome = node.await(task, results.waited(request, Duration.ZERO)).orElse(null);
    return outcome == null ? results.goingOn(task) : Results.ended(task, outcome);
  }
}
