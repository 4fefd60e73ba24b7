package dev.perdure.cli;

import dev.perdure.index.QueryLimits;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "sql",
    description = {
      "Asks the index of a data directory in SQL (that of SQLite); nothing can be changed.",
      "Tables and views: tasks, waits, events, functions, failures, divergences, shadows,",
      "shadow_differences, deploys, routes, route_changes. `select * from tasks limit 1` shows",
      "the columns of one. docs/guide/index.md has more."
    },
    footer = {
      "",
      "Example:",
      "  perdure sql \"select function, failure_type, tasks, newest from failures\""
    })
final class SqlQuery extends IndexCommand {
  private static final int CELL_CHARS_MAX = 100;

  @Parameters(paramLabel = "SQL", description = "One query.")
  String sql = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most so many rows. Default: 1000.")
  int limit = QueryLimits.defaults().rowsMax();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Stop the query after so many seconds. Default: 10.")
  int seconds = (int) QueryLimits.defaults().time().toSeconds();

  SqlQuery(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (limit < 0 || seconds < 1) {
      throw usage("--limit is not negative, and --seconds at least 1");
    }
    var ask =
        Ask.post("sql")
            .with("limit", limit)
            .with("seconds", seconds)
            .with("fresh", true)
            .withJson(Data.of("sql", sql));
    try (var engine = index()) {
      return answer(engine.ask(ask).fields());
    }
  }

  private Answer answer(Fields rows) {
    var lines = new ArrayList<>(lines(rows));
    if (rows.truth("more")) {
      lines.add(terminal.dim("there are more rows; see --limit"));
    }
    lines.addAll(remarks(rows));
    return Answer.done(
        Data.of("rows", data(rows))
            .with("more", rows.truth("more"))
            .withAny("lag", rows.tree().get("lag")),
        lines);
  }

  private List<String> lines(Fields rows) {
    var table = new Table(terminal, rows.texts("columns").toArray(String[]::new));
    for (var row : rows.rows("rows")) {
      table.row(row.stream().map(SqlQuery::cell).toArray(String[]::new));
    }
    return rows.array("rows").isEmpty() ? List.of("No row.") : table.lines();
  }

  /// A value on one line, cut if it is long: `--json` has it whole.
  private static String cell(JsonTree value) {
    var text = Fields.text(value).replace("\\", "\\\\").replace("\n", "\\n");
    return text.length() <= CELL_CHARS_MAX ? text : text.substring(0, CELL_CHARS_MAX) + "…";
  }

  private static List<Data> data(Fields rows) {
    var names = distinct(rows.texts("columns"));
    var all = new ArrayList<Data>();
    for (var row : rows.rows("rows")) {
      var data = Data.empty();
      for (int i = 0; i < names.size(); i++) {
        data.with(names.get(i), row.get(i));
      }
      all.add(data);
    }
    return all;
  }

  /// A second column of the same name gets a number.
  private static List<String> distinct(List<String> columns) {
    var names = new ArrayList<String>();
    for (var column : columns) {
      var name = column;
      for (int i = 2; names.contains(name); i++) {
        name = column + ":" + i;
      }
      names.add(name);
    }
    return names;
  }
}
