package dev.perdure.server;

import dev.perdure.index.QueryLimits;
import dev.perdure.index.Rows;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import dev.perdure.server.view.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Questions in SQL.
final class Sql {
  private static final int ROWS_MAX = 100_000;
  private static final int SECONDS_MAX = 60;
  private final IndexSource index;

  Sql(IndexSource index) {
    this.index = index;
  }

  Endpoint endpoint() {
    var limits = QueryLimits.defaults();
    return Endpoint.post(
            "/v1/sql",
            Role.READ,
            "Asks the index in SQL (that of SQLite); nothing can be changed.",
            this::query)
        .weighing(Load.WAITING)
        .taking(
            Param.query(
                "limit",
                Schema.integer(),
                "At most so many rows, up to " + ROWS_MAX + ". Default: " + limits.rowsMax() + "."),
            Param.query(
                "seconds",
                Schema.integer(),
                "Stop the query after so long. Default: " + limits.time().toSeconds() + "."),
            TaskLists.FRESH)
        .reading(
            Body.json(
                Schema.object().with("sql", Schema.text()),
                "One query. docs/guide/index.md has the tables."))
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("columns", Schema.array(Schema.text()))
                    .with("rows", Schema.array(Schema.array(Schema.any())))
                    .with("more", Schema.truth())
                    .withAny("lag", TaskLists.lag()),
                "Rows with a value for each column, bytes as x'0f'; `more` if some were left"
                    + " out."));
  }

  private Answer query(Request request) {
    if (!(JsonReader.read(request.body()) instanceof JsonTree.Fields fields)
        || !(fields.get("sql") instanceof JsonTree.Text sql)) {
      throw Request.bad("the body is an object such as {\"sql\": \"select 1\"}", "body");
    }
    var defaults = QueryLimits.defaults();
    var limits =
        new QueryLimits(
            (int) request.integer("limit", defaults.rowsMax(), 0, ROWS_MAX),
            Duration.ofSeconds(
                request.integer("seconds", defaults.time().toSeconds(), 1, SECONDS_MAX)));
    var asked = index.ask(request.truth("fresh"), reader -> reader.query(sql.value(), limits));
    return Answer.ok(data(asked.answer()).withAny("lag", TaskView.lag(asked.lag())));
  }

  private static Data data(Rows rows) {
    return Data.of("columns", rows.columns())
        .with("rows", rows.rows().stream().map(Sql::row).toList())
        .with("more", rows.more());
  }

  private static List<Object> row(List<Object> row) {
    var cells = new ArrayList<>();
    for (var cell : row) {
      cells.add(cell instanceof byte[] bytes ? "x'" + HexFormat.of().formatHex(bytes) + "'" : cell);
    }
    return cells;
  }
}
