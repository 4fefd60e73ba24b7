package dev.perdure.server;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.TaskId;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.index.TaskPage;
import dev.perdure.node.Node;
import dev.perdure.node.NodeIndex;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists, filters and searches tasks: asks the node's index, never the engine.
final class TaskLists {
  private final Node node;

  TaskLists(Node node) {
    this.node = node;
  }

  Endpoint endpoint() {
    return Endpoint.get("/v1/tasks", "Lists tasks, newest first, from the index.", this::list)
        .taking(
            Param.query(
                "status",
                Schema.text(),
                "Only these, separated by commas: " + String.join(", ", statuses()) + "."),
            Param.query("function", Schema.text(), "Only tasks of this function."),
            Param.query("version", Schema.text(), "Only tasks of this version."),
            Param.query(
                "text",
                Schema.text(),
                "Only with this in their names, arguments, attributes, failure or result."),
            Param.query(
                "since",
                Schema.text(),
                "Only started then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago."),
            Param.query("until", Schema.text(), "Only started before."),
            Pages.limit(),
            Param.query("after", Schema.id(), "The `next` of the page before."),
            Param.query(
                "fresh",
                Schema.truth(),
                "Whether to wait until the index has all that is durable now. Default: false."))
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("tasks", Schema.array(Schema.named("Task")))
                    .with("count", Schema.integer())
                    .withAny("countIs", Schema.text())
                    .withAny("next", Schema.id())
                    .withAny("lag", lag()),
                "A page; `next` is there if more tasks follow, `lag` if the index is behind the"
                    + " log, `countIs` if there are more than were counted."));
  }

  /// How far the index is behind the log.
  static Schema lag() {
    return Schema.object().with("events", Schema.integer()).with("millis", Schema.integer());
  }

  /// What a task can be.
  static Set<String> statuses() {
    return Arrays.stream(Status.values())
        .map(Status::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Answer list(Request request) {
    var filter = filter(request);
    int limit = Pages.limit(request);
    var index = index();
    var page =
        request.truth("fresh")
            ? index.askFresh(reader -> page(reader, filter, limit))
            : index.ask(reader -> page(reader, filter, limit));
    return Answer.ok(TaskView.page(page.answer(), page.lag()));
  }

  private NodeIndex index() {
    return node.index()
        .orElseThrow(() ->
            Problem.of(
                    IndexCode.INDEX_MISSING,
                    "this engine keeps no index that could be asked",
                    "Serve without --no-index, or open the engine on a data directory with"
                        + " NodeConfig.withIndex()")
                .exception());
  }

  private static TaskPage page(IndexReader reader, TaskFilter filter, int limit) {
    var after = filter.after();
    if (after != null && reader.ids(after, 1).isEmpty()) {
      throw Problem.of(
              EngineCode.UNKNOWN_TASK,
              "the index knows no task " + after,
              "Give the `next` of a page; ask with fresh=true for a task that was just started")
          .exception();
    }
    return reader.tasks(filter, limit);
  }

  private static TaskFilter filter(Request request) {
    var after = request.query("after");
    return new TaskFilter(
        wanted(request.query("status")),
        request.query("function"),
        request.query("version"),
        request.query("text"),
        new TaskFilter.Period(time(request, "since"), time(request, "until")),
        after == null ? null : id(after));
  }

  private static Set<Status> wanted(@Nullable String text) {
    var wanted = new HashSet<Status>();
    for (var name : text == null ? List.<String>of() : List.of(text.split(","))) {
      wanted.add(
          Status.of(name.toLowerCase(Locale.ROOT))
              .orElseThrow(() ->
                  Request.bad(
                      "there is no status " + name + "; there are " + statuses(), "status")));
    }
    return wanted;
  }

  private static @Nullable Long time(Request request, String name) {
    var text = request.query(name);
    return text == null
        ? null
        : Times.parse(text, System.currentTimeMillis()).orElseThrow(() -> badTime(name, text));
  }

  private static PerdureException badTime(String name, String text) {
    return Request.bad(
        name + " is a time such as 2026-01-31, 2026-01-31T08:30:00Z or 2h, not " + text, name);
  }

  private static String id(String text) {
    try {
      return TaskId.parse(text).toString();
    } catch (IllegalArgumentException _) {
      throw Request.bad("after is the id of a task, not " + text, "after");
    }
  }
}
