package dev.perdure.examples.shop.demo;

import dev.perdure.api.Sql;
import dev.perdure.api.SqlValue;
import dev.perdure.examples.shop.SqlCatalog;
import dev.perdure.node.JdbcEffect;
import java.io.IOException;
import java.net.http.HttpClient;

/// The world outside: a database and a warehouse, each in an OS process of its own, and what they
/// have counted themselves.
final class Servers implements AutoCloseable {
  private static final String EXECUTIONS =
      "select coalesce(sum(execution_count), 0) as n from information_schema.query_statistics"
          + " where sql_statement = ?";

  private final ChildProcess database;
  private final ChildProcess warehouse;
  private final Sql sql;
  private final ServiceClient client;

  /// What the servers have counted.
  ///
  /// @param lookups statements that look a customer up
  /// @param lists statements that read a list
  /// @param requests requests to the warehouse
  /// @param keys different idempotency keys among them: things really put aside
  record Counts(long lookups, long lists, long requests, long keys) {
    Counts since(Counts before) {
      return new Counts(
          lookups - before.lookups,
          lists - before.lists,
          requests - before.requests,
          keys - before.keys);
    }
  }

  private Servers(ChildProcess database, ChildProcess warehouse, HttpClient http) {
    this.database = database;
    this.warehouse = warehouse;
    this.sql = new JdbcEffect(DatabaseMain.at(database.port()));
    this.client = ServiceClient.at(http, warehouse.port());
  }

  static Servers start(Options options, DataDirectory data, HttpClient http) throws IOException {
    var database =
        ChildProcess.server(
            DatabaseMain.class,
            data.beside("database.err"),
            Long.toString(options.seed()),
            Integer.toString(options.requests()));
    var warehouse = ChildProcess.server(WarehouseMain.class, data.beside("warehouse.err"));
    return new Servers(database, warehouse, http);
  }

  Counts counts() {
    var counts = client.ask("/counts", "").split(" ");
    return new Counts(
        executions(SqlCatalog.USER),
        executions(SqlCatalog.ITEMS),
        Long.parseLong(counts[0]),
        Long.parseLong(counts[1]));
  }

  private long executions(String statement) {
    return sql.query(EXECUTIONS, SqlValue.of(statement)).getFirst().whole("n");
  }

  /// Lets the warehouse do its work but keep its answers back.
  void hold() {
    client.ask("/hold", "");
  }

  /// Waits until the warehouse keeps back so many answers.
  void awaitHeld(int answers) {
    client.ask("/held", Integer.toString(answers));
  }

  /// Lets the warehouse answer again.
  void release() {
    client.ask("/release", "");
  }

  int databasePort() {
    return database.port();
  }

  String warehouseUri() {
    return client.uri();
  }

  /// The processes, for people.
  String pids() {
    return "the database " + database.pid() + ", the warehouse " + warehouse.pid();
  }

  @Override
  public void close() throws IOException {
    warehouse.close();
    database.close();
  }
}
