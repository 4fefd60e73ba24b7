package dev.perdure.server;

import dev.perdure.engine.Level;
import dev.perdure.index.IndexReader;
import dev.perdure.index.LineFilter;
import dev.perdure.index.LineRow;
import dev.perdure.index.TaskFilter;
import dev.perdure.log.Offset;
import dev.perdure.node.LineReader;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.LineView;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Lists the lines that tasks wrote: asks the index. Of a log that seals its payloads that one has
/// no texts: they are read from the log, or stay empty where there is no engine.
final class LineLists {
  private final @Nullable Node node;
  private final IndexSource index;

  /// @param node null if there is only its index
  LineLists(@Nullable Node node, IndexSource index) {
    this.node = node;
    this.index = index;
  }

  Endpoint endpoint() {
    return Endpoint.get(
            "/v1/lines", "Lists lines of all tasks, newest first, from the index.", this::list)
        .taking(params())
        .taking(
            Pages.limit(),
            Param.query("before", Schema.integer(), "The `next` of the page before."),
            TaskLists.FRESH)
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("lines", Schema.array(Schema.named("Line")))
                    .with("end", Schema.integer())
                    .withAny("next", Schema.integer())
                    .withAny("lag", TaskLists.lag()),
                "A page; `next` is there if more lines may follow, `lag` if the index is behind"
                    + " the log. From `end` on, /v1/lines/stream has what was written since."));
  }

  /// Which lines are meant, as parameters of a query.
  static Param[] params() {
    return new Param[] {
      Param.query("trace", Schema.text(), "Only of tasks of the trace with this id."),
      Param.query("task", Schema.id(), "Only of this task."),
      Param.query("function", Schema.text(), "Only written by this function's code."),
      Param.query("version", Schema.text(), "Only written by this version's code."),
      Param.query(
          "level", Schema.words(levels()), "Only of this level, and those that matter more."),
      Param.query("text", Schema.text(), "Only with this in their text."),
      Param.query(
          "since",
          Schema.text(),
          "Only written then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago."),
      Param.query("until", Schema.text(), "Only written before.")
    };
  }

  private static List<String> levels() {
    return Arrays.stream(Level.values()).map(l -> l.name().toLowerCase(Locale.ROOT)).toList();
  }

  /// @param task the id of the only task; null: all
  static LineFilter filter(Request request, @Nullable String task) {
    return new LineFilter(
        TaskFilters.trace(request),
        task,
        request.query("function"),
        request.query("version"),
        level(request.query("level")),
        request.query("text"),
        new TaskFilter.Period(
            TaskFilters.time(request, "since"), TaskFilters.time(request, "until")));
  }

  private static Level level(@Nullable String text) {
    return Arrays.stream(Level.values())
        .filter(level -> text == null || level.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> Request.bad("there is no level " + text + "; there are " + levels(), "level"));
  }

  /// What a page is made of.
  ///
  /// @param end how far the tables had come
  /// @param sealed whether the lines lack their texts
  private record Page(List<LineRow> lines, long end, boolean sealed) {}

  private Answer list(Request request) {
    int limit = Pages.limit(request);
    var page = index.ask(request.truth("fresh"), reader -> page(reader, request, limit));
    var found = page.answer().lines();
    var lines = page.answer().sealed() && node != null ? opened(found, node) : found;
    return Answer.ok(
        Data.of("lines", lines.stream().map(LineView::line).toList())
            .with("end", page.answer().end())
            .withAny("next", lines.size() < limit ? null : lines.getLast().offset())
            .withAny("lag", TaskView.lag(page.lag())));
  }

  private static List<LineRow> opened(List<LineRow> lines, Node from) {
    var opened = new ArrayList<LineRow>();
    try (var cursor = from.log(0)) {
      for (var line : lines) {
        var record = cursor.at(new Offset(line.offset()));
        opened.add(line.withText(LineReader.text(record)));
      }
    }
    return opened;
  }

  private static Page page(IndexReader reader, Request request, int limit) {
    var task = request.query("task");
    var id = task == null ? null : TaskIds.find(reader, task).toString();
    long end = reader.position().nextOffset();
    long before = request.integer("before", end, 0, Long.MAX_VALUE);
    var lines = reader.lines(filter(request, id), Math.min(before, end), limit);
    return new Page(lines, end, reader.sealed());
  }
}
