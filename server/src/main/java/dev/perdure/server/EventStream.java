package dev.perdure.server;

import dev.perdure.log.Cursor;
import dev.perdure.log.LogRecord;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Writes what the durable events of the log tell as Server-Sent Events (the HTML standard, section
/// 9.2), from an offset on and then as they come.
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
  private final Teller teller;
  private final long heartbeatNanos;
  private final BooleanSupplier stopping;
  private final BooleanSupplier over;

  /// What is told of a record.
  @FunctionalInterface
  interface Teller {
    /// Null if nothing is.
    @Nullable Told tell(LogRecord record);
  }

  /// An event of the stream.
  ///
  /// @param event its kind
  record Told(String event, Data data) {}

  /// @param stopping whether it has to end at once
  /// @param over whether it ends when all is told that is durable by then
  EventStream(
      Node node,
      long from,
      Teller teller,
      Duration heartbeat,
      BooleanSupplier stopping,
      BooleanSupplier over) {
    this.node = node;
    this.from = from;
    this.teller = teller;
    this.heartbeatNanos = heartbeat.toNanos();
    this.stopping = stopping;
    this.over = over;
  }

  @Override
  public void to(OutputStream out) throws IOException {
    write(out, ": the log from offset " + from + "\n\n");
    try (var cursor = node.log(from)) {
      long next = from;
      long quietSince = System.nanoTime();
      while (!stopping.getAsBoolean()) {
        boolean last = over.getAsBoolean();
        long before = next;
        next = write(cursor, next, out);
        if (next > before) {
          out.flush();
          quietSince = System.nanoTime();
        } else if (last) {
          return;
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
      var told = teller.tell(record);
      if (told != null) {
        out.write(text(record, told).getBytes(StandardCharsets.UTF_8));
      }
      next = record.offset().value() + 1;
    }
    return next;
  }

  private static String text(LogRecord record, Told told) {
    return "id: "
        + record.offset()
        + "\nevent: "
        + told.event()
        + "\ndata: "
        + Json.write(told.data())
        + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
