package dev.perdure.server;

import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log as it is: a part of it, up to what is durable when it is asked for.
final class LogRecords {
  static final String LINES = "application/x-ndjson";
  private static final int NEWEST = 20;
  private final Log log;

  LogRecords(Log log) {
    this.log = log;
  }

  Endpoint endpoint() {
    return Endpoint.get(
            "/v1/log",
            "Reads the log up to what is durable now; /v1/events goes on from there.",
            this::read)
        .weighing(Load.STREAM)
        .taking(
            Param.query("from", Schema.integer(), "The first offset, on to the end."),
            Param.query(
                "newest",
                Schema.integer(),
                "Without `from`: the newest so many. Default: " + NEWEST + "."),
            Param.query("task", Schema.id(), "Only events of this task; a beginning will do."))
        .giving(
            new Reply(
                HttpStatus.OK, LINES, Schema.named("Event"), "Events, each on a line, whole."));
  }

  private Answer read(Request request) {
    long end = log.durable().value();
    long from = request.integer("from", -1, 0, Long.MAX_VALUE);
    int newest = (int) request.integer("newest", NEWEST, 0, Integer.MAX_VALUE);
    if (from > end) {
      throw Request.bad(from + " is beyond the end of the log, which is " + end, "from");
    }
    var task = request.query("task");
    var only = task == null ? null : find(task, end);
    long first = from >= 0 ? from : first(end, newest, only);
    return new Answer.Stream(LINES, out -> write(first, end, only, out));
  }

  /// The one task of the log whose id begins so.
  private TaskId find(String beginning, long end) {
    var ids = new TreeSet<TaskId>();
    each(
        0,
        end,
        null,
        record -> {
          if (!record.stream().isNone() && id(record).toString().startsWith(beginning)) {
            ids.add(id(record));
          }
        });
    return TaskIds.find(ids.stream(), beginning);
  }

  /// Where the newest events that are asked for begin.
  private long first(long end, int newest, @Nullable TaskId only) {
    if (only == null || newest == 0) {
      return Math.max(0, end - newest);
    }
    var offsets = new ArrayDeque<Long>();
    each(
        0,
        end,
        only,
        record -> {
          if (offsets.size() == newest) {
            offsets.removeFirst();
          }
          offsets.addLast(record.offset().value());
        });
    return offsets.isEmpty() ? end : offsets.getFirst();
  }

  private void write(long first, long end, @Nullable TaskId only, OutputStream out)
      throws IOException {
    try {
      each(first, end, only, record -> write(record, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(LogRecord record, OutputStream out) {
    try {
      out.write((Json.write(event(record)) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void each(long first, long end, @Nullable TaskId only, Consumer<LogRecord> reader) {
    try (var cursor = log.from(new Offset(first))) {
      for (long next = first; next < end; next++) {
        var record = cursor.next();
        if (record == null) {
          return;
        }
        if (isOf(only, record)) {
          reader.accept(record);
        }
      }
    }
  }

  private static Data event(LogRecord record) {
    var kind = record.kind();
    var event = EventCodec.decode(kind.type(), kind.version(), id(record), record.decoder());
    var task = record.stream().isNone() ? null : id(record);
    return TaskView.event(record, event, task, Integer.MAX_VALUE);
  }

  private static boolean isOf(@Nullable TaskId only, LogRecord record) {
    return only == null || (!record.stream().isNone() && id(record).equals(only));
  }

  private static TaskId id(LogRecord record) {
    return new TaskId(record.stream().high(), record.stream().low());
  }
}
