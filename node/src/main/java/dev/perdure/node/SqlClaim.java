package dev.perdure.node;

import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Undecided;
import dev.perdure.value.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes a database over for one life of an engine: from then on no other life of it, and no copy
/// of its log, can commit anything in its name.
final class SqlClaim {
  private final Connection connection;
  private final SqlDialect dialect;
  private final Ownership ownership;
  private final Ownership.Life life;

  /// @param connection that commits by itself
  SqlClaim(Connection connection, SqlDialect dialect, Ownership ownership) {
    this.connection = connection;
    this.dialect = dialect;
    this.ownership = ownership;
    this.life = ownership.life();
  }

  private record Row(OwnerId owner, long epoch, long cleanedMillis) {}

  /// Makes this life the owner, if it goes on from the one that is.
  ///
  /// @throws Undecided if it does not
  void run() throws SQLException {
    SqlTables.make(connection);
    connection.setAutoCommit(false);
    try {
      var row = row();
      if (row == null) {
        insert();
      } else if (!row.owner().equals(life.owner())) {
        check(row);
        update();
      }
      connection.commit();
    } catch (SQLException | RuntimeException | Error e) {
      SqlOnce.rollBack(connection, e);
      throw e;
    } finally {
      SqlOnce.commitBySelf(connection);
    }
  }

  private @Nullable Row row() throws SQLException {
    try (var statement = connection.prepareStatement(dialect.owner())) {
      statement.setString(1, life.engine());
      statement.setString(2, life.fork());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? new Row(OwnerId.parse(rows.getString(1)), rows.getLong(2), rows.getLong(3))
            : null;
      }
    }
  }

  private void insert() throws SQLException {
    var sql =
        "insert into perdure_owner (owner, epoch, since_millis, engine, fork, cleaned_millis)"
            + " values (?, ?, ?, ?, ?, 0)";
    write(sql);
  }

  private void update() throws SQLException {
    var sql =
        "update perdure_owner set owner = ?, epoch = ?, since_millis = ?"
            + " where engine = ? and fork = ?";
    write(sql);
  }

  private void write(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, life.owner().toString());
      statement.setLong(2, life.epoch());
      statement.setLong(3, ownership.nowMillis());
      statement.setString(4, life.engine());
      statement.setString(5, life.fork());
      statement.executeUpdate();
    }
  }

  private void check(Row row) {
    if (!life.earlier().contains(row.owner())) {
      throw fenced(row);
    }
    if (row.cleanedMillis() > life.pastMillis()) {
      throw gone(row);
    }
  }

  private Undecided fenced(Row row) {
    return Undecided.ofEngine(
        Problem.of(
            NodeCode.SQL_FENCED,
            "the database is owned by "
                + row.owner()
                + ", epoch "
                + row.epoch()
                + " of engine "
                + life.engine()
                + ", from which this one, "
                + life.owner()
                + " of epoch "
                + life.epoch()
                + ", does not go on",
            "Stop this engine if another one has taken over; if this data directory is a backup"
                + " that shall go on in its place, stop that one and run `perdure log accept "
                + row.owner()
                + "`"));
  }

  private Undecided gone(Row row) {
    return Undecided.ofEngine(
        Problem.of(
            NodeCode.SQL_OUTCOMES_GONE,
            "outcomes up to "
                + Instant.ofEpochMilli(row.cleanedMillis())
                + " are no longer in the database, and this log knows nothing after "
                + Instant.ofEpochMilli(life.pastMillis()),
            "Restore a newer backup of the data directory"));
  }
}
