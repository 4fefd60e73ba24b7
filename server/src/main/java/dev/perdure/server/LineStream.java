package dev.perdure.server;

import dev.perdure.index.LineFilter;
import dev.perdure.index.LineRow;
import dev.perdure.log.LogRecord;
import dev.perdure.node.LineReader;
import dev.perdure.node.Node;
import dev.perdure.server.view.LineView;
import dev.perdure.server.view.TaskIds;
import org.jspecify.annotations.Nullable;

/// The lines that tasks write, as they become durable.
final class LineStream {
  private final Node node;
  private final ServerLimits.Times times;
  private final Flights flights;

  LineStream(Node node, ServerLimits.Times times, Flights flights) {
    this.node = node;
    this.times = times;
    this.flights = flights;
  }

  Endpoint endpoint() {
    return Endpoint.get(
            "/v1/lines/stream",
            "Streams the lines of all tasks as they become durable (Server-Sent Events).",
            this::stream)
        .weighing(Load.STREAM)
        .taking(LineLists.params())
        .taking(
            Param.query(
                "from", Schema.integer(), "The first offset of the log. Default: what comes next."),
            Param.header(
                Events.LAST, "Go on behind this offset: what browsers send by themselves."))
        .giving(
            new Reply(
                HttpStatus.OK,
                EventStream.TYPE,
                Schema.named("Line"),
                "Lines with their offset in the log as `id`."));
  }

  private Answer stream(Request request) {
    long from = Events.from(request, node.log().durable().value());
    var task = request.query("task");
    var id = task == null ? null : TaskIds.find(node, task).toString();
    var filter = LineLists.filter(request, id);
    var reader = node.lines();
    var stream =
        new EventStream(
            node,
            from,
            record -> told(record, reader, filter),
            times.heartbeat(),
            flights::stopping);
    return new Answer.Stream(EventStream.TYPE, stream);
  }

  private static EventStream.@Nullable Told told(
      LogRecord record, LineReader reader, LineFilter filter) {
    var line = reader.read(record);
    if (line == null) {
      return null;
    }
    var row =
        new LineRow(
            record.offset().value(),
            line.task(),
            line.traceId(),
            line.atMillis(),
            line.level(),
            line.author(),
            line.text());
    return filter.wants(row) ? new EventStream.Told("line", LineView.line(row)) : null;
  }
}
