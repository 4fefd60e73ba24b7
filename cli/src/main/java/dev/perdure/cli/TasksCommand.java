package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.view.Times;
import dev.perdure.value.PerdureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes how one task goes on, or many. It is carried out by whoever runs the data directory.
abstract class TasksCommand extends EngineCommand {
  private static final List<String> CONDITIONS =
      List.of("status", "function", "version", "text", "since", "until");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The task's id, or its beginning.")
  @Nullable String id;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = {
        "All tasks that match, such as function=charge, status=waiting,paused, since=2h: what",
        "`task list` takes. Several must all hold."
      })
  Map<String, String> where = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "With --where: only count the tasks.")
  boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "With --where: do not ask before.")
  boolean yes;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "With --where: so many in a second at most. Default: 100.")
  @Nullable Integer rate;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  TasksCommand(Terminal terminal) {
    super(terminal);
  }

  /// What is done, as the API calls it.
  abstract String verb();

  /// What is said of a task afterwards.
  abstract String done();

  @Override
  final Answer run() {
    if ((id == null) == where.isEmpty()) {
      throw usage("name one task by its ID, or say which ones with --where");
    }
    if (id == null) {
      return many();
    }
    if (dryRun || yes || rate != null) {
      throw usage("--dry-run, --yes and --rate go with --where");
    }
    return one(id);
  }

  private Answer one(String beginning) {
    try (var engine = engine()) {
      var ask = Ask.post("tasks", beginning, verb()).with("why", why);
      var task = engine.ask(ask).fields().text("id");
      return Answer.done(Data.of("id", task).with("done", done()), "task " + task + ": " + done());
    }
  }

  private Answer many() {
    var ask = Ask.post("bulk", verb());
    for (var condition : where.entrySet()) {
      ask = ask.with(condition.getKey(), condition(condition.getKey(), condition.getValue()));
    }
    try (var engine = indexedEngine()) {
      var matching = new BulkText(terminal, verb(), "matching");
      engine.lines(ask.with("dryRun", true), line -> matching.read(Fields.read(line)));
      if (dryRun || matching.count() == 0) {
        return matching.answer();
      }
      confirm(matching.count());
      var done = new BulkText(terminal, verb(), "of " + matching.count());
      var changing = ask.with("rate", rate).with("why", why);
      changed(engine, changing, done);
      return done.answer();
    }
  }

  /// What breaks it off is told, and then how far it came.
  private void changed(Source engine, Ask ask, BulkText done) {
    try {
      engine.lines(ask, line -> done.read(Fields.read(line)));
    } catch (PerdureException | Refusal e) {
      if (done.count() == 0) {
        throw e;
      }
      new Problems(terminal).print(Problems.of(e), json);
    }
  }

  private String condition(String name, String value) {
    if (!CONDITIONS.contains(name)) {
      throw usage("--where knows no " + name + "; there are " + String.join(", ", CONDITIONS));
    }
    return name.equals("since") || name.equals("until")
        ? Times.exact(millis(name, value)).toString()
        : value;
  }

  private long millis(String name, String time) {
    return Times.parse(time, terminal.clock().millis())
        .orElseThrow(
            () -> usage("--where " + name + " takes a time such as 2026-01-31 or 2h, not " + time));
  }

  private void confirm(long tasks) {
    var these = Counted.of(tasks, "task");
    if (!yes && !terminal.asks().confirm(verb() + " " + these + "?")) {
      throw usage(
          "nothing was done: "
              + these
              + (tasks == 1 ? " matches" : " match")
              + "; say --yes to "
              + verb()
              + (tasks == 1 ? " it" : " them"));
    }
  }
}
