package dev.perdure.server;

import dev.perdure.index.IndexReader;
import dev.perdure.index.TaskPage;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;

/// Lists, filters and searches tasks: asks the index, never the engine.
final class TaskLists {
  static final Param FRESH =
      Param.query(
          "fresh",
          Schema.truth(),
          "Whether to wait until the index has all that is durable now. Default: false.");

  private final IndexSource index;

  TaskLists(IndexSource index) {
    this.index = index;
  }

  Endpoint endpoint() {
    return Endpoint.get("/v1/tasks", "Lists tasks, newest first, from the index.", this::list)
        .taking(TaskFilters.params())
        .taking(
            Pages.limit(),
            Param.query(
                "after", Schema.id(), "The `next` of the page before; a beginning will do."),
            FRESH)
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

  private Answer list(Request request) {
    int limit = Pages.limit(request);
    var page = index.ask(request.truth("fresh"), reader -> page(reader, request, limit));
    return Answer.ok(TaskView.page(page.answer(), page.lag()));
  }

  private static TaskPage page(IndexReader reader, Request request, int limit) {
    var after = request.query("after");
    var behind = after == null ? null : TaskIds.find(reader, after).toString();
    return reader.tasks(TaskFilters.of(request, behind), limit);
  }
}
