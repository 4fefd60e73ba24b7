package dev.perdure.cli;

import dev.perdure.log.Log;
import dev.perdure.server.LocalApi;
import dev.perdure.server.ServerCode;
import dev.perdure.server.view.Times;
import java.nio.file.Path;
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
final class LogTail extends EngineCommand {
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
    var ask = Ask.get("log").with("from", from).with("newest", limit).with("task", task);
    try (var engine = engine(this::existing, this::log)) {
      engine.lines(ask, this::print);
    } catch (Refusal e) {
      throw e.is(ServerCode.BAD_REQUEST) ? usage("--from " + e.problems().getFirst().what()) : e;
    }
    return Answer.written();
  }

  private Source log(Path directory) {
    var log = Log.open(logOf(directory), logSettings());
    return new LocalSource(LocalApi.of(log), terminal.user(), log::close);
  }

  private void print(String line) {
    terminal.out().println(json ? line : text(Fields.read(line)));
  }

  private String text(Fields event) {
    return event.text("offset")
        + "  "
        + terminal.dim(Times.second(event.millis("at")))
        + "  "
        + (event.has("task") ? event.text("task") + "  " : "")
        + event.text("text");
  }
}
