package dev.perdure.examples.shop.demo;

import dev.perdure.api.Http;
import dev.perdure.api.Sql;
import dev.perdure.engine.StartOptions;
import dev.perdure.examples.shop.Catalog;
import dev.perdure.examples.shop.HttpWarehouse;
import dev.perdure.examples.shop.Request;
import dev.perdure.examples.shop.Response;
import dev.perdure.examples.shop.SqlCatalog;
import dev.perdure.examples.shop.Warehouse;
import dev.perdure.node.HttpClientEffect;
import dev.perdure.node.JdbcEffect;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import dev.perdure.node.TaskFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;

/// The node's process: the shop as a service, on an embedded engine. Its clients say:
///
/// | line | answer |
/// |---|---|
/// | `request KEY PHASE USER` | what the customer sees, durably; a repeated key joins the first task |
/// | `operate …` | `done` or the problem, see [Operator] |
/// | `figures` | what the log says so far |
/// | `loaded` | which universes are in memory after a garbage collection |
final class NodeMain {
  /// As many as there are clients by default: H2's pool looks again and again for a free one.
  private static final int CONNECTIONS_MAX = 128;

  private static final Duration SHADOWS_MAX = Duration.ofSeconds(30);

  private final Perdure perdure;
  private final Operator operator;
  private final LogScan scan;

  private NodeMain(Perdure perdure) {
    this.perdure = perdure;
    this.operator = new Operator(perdure);
    this.scan = new LogScan(perdure.node().log(0));
  }

  /// @param arguments the data directory, the database's port, the warehouse's URI
  public static void main(String[] arguments) throws IOException {
    var pool = JdbcConnectionPool.create(DatabaseMain.at(Integer.parseInt(arguments[1])));
    pool.setMaxConnections(CONNECTIONS_MAX);
    try (var http = ServiceClient.http();
        var perdure = Perdure.open(config(Path.of(arguments[0])));
        var server = new LineServer(new NodeMain(perdure)::answer)) {
      bind(perdure, new JdbcEffect(pool), new HttpClientEffect(http), arguments[2]);
      ChildProcess.serve(server.start());
    } finally {
      pool.dispose();
    }
  }

  /// Every call is to be compared, however busy the machine is with the rest of the demo.
  private static NodeConfig config(Path directory) {
    return NodeConfig.in(directory).withShadowLimits(ShadowLimits.defaults().onBusyMachine());
  }

  private static void bind(Perdure perdure, Sql sql, Http http, String warehouse) {
    perdure
        .effects()
        .bind(Catalog.class, new SqlCatalog(sql))
        .bind(Warehouse.class, new HttpWarehouse(http, warehouse));
  }

  private String answer(String line) {
    var words = line.split(" ", 2);
    try {
      return switch (words[0]) {
        case "request" -> request(words[1].split(" "));
        case "operate" -> operator.operate(words[1]);
        case "figures" -> figures();
        case "loaded" -> loaded();
        default -> "what is " + words[0] + "?";
      };
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /// @param words key, phase and user
  private String request(String[] words) {
    var options = StartOptions.NONE.withKey(words[0]).withAttributes(Map.of("phase", words[1]));
    var arguments = List.of(new Request(words[2]));
    try {
      return perdure.call("handleRequest", arguments, Response.class, options).toString();
    } catch (TaskFailed failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  private String figures() {
    perdure.node().awaitShadows(SHADOWS_MAX);
    return scan.upTo(perdure.node().<Long>read(state -> state.lastOffset())).print();
  }

  @SuppressWarnings("ExplicitGc") // to show that a universe has been let go of
  private String loaded() {
    System.gc();
    return String.valueOf(perdure.node().loadedUniverses());
  }
}
