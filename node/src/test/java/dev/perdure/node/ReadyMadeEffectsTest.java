package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perdure.api.Http;
import dev.perdure.api.Routed;
import dev.perdure.api.Sql;
import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlValue;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class ReadyMadeEffectsTest {
  record Order(String id, String uri) {}

  /// Functions over the effects that the API brings along.
  static final class Orders {
    private final Http http;
    private final Sql sql;

    Orders(Http http, Sql sql) {
      this.http = http;
      this.sql = sql;
    }

    @Routed
    String order(Order order) {
      var receipt = http.send(Http.Request.post(order.uri(), order.id())).text();
      try {
        sql.update(
            "insert into orders values(?, ?)", SqlValue.of(order.id()), SqlValue.of(receipt));
      } catch (SqlConflict again) {
        return "known";
      }
      var rows = sql.query("select receipt from orders where id = ?", SqlValue.of(order.id()));
      return rows.getFirst().text("receipt");
    }
  }

  @Test
  void functionsUseThemByNameAndCatchWhatTheyThrow() throws IOException, SQLException {
    var keys = new ConcurrentLinkedQueue<String>();
    var traces = new ConcurrentLinkedQueue<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          traces.add(exchange.getRequestHeaders().getFirst("traceparent"));
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write("r-1".getBytes("UTF-8"));
          exchange.close();
        });
    server.start();
    var pool = JdbcConnectionPool.create("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1", "sa", "");
    var sql = new JdbcEffect(pool);
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table orders(id varchar primary key, receipt varchar)");
    }
    try (var client = HttpClient.newHttpClient();
        var perdure = Perdure.inMemory()) {
      perdure.effects().bind(Http.class, new HttpClientEffect(client)).bind(Sql.class, sql);
      perdure.deploy("v1", Orders.class);
      var order = new Order("o1", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
      assertThat(perdure.call("order", order, String.class)).isEqualTo("r-1");
      assertThat(perdure.call("order", order, String.class)).isEqualTo("known");
      assertThat(keys).hasSize(2).doesNotHaveDuplicates().allMatch(key -> key.endsWith("/0"));
      assertThat(traces)
          .zipSatisfy(
              keys,
              (trace, key) -> {
                var task = TaskId.parse(key.substring(0, key.indexOf('/')));
                assertThat(trace).isEqualTo(TraceContext.of(task, StartOptions.NONE).toString());
              });
    } finally {
      server.stop(0);
      pool.dispose();
    }
  }
}
