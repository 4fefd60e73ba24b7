package dev.perdure.examples.shop.demo;

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
import dev.perdure.node.Perdure;
import dev.perdure.node.TaskFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;

/// The node's process: the shop as a service, on an embedded engine.
///
/// | path | does |
/// |---|---|
/// | `/request` | serves a customer, durably; a repeated idempotency key joins the first task |
/// | `/operate` | does what an operator says, see [Operator] |
/// | `/figures` | answers what the log says so far |
/// | `/loaded` | answers which universes are in memory after a garbage collection |
final class NodeMain {
  private static final int CONNECTIONS_MAX = 16;

  private NodeMain() {}

  /// @param arguments the data directory, the database's port, the warehouse's URI
  public static void main(String[] arguments) throws IOException {
    var pool = JdbcConnectionPool.create(DatabaseMain.at(Integer.parseInt(arguments[1])));
    pool.setMaxConnections(CONNECTIONS_MAX);
    try (var http = ServiceClient.http();
        var perdure = Perdure.open(Path.of(arguments[0]));
        var service = new Service()) {
      Sql sql = new JdbcEffect(pool);
      perdure
          .effects()
          .bind(Catalog.class, new SqlCatalog(sql))
          .bind(Warehouse.class, new HttpWarehouse(new HttpClientEffect(http), arguments[2]));
      ChildProcess.serve(serve(service, perdure));
    } finally {
      pool.dispose();
    }
  }

  private static int serve(Service service, Perdure perdure) {
    var operator = new Operator(perdure);
    var scan = new LogScan(perdure.node().log(0));
    return service
        .on("/request", call -> request(perdure, call))
        .on("/operate", call -> Service.Reply.ok(operator.operate(call.body())))
        .on("/figures", _ -> Service.Reply.ok(figures(perdure, scan)))
        .on("/loaded", _ -> Service.Reply.ok(loaded(perdure)))
        .start();
  }

  private static Service.Reply request(Perdure perdure, Service.Call call) {
    var options =
        StartOptions.NONE.withKey(call.key()).withAttributes(Map.of("phase", call.phase()));
    try {
      var response =
          perdure.call("handleRequest", List.of(new Request(call.body())), Response.class, options);
      return Service.Reply.ok(response.toString());
    } catch (TaskFailed failed) {
      return new Service.Reply(422, String.valueOf(failed.getMessage()));
    }
  }

  private static String figures(Perdure perdure, LogScan scan) {
    Waiting.until(() -> perdure.node().shadowFigures().unfinished() == 0);
    return scan.upTo(perdure.node().<Long>read(state -> state.lastOffset())).print();
  }

  @SuppressWarnings("ExplicitGc") // to show that a universe has been let go of
  private static String loaded(Perdure perdure) {
    System.gc();
    return String.valueOf(perdure.node().loadedUniverses());
  }
}
