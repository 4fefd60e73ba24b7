package dev.perdure.cli;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.EventText;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.server.json.Json;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "tail",
    description = "Prints the newest events of the log, one a line: offset, time, task, event.",
    footer = {
      "",
      "Example:",
      "  perdure log tail --limit 100",
      "  perdure log tail --from 0 --task 0198c0e2"
    })
final class LogTail extends DataCommand {
  private static final int LIMIT_DEFAULT = 20;

  @Option(
      names = "--from",
      paramLabel = "OFFSET",
      description = "Print from this offset on, to the end.")
  @Nullable Long from;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Without --from: the newest so many events. Default: 20.")
  int limit = LIMIT_DEFAULT;

  @Option(
      names = "--task",
      paramLabel = "ID",
      description = "Only events of this task: its id, or its beginning.")
  String task = "";

  LogTail(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (limit < 0 || (from != null && from < 0)) {
      throw usage("--limit and --from are not negative");
    }
    try (var log = Log.open(logOf(existing()), LogSettings.defaults())) {
      long end = log.end().value();
      if (from != null && from > end) {
        throw usage("--from " + from + " is beyond the end of the log, which is " + end);
      }
      var only = task.isEmpty() ? null : TaskIds.find(beginning(log).stream(), task);
      print(log, from == null ? first(log, end, only) : from, only);
    }
    return Answer.written();
  }

  /// The tasks of the log whose id begins as [#task] says.
  private Set<TaskId> beginning(Log log) {
    var ids = new TreeSet<TaskId>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        if (!record.stream().isNone() && id(record).toString().startsWith(task)) {
          ids.add(id(record));
        }
      }
    }
    return ids;
  }

  /// Where the newest [#limit] events that are asked for begin.
  private long first(Log log, long end, @Nullable TaskId only) {
    if (only == null) {
      return Math.max(0, end - limit);
    }
    var offsets = new ArrayList<Long>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        if (isOf(only, record)) {
          offsets.add(record.offset().value());
        }
      }
    }
    return offsets.size() <= limit ? 0 : limit == 0 ? end : offsets.get(offsets.size() - limit);
  }

  private void print(Log log, long first, @Nullable TaskId only) {
    try (var cursor = log.from(new Offset(first))) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        if (isOf(only, record)) {
          terminal.out().println(json ? data(record) : line(record));
        }
      }
    }
  }

  private static boolean isOf(@Nullable TaskId only, LogRecord record) {
    return only == null || (!record.stream().isNone() && id(record).equals(only));
  }

  private static TaskId id(LogRecord record) {
    return new TaskId(record.stream().high(), record.stream().low());
  }

  private static Event event(LogRecord record) {
    return EventCodec.decode(
        record.kind().type(), record.kind().version(), id(record), record.payload());
  }

  private String line(LogRecord record) {
    var about = record.stream().isNone() ? "" : id(record) + "  ";
    return record.offset()
        + "  "
        + terminal.dim(Times.second(record.batch().timeMillis()))
        + "  "
        + about
        + EventText.of(event(record));
  }

  private static String data(LogRecord record) {
    return Json.write(
        TaskView.event(
            record,
            event(record),
            record.stream().isNone() ? null : id(record),
            Integer.MAX_VALUE));
  }
}
