package dev.perdure.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Empty databases of each kind. PostgreSQL is one server for all tests of a JVM.
final class Databases {
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Databases() {}

  /// A database of its own in a file.
  static DataSource sqlite(Path folder) {
    return sqliteAt(folder.resolve(UUID.randomUUID() + ".db").toString());
  }

  static SQLiteDataSource sqliteAt(String file) {
    var config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF); // processes die here, not machines
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// A schema of its own on the server.
  static DataSource postgres() {
    return postgresAt(postgresUrl());
  }

  /// Where a schema of its own is.
  static String postgresUrl() {
    var schema = "s" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
  }

  static PGSimpleDataSource postgresAt(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  /// The database of a URL.
  static DataSource at(String url) {
    return url.startsWith("jdbc:sqlite:")
        ? sqliteAt(url.substring("jdbc:sqlite:".length()))
        : postgresAt(url);
  }

  static DataSource h2() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }
}
