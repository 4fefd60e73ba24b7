package dev.perdure.server;

import dev.perdure.engine.EventCodec;
import dev.perdure.engine.EventText;
import dev.perdure.engine.TaskId;
import dev.perdure.log.LogRecord;
import dev.perdure.node.Node;
import dev.perdure.server.view.TaskView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as it grows.
final class Events {
  static final String LAST = "Last-Event-ID";
  private final Node node;
  private final ServerLimits.Times times;
  private final Flights flights;

  Events(Node node, ServerLimits.Times times, Flights flights) {
    this.node = node;
    this.times = times;
    this.flights = flights;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                "/v1/events",
                "Streams the events of the log as they become durable (Server-Sent Events).",
                this::stream)
            .weighing(Load.STREAM)
            .taking(
                Param.query(
                    "from", Schema.integer(), "The first offset. Default: what comes next."),
                Param.query("task", Schema.id(), "Only events of this task."),
                Param.header(LAST, "Go on behind this offset: what browsers send by themselves."))
            .giving(
                new Reply(
                    HttpStatus.OK,
                    EventStream.TYPE,
                    Schema.named("Event"),
                    "Events with their offset as `id` and their kind as `event`.")));
  }

  private Answer stream(Request request) {
    long end = node.log().durable().value();
    long from = from(request, end);
    var only = task(request);
    var stream =
        new EventStream(
            node,
            from,
            record -> isOf(only, record) ? told(record) : null,
            times.heartbeat(),
            flights::stopping,
            () -> false);
    return new Answer.Stream(EventStream.TYPE, stream);
  }

  private static boolean isOf(@Nullable TaskId only, LogRecord record) {
    return only == null || (!record.stream().isNone() && id(record).equals(only));
  }

  private static TaskId id(LogRecord record) {
    return new TaskId(record.stream().high(), record.stream().low());
  }

  static EventStream.Told told(LogRecord record) {
    var kind = record.kind();
    var task = record.stream().isNone() ? null : id(record);
    var event = EventCodec.decode(kind.type(), kind.version(), id(record), record.decoder());
    return new EventStream.Told(
        EventText.kind(event), TaskView.event(record, event, task, Tasks.EVENT_CHARS_MAX));
  }

  /// The first offset that a request wants, up to the end.
  static long from(Request request, long end) {
    long from = asked(request, end);
    if (from > end) {
      throw Request.bad("the log ends before offset " + from + ", at " + end, "from");
    }
    return from;
  }

  private static long asked(Request request, long end) {
    var last = request.header(LAST);
    if (last == null) {
      return request.integer("from", end, 0, Long.MAX_VALUE);
    }
    try {
      return Math.addExact(Long.parseLong(last.strip()), 1);
    } catch (NumberFormatException | ArithmeticException _) {
      throw Request.bad(LAST + " is an offset, not " + last, LAST);
    }
  }

  private static @Nullable TaskId task(Request request) {
    var text = request.query("task");
    try {
      return text == null ? null : TaskId.parse(text);
    } catch (IllegalArgumentException _) {
      throw Request.bad("task is the id of a task, not " + text, "task");
    }
  }
}
