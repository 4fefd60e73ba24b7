package dev.perdure.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A filter as SQL: a condition with marks, and the values for these. What people type is always a
/// value, never a part of the SQL.
record TaskQuery(String condition, List<Object> values) {
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
    if (filter.trace() != null) {
      builder.and("trace_id = ?", filter.trace());
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
      builder.and(TextSearch.HAS, TextSearch.pattern(filter.text()));
    }
    return builder.build();
  }

  /// The same, of the candidates that the index of texts gives.
  TaskQuery amongCandidates(String match) {
    var more = new ArrayList<Object>();
    more.add(match);
    more.addAll(values);
    return new TaskQuery(TextSearch.CANDIDATE + " and " + condition, List.copyOf(more));
  }

  static final class Builder {
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
