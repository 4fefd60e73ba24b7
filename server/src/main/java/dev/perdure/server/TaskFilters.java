package dev.perdure.server;

import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.server.view.Times;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which tasks a request means, as parameters of its query.
final class TaskFilters {
  private TaskFilters() {}

  static Param[] params() {
    return new Param[] {
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
      Param.query("trace", Schema.text(), "Only tasks of the trace with this id."),
      Param.query(
          "since",
          Schema.text(),
          "Only started then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago."),
      Param.query("until", Schema.text(), "Only started before.")
    };
  }

  /// What a task can be.
  static Set<String> statuses() {
    return Arrays.stream(Status.values())
        .map(Status::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// @param after the id of the task behind which the list goes on; null: from the newest
  static TaskFilter of(Request request, @Nullable String after) {
    return new TaskFilter(
        wanted(request.query("status")),
        request.query("function"),
        request.query("version"),
        request.query("text"),
        new TaskFilter.Period(time(request, "since"), time(request, "until")),
        trace(request),
        after);
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

  /// The trace that a request means; null: any.
  static @Nullable String trace(Request request) {
    var text = request.query("trace");
    if (text == null) {
      return null;
    }
    var id = text.toLowerCase(Locale.ROOT);
    if (!id.matches("[0-9a-f]{32}")) {
      throw Request.bad("trace is 32 hexadecimal digits, not " + text, "trace");
    }
    return id;
  }

  static @Nullable Long time(Request request, String name) {
    var text = request.query(name);
    return text == null
        ? null
        : Times.parse(text, System.currentTimeMillis())
            .orElseThrow(() ->
                Request.bad(
                    name + " is a time such as 2026-01-31, 2026-01-31T08:30:00Z or 2h, not " + text,
                    name));
  }
}
