package dev.perdure.server.view;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.TraceContext;
import dev.perdure.index.Lag;
import dev.perdure.index.TaskPage;
import dev.perdure.index.TaskRow;
import dev.perdure.log.LogRecord;
import dev.perdure.node.Noted;
import dev.perdure.server.json.Data;
import org.jspecify.annotations.Nullable;

/// Tasks and their events for programs.
public final class TaskView {
  private TaskView() {}

  /// What a list shows of a task.
  public static Data row(TaskRow row) {
    return Data.of("id", row.id())
        .with("function", row.function())
        .with("version", row.version())
        .with("status", row.status().text())
        .with("started", Times.exact(row.startedMillis()))
        .withAny("about", row.about());
  }

  /// A page of a list: `next` is there if more tasks follow, `countIs` if there are even more than
  /// were counted, `lag` if the index was behind.
  public static Data page(TaskPage page, Lag lag) {
    return Data.of("tasks", page.tasks().stream().map(TaskView::row).toList())
        .with("count", page.count())
        .withAny("countIs", page.atLeast() ? "at least" : null)
        .withAny(
            "next", page.more() && !page.tasks().isEmpty() ? page.tasks().getLast().id() : null)
        .withAny("lag", lag(lag));
  }

  /// How far the index is behind the log; null if it is not.
  public static @Nullable Data lag(Lag lag) {
    return lag.isNone() ? null : Data.of("events", lag.events()).with("millis", lag.millis());
  }

  /// A task without its history.
  public static Data task(TaskStory story) {
    var start = story.start();
    var data =
        row(story.row())
            .with("arguments", start.arguments())
            .with("argumentsEdn", start.arguments().toString())
            .withAny("key", start.options().key())
            .with("traceId", TraceContext.of(start).traceId())
            .withAny("parent", start.parent())
            .with("children", story.children())
            .with("overrides", start.options().overrides());
    var outcome = story.outcome();
    return outcome == null ? data : data.with("outcome", outcome(outcome));
  }

  /// An outcome: a value also as EDN, which loses nothing.
  public static Data outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> Data.of("returned", r.value()).with("edn", r.value().toString());
      case Outcome.Threw t ->
          Data.of("threw", t.failure().type())
              .with("message", t.failure().message())
              .withAny("fields", t.failure().data())
              .withAny("fieldsEdn", text(t.failure().data()))
              .with("trace", t.failure().trace());
      case Outcome.Cancelled c -> Data.of("cancelled", c.why());
    };
  }

  private static @Nullable String text(@Nullable Payload value) {
    return value == null ? null : value.toString();
  }

  /// Why a task stands where it stands.
  public static Data why(TaskStory story) {
    return Data.of("id", story.id())
        .with("function", story.row().function())
        .with("version", story.row().version())
        .with("status", story.row().status().text())
        .with("waits", Why.of(story).stream().map(TaskView::reason).toList());
  }

  private static Data reason(Why why) {
    return Data.of("for", why.forWhat())
        .with("since", Times.exact(why.sinceMillis()))
        .with("on", why.on());
  }

  /// An event of a history.
  ///
  /// @param charsMax where its text is cut
  public static Data event(Noted noted, int charsMax) {
    long at = EventText.atMillis(noted.event());
    return Data.of("offset", noted.offset())
        .with("event", EventText.kind(noted.event()))
        .withAny("at", at < 0 ? null : Times.exact(at))
        .with("text", cut(EventText.of(noted.event()), charsMax));
  }

  /// An event of the log.
  ///
  /// @param task null if it is of no task
  /// @param charsMax where its text is cut
  public static Data event(LogRecord record, Event event, @Nullable Object task, int charsMax) {
    return Data.of("offset", record.offset().value())
        .with("at", Times.exact(record.batch().timeMillis()))
        .with("epoch", record.batch().epoch())
        .withAny("task", task)
        .with("event", EventText.kind(event))
        .with("text", cut(EventText.of(event), charsMax));
  }

  private static String cut(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
    return text.substring(0, end) + "…";
  }
}
