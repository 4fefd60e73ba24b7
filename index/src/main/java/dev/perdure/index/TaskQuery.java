package dev.perdure.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A filter as SQL: a condition with marks, and the values for these. What people type is always a
/// value, never a part of the SQL.
record TaskQuery(String condition, List<Object> values) {
  /// All that is searched, a line each.
  private static final String TEXT =
      """
      concat_ws(char(10), id, function, version, arguments, attributes, idempotency_key,
        waiting_on, why, failure_type, failure_message, result) like ? escape '\\'\
      """;

  static TaskQuery of(TaskFilter filter) {
    var builder = new Builder();
    if (!filter.statuses().isEmpty()) {
      var marks = String.join(", ", Collections.nCopies(filter.statuses().size(), "?"));
      var texts = filter.statuses().stream().map(Status::text).sorted().toArray();
      builder.and("status in (" + marks + ")", texts);
    }
    if (filter.function() != null) {
      builder.and("function = ?", filter.function());
    }
    if (filter.version() != null) {
      builder.and("version = ?", filter.version());
    }
    if (filter.started().fromMillis() != null) {
      builder.and("started_ms >= ?", filter.started().fromMillis());
    }
    if (filter.started().toMillis() != null) {
      builder.and("started_ms < ?", filter.started().toMillis());
    }
    if (filter.after() != null) {
      builder.and(
          "(started_ms, start_offset) <"
              + " (select started_ms, start_offset from tasks where id = ?)",
          filter.after());
    }
    if (filter.text() != null) {
      var pattern = "%" + filter.text().replaceAll("([%_\\\\])", "\\\\$1") + "%";
      builder.and(TEXT, pattern);
    }
    return builder.build();
  }

  private static final class Builder {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void and(String condition, Object... marked) {
      conditions.add(condition);
      Collections.addAll(values, marked);
    }

    TaskQuery build() {
      var condition = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
      return new TaskQuery(condition, List.copyOf(values));
    }
  }
}
