package dev.perdure.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perdure.api.Http;
import dev.perdure.api.Sql;
import dev.perdure.node.HttpClientEffect;
import dev.perdure.node.JdbcEffect;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs the guide to effects: its snippets stand here and in the shop, line for line.
class EffectsTourTest {
  private final ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void serveTheWarehouse() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/reserve",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write(new byte[] {'r', '-', '1'});
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void fill(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection();
        var sql = connection.createStatement()) {
      sql.execute("create table users(id varchar primary key, name varchar)");
      sql.execute("create table items(user_id varchar, sku varchar, quantity int)");
      sql.execute("insert into users values('7', 'Ada')");
    }
  }

  @Test
  void theReadyMadeEffectsServeBelowInterfacesOfTheProgram() throws SQLException {
    var dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:tour;DB_CLOSE_DELAY=-1");
    var uri = "http://127.0.0.1:" + server.getAddress().getPort();
    try (var perdure = Perdure.inMemory()) {
      var http = new HttpClientEffect(HttpClient.newHttpClient());
      var sql = new JdbcEffect(dataSource);
      perdure.effects().bind(Http.class, http).bind(Sql.class, sql);
      fill(dataSource);
      perdure.effects().bind(Catalog.class, new SqlCatalog(sql));
      perdure.effects().bind(Warehouse.class, new HttpWarehouse(http, uri));
      perdure.deploy("v1", Shop.class);
      assertThat(perdure.call("handleRequest", new Request("7"), Response.class))
          .isEqualTo(new Response("Hello, Ada", List.of(), "r-1"));
      assertThat(keys).hasSize(1).allMatch(key -> key.endsWith("/2"));
    }
  }
}
