package dev.perdure.server;

import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as it grows.
final class Events {
  private static final String LAST = "Last-Event-ID";
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
    if (from > end) {
      throw Request.bad("the log ends before offset " + from + ", at " + end, "from");
    }
    var stream = new EventStream(node, from, task(request), times.heartbeat(), flights::stopping);
    return new Answer.Stream(EventStream.TYPE, stream);
  }

  private static long from(Request request, long end) {
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
