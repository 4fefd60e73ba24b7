package dev.perdure.server;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonValues;
import dev.perdure.server.view.TaskPage;
import dev.perdure.server.view.TaskRow;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks at tasks and changes how they go on.
final class Tasks {
  /// Where the text of an event is cut: values have endpoints of their own.
  static final int EVENT_CHARS_MAX = 4_096;

  private static final int PAGE = 50;
  private static final int PAGE_MAX = 500;
  private static final String KEY = "Idempotency-Key";
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");

  private final Node node;
  private final Results results;

  Tasks(Node node, Results results) {
    this.node = node;
    this.results = results;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/tasks", "Lists tasks, newest first.", this::list)
            .taking(
                Param.query(
                    "status",
                    Schema.text(),
                    "Only these, separated by commas: " + String.join(", ", statuses()) + "."),
                Param.query("function", Schema.text(), "Only tasks of this function."),
                Param.query("version", Schema.text(), "Only tasks of this version."),
                limit(),
                Param.query("after", Schema.id(), "The `next` of the page before."))
            .giving(
                Reply.json(
                    Status.OK,
                    Schema.object()
                        .with("tasks", Schema.array(Schema.named("Task")))
                        .withAny("next", Schema.id()),
                    "A page; `next` is there if more tasks follow.")),
        Endpoint.get(
                "/v1/tasks/{id}",
                "Shows a task: its arguments, how it stands or ended.",
                this::show)
            .giving(Reply.json(Status.OK, Schema.named("Task"), "The task.")),
        Endpoint.get(
                "/v1/tasks/{id}/history",
                "Lists the events of a task, oldest first.",
                this::history)
            .taking(
                limit(), Param.query("after", Schema.integer(), "The `next` of the page before."))
            .giving(
                Reply.json(
                    Status.OK,
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
                    Status.OK,
                    Schema.object()
                        .with("id", Schema.id())
                        .with("status", Schema.words(statuses()))
                        .with(
                            "waits",
                            Schema.array(
                                Schema.object()
                                    .with("for", Schema.text())
                                    .with("since", Schema.time())
                                    .with("on", Schema.text()))),
                    "All reasons.")),
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
            .giving(Reply.json(Status.OK, Schema.named("Task"), "The task as it stands now.")),
        control("cancel", "Asks a task and its children to stop.", node::cancel),
        control("pause", "Makes a task stand still.", node::pause),
        control("resume", "Lets a task go on.", node::resume));
  }

  private static Param limit() {
    return Param.query(
        "limit",
        Schema.integer(),
        "At most so many, 1 to " + PAGE_MAX + ". Default: " + PAGE + ".");
  }

  static Set<String> statuses() {
    return new TreeSet<>(TaskPage.STATUSES);
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
              return Answer.ok(TaskStory.of(node, task).row().data());
            })
        .taking(WHY)
        .giving(Reply.json(Status.OK, Schema.named("Task"), "The task as it stands now."));
  }

  private static int limit(Request request) {
    return (int) request.integer("limit", PAGE, 1, PAGE_MAX);
  }

  private Answer list(Request request) {
    var after = request.query("after");
    var filter =
        new TaskPage.Filter(
            wanted(request.query("status")),
            request.query("function"),
            request.query("version"),
            after == null ? null : cursor(after));
    int limit = limit(request);
    var page = node.read(state -> TaskPage.of(state, filter, limit));
    return Answer.ok(
        Data.of("tasks", page.rows().stream().map(TaskRow::data).toList())
            .withAny("next", page.more() ? page.rows().getLast().id() : null));
  }

  private static Set<String> wanted(@Nullable String text) {
    if (text == null) {
      return Set.of();
    }
    var wanted = new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split(",")));
    for (var status : wanted) {
      if (!TaskPage.STATUSES.contains(status)) {
        throw Request.bad("there is no status " + status + "; there are " + statuses(), "status");
      }
    }
    return wanted;
  }

  private static TaskId cursor(String text) {
    try {
      return TaskId.parse(text);
    } catch (IllegalArgumentException _) {
      throw Request.bad("after is the id of a task, not " + text, "after");
    }
  }

  private static TaskId id(Request request) {
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
    int limit = limit(request);
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
    return Answer.ok(TaskStory.of(node, task).row().data());
  }

  private Answer result(Request request) {
    var task = id(request);
    Outcome outcome = node.await(task, results.waited(request, Duration.ZERO)).orElse(null);
    return outcome == null ? results.goingOn(task) : Results.ended(task, outcome);
  }
}
