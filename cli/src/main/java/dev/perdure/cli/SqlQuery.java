package dev.perdure.cli;

import dev.perdure.index.QueryLimits;
import dev.perdure.index.Rows;
import dev.perdure.server.json.Data;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
final class SqlQuery extends DataCommand {
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
    var limits = new QueryLimits(limit, Duration.ofSeconds(seconds));
    var indexed = Indexed.ask(existing(), terminal, reader -> reader.query(sql, limits));
    var rows = indexed.answer();
    var lines = new ArrayList<>(lines(rows));
    if (rows.more()) {
      lines.add(terminal.dim("there are more rows; see --limit"));
    }
    lines.addAll(indexed.remarks(terminal));
    return Answer.done(
        Data.of("rows", data(rows)).with("more", rows.more()).withAny("lag", indexed.lagData()),
        lines);
  }

  private List<String> lines(Rows rows) {
    var table = new Table(terminal, rows.columns().toArray(String[]::new));
    for (var row : rows.rows()) {
      table.row(row.stream().map(SqlQuery::cell).toArray(String[]::new));
    }
    return rows.rows().isEmpty() ? List.of("No row.") : table.lines();
  }

  /// A value on one line, cut if it is long: `--json` has it whole.
  private static String cell(@Nullable Object value) {
    var text =
        switch (value) {
          case null -> "";
          case byte[] bytes -> hex(bytes);
          default -> value.toString().replace("\\", "\\\\").replace("\n", "\\n");
        };
    return text.length() <= CELL_CHARS_MAX ? text : text.substring(0, CELL_CHARS_MAX) + "…";
  }

  private static String hex(byte[] bytes) {
    return "x'" + HexFormat.of().formatHex(bytes) + "'";
  }

  private static List<Data> data(Rows rows) {
    var names = distinct(rows.columns());
    var all = new ArrayList<Data>();
    for (var row : rows.rows()) {
      var data = Data.empty();
      for (int i = 0; i < names.size(); i++) {
        data.with(names.get(i), row.get(i) instanceof byte[] bytes ? hex(bytes) : row.get(i));
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
