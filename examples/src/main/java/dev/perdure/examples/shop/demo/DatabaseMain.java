package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    var kept = source(NAME + ";DB_CLOSE_DELAY=-1").getConnection();
    fill(kept, scenario);
    var server = Server.createTcpServer("-tcpPort", "0").start();
    ChildProcess.serve(server.getPort());
    server.stop();
  }

  private static void fill(Connection database, Scenario scenario) throws SQLException {
    try (var sql = database.createStatement()) {
      sql.execute("create table users(id varchar primary key, name varchar not null)");
      sql.execute(
          "create table items(user_id varchar, sku varchar, quantity int,"
              + " primary key (user_id, sku))");
    }
    try (var users = database.prepareStatement("insert into users values(?, ?)");
        var items = database.prepareStatement("insert into items values(?, ?, ?)")) {
      for (var user : scenario.users()) {
        insert(users, user.id(), user.name());
        for (var sku : user.skus()) {
          insert(items, user.id(), sku, sku.length());
        }
      }
    }
    try (var sql = database.createStatement()) {
      sql.execute("set query_statistics true");
    }
  }

  private static void insert(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }
}
