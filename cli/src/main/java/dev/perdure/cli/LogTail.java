package dev.perdure.cli;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import java.util.ArrayList;
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
      description = "Only events of this task, or tasks whose id begins so.")
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
      var end = log.end().value();
      print(log, from == null ? first(log, end) : Math.min(from, end));
    }
    return Answer.written();
  }

  /// Where the newest [#limit] events that are asked for begin.
  private long first(Log log, long end) {
    if (task.isEmpty()) {
      return Math.max(0, end - limit);
    }
    var offsets = new ArrayList<Long>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        if (wanted(record)) {
          offsets.add(record.offset().value());
        }
      }
    }
    return offsets.size() <= limit ? 0 : limit == 0 ? end : offsets.get(offsets.size() - limit);
  }

  private void print(Log log, long first) {
    try (var cursor = log.from(new Offset(first))) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        if (wanted(record)) {
          terminal.out().println(json ? data(record) : line(record));
        }
      }
    }
  }

  private boolean wanted(LogRecord record) {
    return task.isEmpty() || (!record.stream().isNone() && id(record).toString().startsWith(task));
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
    var event = event(record);
    return Json.write(
        Data.of("offset", record.offset().value())
            .with("at", Times.exact(record.batch().timeMillis()))
            .with("epoch", record.batch().epoch())
            .withAny("task", record.stream().isNone() ? null : id(record))
            .with("event", EventText.kind(event))
            .with("text", EventText.of(event)));
  }
}
