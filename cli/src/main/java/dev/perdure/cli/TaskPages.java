package dev.perdure.cli;

import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;

/// Reads a list of tasks page by page.
///
/// @param ask for the first page
record TaskPages(Source engine, Ask ask) {
  private static final int PAGE_MAX = 500;

  /// Some of the tasks of a list.
  ///
  /// @param count how many there are
  /// @param last the last page that was read
  record Read(List<Fields> tasks, long count, Fields last) {
    /// Whether there are more than were counted.
    boolean atLeast() {
      return last.has("countIs");
    }

    /// As a page is, for programs.
    Data data() {
      return Data.of("tasks", tasks.stream().map(Fields::tree).toList())
          .with("count", count)
          .withAny("countIs", last.tree().get("countIs"))
          .withAny("next", tasks.isEmpty() ? null : last.tree().get("next"))
          .withAny("lag", last.tree().get("lag"));
    }
  }

  /// Reads so many tasks, or as many as there are.
  Read read(int limit) {
    var tasks = new ArrayList<Fields>();
    var page = page(ask, Math.max(1, limit));
    long count = page.number("count");
    tasks.addAll(page.objects("tasks").subList(0, Math.min(limit, page.objects("tasks").size())));
    while (tasks.size() < limit && page.has("next")) {
      page = page(ask.with("after", page.text("next")), limit - tasks.size());
      tasks.addAll(page.objects("tasks"));
    }
    return new Read(tasks, count, page);
  }

  private Fields page(Ask asked, int limit) {
    return engine.ask(asked.with("limit", Math.min(limit, PAGE_MAX)).with("fresh", true)).fields();
  }
}
