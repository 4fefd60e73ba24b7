package dev.perdure.server;

import dev.perdure.index.LineFilter;
import dev.perdure.index.LineRow;
import dev.perdure.log.LogRecord;
import dev.perdure.node.LineReader;
import dev.perdure.node.Node;
import dev.perdure.server.view.LineView;
import dev.perdure.server.view.TaskIds;
import org.jspecify.annotations.Nullable;

/// The lines that tasks write, as they become durable: for ever, or until those are told that were
/// written before a time.
final class LineStream {
  /// A line is durable a little later than it says: it travels with its task's next request.
  private static final long LATE_MILLIS = 1_000;

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
            "Streams the lines of all tasks as they become durable (Server-Sent Events). With"
                + " `until` it ends when that time has passed.",
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
    var until = filter.written().toMillis();
    var reader = node.lines();
    var stream =
        new EventStream(
            node,
            from,
            record -> told(record, reader, filter),
            times.heartbeat(),
            flights::stopping,
            () -> until != null && System.currentTimeMillis() > until + LATE_MILLIS);
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
