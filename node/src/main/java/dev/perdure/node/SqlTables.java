package dev.perdure.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The two tables in the user's database, in which engines write down what they did to it
/// ([docs/internals/exactly-once.md]). They are made when an engine first changes something, in the
/// schema that its connections have.
final class SqlTables {
  private static final String OWNER =
      """
      create table if not exists perdure_owner (
        engine varchar(16) not null,
        fork varchar(16) not null,
        owner varchar(16) not null,
        epoch bigint not null,
        since_millis bigint not null,
        cleaned_millis bigint not null,
        primary key (engine, fork)
      )
      """;

  private static final String OUTCOME =
      """
      create table if not exists perdure_outcome (
        engine varchar(16) not null,
        fork varchar(16) not null,
        task varchar(36) not null,
        branch varchar(1100) not null,
        seq integer not null,
        part integer not null,
        digest varchar(64) not null,
        outcome text not null,
        at_millis bigint not null,
        primary key (engine, fork, task, branch, seq, part)
      )
      """;

  private SqlTables() {}

  /// Makes the tables if they are not there. Another process may do so at the same time.
  static void make(Connection connection) throws SQLException {
    if (areThere(connection)) {
      return;
    }
    for (var table : List.of(OWNER, OUTCOME)) {
      try (var statement = connection.createStatement()) {
        statement.execute(table);
      } catch (SQLException e) {
        if (!areThere(connection)) {
          throw e;
        }
      }
    }
  }

  private static boolean areThere(Connection connection) {
    try (var statement = connection.createStatement()) {
      statement.executeQuery("select count(*) from perdure_owner where 1 = 0").close();
      statement.executeQuery("select count(*) from perdure_outcome where 1 = 0").close();
      return true;
    } catch (SQLException notThere) {
      return false;
    }
  }
}
