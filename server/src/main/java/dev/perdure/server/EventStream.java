package dev.perdure.server;

import dev.perdure.engine.EventCodec;
import dev.perdure.engine.EventText;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.LogRecord;
import dev.perdure.node.Node;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.TaskView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Writes the durable events of the log as Server-Sent Events (the HTML standard, section 9.2),
/// from an offset on and then as they come.
///
/// It reads the log with a cursor of its own and holds one event at a time, so a reader that is
/// slow makes nobody else wait and fills no memory; one that does not read at all is dropped by the
/// connection's idle time. It looks for new events every so often instead of being woken: waking
/// would be the writer's work, which has other things to do than to know who looks on.
final class EventStream implements Answer.Writing {
  static final String TYPE = "text/event-stream";
  private static final long LOOK_NANOS = 20_000_000;

  private final Node node;
  private final long from;
  private final @Nullable TaskId only;
  private final long heartbeatNanos;
  private final BooleanSupplier stopping;

  /// @param only the task whose events are wanted; null: all
  EventStream(
      Node node, long from, @Nullable TaskId only, Duration heartbeat, BooleanSupplier stopping) {
    this.node = node;
    this.from = from;
    this.only = only;
    this.heartbeatNanos = heartbeat.toNanos();
    this.stopping = stopping;
  }

  @Override
  public void to(OutputStream out) throws IOException {
    write(out, ": the log from offset " + from + "\n\n");
    try (var cursor = node.log(from)) {
      long next = from;
      long quietSince = System.nanoTime();
      while (!stopping.getAsBoolean()) {
        long before = next;
        next = write(cursor, next, out);
        if (next > before) {
          out.flush();
          quietSince = System.nanoTime();
        } else if (System.nanoTime() - quietSince > heartbeatNanos) {
          write(out, ": still here\n\n");
          quietSince = System.nanoTime();
        } else {
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
    }
  }

  /// Writes what is durable.
  ///
  /// @return the next offset
  private long write(Cursor cursor, long next, OutputStream out) throws IOException {
    long durable = node.log().durable().value();
    while (next < durable && !stopping.getAsBoolean()) {
      var record = cursor.next();
      if (record == null) {
        break;
      }
      if (isWanted(record)) {
        out.write(text(record).getBytes(StandardCharsets.UTF_8));
      }
      next++;
    }
    return next;
  }

  private boolean isWanted(LogRecord record) {
    return only == null || (!record.stream().isNone() && id(record).equals(only));
  }

  private static TaskId id(LogRecord record) {
    return new TaskId(record.stream().high(), record.stream().low());
  }

  private static String text(LogRecord record) {
    var kind = record.kind();
    var task = record.stream().isNone() ? null : id(record);
    var event = EventCodec.decode(kind.type(), kind.version(), id(record), record.payload());
    return "id: "
        + record.offset()
        + "\nevent: "
        + EventText.kind(event)
        + "\ndata: "
        + Json.write(TaskView.event(record, event, task, Tasks.EVENT_CHARS_MAX))
        + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
