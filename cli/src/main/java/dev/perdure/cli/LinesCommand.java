package dev.perdure.cli;

import dev.perdure.server.json.Json;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "lines",
    description = {
      "Prints the lines that the code of all tasks wrote for people, oldest first.",
      "Each is there once, whatever crashes and replays there were. Asks the index; --follow goes",
      "on with the log, to the time of --until if that is given."
    },
    footer = {
      "",
      "Example:",
      "  perdure lines --trace 0af7651916cd43dd8448eb211c80319c",
      "  perdure lines --level warn --function handleRequest --since 2h --follow"
    })
final class LinesCommand extends IndexCommand {
  private static final int LIMIT_DEFAULT = 50;
  private static final int PAGE_MAX = 500;
  private static final String DATA = "data: ";

  @Option(names = "--trace", paramLabel = "ID", description = "Only of tasks of this trace.")
  @Nullable String trace;

  @Option(
      names = "--task",
      paramLabel = "ID",
      description = "Only of this task: its id, or its beginning.")
  @Nullable String task;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only written by this function's code.")
  @Nullable String function;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "Only written by this version's code.")
  @Nullable String version;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Only of this level and above: debug, info, warn, error.")
  @Nullable String level;

  @Option(names = "--text", paramLabel = "TEXT", description = "Only with this in their text.")
  @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only written then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago.")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only written before.")
  @Nullable String until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The newest so many. Default: 50. With --follow 0 needs no index.")
  int limit = LIMIT_DEFAULT;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on: to --until, else until interrupted.")
  boolean follow;

  LinesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (limit < 0) {
      throw usage("--limit is not negative");
    }
    try (var engine = index()) {
      if (follow && !engine.served()) {
        throw usage("--follow needs an engine that runs: nobody serves " + directory());
      }
      var newest = limit == 0 && follow ? new Newest(List.of(), null) : newest(engine);
      newest.lines().forEach(this::print);
      if (follow) {
        terminal.out().flush();
        engine.lines(filter(Ask.get("lines", "stream")).with("from", end(newest)), this::follow);
        return Answer.written();
      }
      return newest.page() == null ? Answer.written() : written(newest.page());
    }
  }

  /// What was written last.
  ///
  /// @param lines oldest first
  /// @param page the newest page; null if none was asked for
  private record Newest(List<Fields> lines, @Nullable Fields page) {}

  private Newest newest(Source engine) {
    var lines = new ArrayList<Fields>();
    Fields first = null;
    String before = null;
    do {
      var ask =
          filter(Ask.get("lines"))
              .with("before", before)
              .with("limit", Math.clamp(limit - lines.size(), 1, PAGE_MAX))
              .with("fresh", true);
      var page = engine.ask(ask).fields();
      first = first == null ? page : first;
      lines.addAll(page.objects("lines"));
      before = page.has("next") ? page.text("next") : null;
    } while (before != null && lines.size() < limit);
    var newest = new ArrayList<>(lines.subList(0, Math.min(limit, lines.size())));
    Collections.reverse(newest);
    return new Newest(newest, first);
  }

  private static @Nullable String end(Newest newest) {
    return newest.page() == null ? null : newest.page().text("end");
  }

  private Ask filter(Ask ask) {
    return ask.with("trace", trace)
        .with("task", task)
        .with("function", function)
        .with("version", version)
        .with("level", level)
        .with("text", text)
        .with("since", time(since))
        .with("until", time(until));
  }

  private Answer written(Fields page) {
    remarks(page).forEach(terminal.err()::println);
    return Answer.written();
  }

  /// A line of an event stream.
  private void follow(String line) {
    if (line.startsWith(DATA)) {
      print(Fields.read(line.substring(DATA.length())));
      terminal.out().flush();
    }
  }

  private void print(Fields line) {
    terminal.out().println(json ? Json.write(line.tree()) : text(line));
  }

  private String text(Fields line) {
    var where = line.text("position");
    return terminal.dim(Times.second(line.millis("at")))
        + "  "
        + level(line.text("level"))
        + "  "
        + line.text("task")
        + "  "
        + line.text("function")
        + " "
        + line.text("version")
        + (where.isEmpty() ? "" : " " + terminal.dim(where))
        + "  "
        + line.text("text").replace("\n", "\n    ");
  }

  private String level(String name) {
    var shown = String.format("%-5s", name);
    return switch (name) {
      case "ERROR" -> terminal.bad(shown);
      case "WARN" -> terminal.warn(shown);
      default -> shown;
    };
  }
}
