package dev.perdure.server.view;

import dev.perdure.index.LineRow;
import dev.perdure.server.json.Data;

/// Lines of tasks for programs.
public final class LineView {
  private LineView() {}

  /// A line.
  public static Data line(LineRow line) {
    var author = line.author();
    return Data.of("offset", line.offset())
        .with("at", Times.exact(line.atMillis()))
        .with("level", line.level().name())
        .with("task", line.task())
        .with("traceId", line.traceId())
        .with("function", author.function())
        .with("version", author.version())
        .withAny("position", author.position().isEmpty() ? null : author.position())
        .with("text", line.text());
  }
}
