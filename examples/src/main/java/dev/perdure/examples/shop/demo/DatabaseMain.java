package dev.perdure.examples.shop.demo;

import dev.perdure.api.SqlValue;
import dev.perdure.node.JdbcEffect;
import java.io.IOException;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/// The database's process: H2, in memory, over TCP. It counts the statements it runs.
final class DatabaseMain {
  private static final String NAME = "mem:shop";

  private DatabaseMain() {}

  /// Where a client finds the database.
  static JdbcDataSource at(int port) {
    return source("tcp://127.0.0.1:" + port + "/" + NAME);
  }

  private static JdbcDataSource source(String location) {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:" + location);
    source.setUser("sa");
    return source;
  }

  /// @param arguments the seed and the length of the stream
  public static void main(String[] arguments) throws SQLException, IOException {
    var scenario = Scenario.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    fill(new JdbcEffect(source(NAME + ";DB_CLOSE_DELAY=-1")), scenario);
    var server = Server.createTcpServer("-tcpPort", "0").start();
    ChildProcess.serve(server.getPort());
    server.stop();
  }

  private static void fill(JdbcEffect sql, Scenario scenario) {
    sql.update("create table users(id varchar primary key, name varchar not null)");
    sql.update(
        "create table items(user_id varchar, sku varchar, quantity int,"
            + " primary key (user_id, sku))");
    for (var user : scenario.users()) {
      var id = SqlValue.of(user.id());
      sql.update("insert into users values(?, ?)", id, SqlValue.of(user.name()));
      for (var sku : user.skus()) {
        var quantity = SqlValue.of(sku.length());
        sql.update("insert into items values(?, ?, ?)", id, SqlValue.of(sku), quantity);
      }
    }
    sql.update("set query_statistics true");
  }
}
