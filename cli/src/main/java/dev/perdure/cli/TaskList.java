package dev.perdure.cli;

import dev.perdure.index.IndexReader;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.index.TaskPage;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists tasks, newest first. Asks the index, also while a program owns the directory and",
      "keeps one."
    },
    footer = {
      "",
      "Example:",
      "  perdure task list --status failed --function handleRequest --since 2h --text declined"
    })
final class TaskList extends DataCommand {
  private static final int LIMIT_DEFAULT = 50;

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      description = "running, waiting, paused, diverged, done, failed, cancelled, imported.")
  List<String> statuses = List.of();

  @Option(names = "--function", paramLabel = "NAME", description = "Only tasks of this function.")
  @Nullable String function;

  @Option(names = "--version", paramLabel = "VERSION", description = "Only of this version.")
  @Nullable String version;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only with this in their names, arguments, attributes, failure or result.")
  @Nullable String text;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only started then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago.")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only started before.")
  @Nullable String until;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Go on behind this task, the last of the page before.")
  @Nullable String after;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
  int limit = LIMIT_DEFAULT;

  TaskList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (limit < 0) {
      throw usage("--limit is not negative");
    }
    var wanted = statuses.stream().map(this::status).collect(Collectors.toSet());
    var started = new TaskFilter.Period(millis(since), millis(until));
    var indexed = Indexed.ask(existing(), terminal, reader -> page(reader, wanted, started));
    return answer(indexed);
  }

  private Status status(String name) {
    return Status.of(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> usage("there is no status " + name));
  }

  private @Nullable Long millis(@Nullable String time) {
    if (time == null) {
      return null;
    }
    var millis = Times.parse(time, terminal.clock().millis());
    return millis.orElseThrow(
        () -> usage("`" + time + "` is no time such as 2026-01-31, 2026-01-31T08:30:00Z or 2h"));
  }

  private TaskPage page(IndexReader reader, Set<Status> wanted, TaskFilter.Period started) {
    var behind = after == null ? null : TaskIds.find(reader, after).toString();
    return reader.tasks(new TaskFilter(wanted, function, version, text, started, behind), limit);
  }

  private Answer answer(Indexed<TaskPage> indexed) {
    var page = indexed.answer();
    var table = new Table(terminal, "TASK", "STATUS", "FUNCTION", "VERSION", "STARTED", "ABOUT");
    for (var task : page.tasks()) {
      table.row(
          task.id().toString(),
          task.status().text(),
          task.function().text(),
          task.version().text(),
          Times.second(task.startedMillis()),
          task.about().replace("\n", " "));
    }
    var lines = new ArrayList<>(table.lines());
    long more = page.count() - page.tasks().size();
    if (page.count() == 0) {
      lines.add("No task.");
    } else if (more > 0) {
      lines.add(
          terminal.dim(
              (page.atLeast() ? "at least " : "") + more + " more; see --limit and --after"));
    }
    lines.addAll(indexed.remarks(terminal));
    return Answer.done(TaskView.page(page, indexed.lag()), lines);
  }
}
