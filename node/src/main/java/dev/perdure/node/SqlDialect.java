package dev.perdure.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// How databases let somebody be the only one.
///
/// Each transaction of an owner holds its row of `perdure_owner` against the one who takes over, so
/// that nothing is committed in its name afterwards. PostgreSQL can have many hold it at once;
/// elsewhere the transactions of an engine follow each other, as they do in SQLite anyway.
///
/// @param rows how rows are locked that are read to be changed
/// @param shared whether many can hold one row against changes
/// @param byStorage whether a column has values of any kind, as in SQLite
record SqlDialect(String rows, boolean shared, boolean byStorage) {
  private static final SqlDialect POSTGRESQL = new SqlDialect(" for update", true, false);
  private static final SqlDialect SQLITE = new SqlDialect("", false, true);
  private static final SqlDialect OTHER = new SqlDialect(" for update", false, false);

  private static final String KEY =
      "engine, fork, task, branch, seq, part, digest, outcome, at_millis";

  /// The dialect that a connection speaks.
  static SqlDialect of(Connection connection) throws SQLException {
    return switch (connection.getMetaData().getDatabaseProductName()) {
      case "PostgreSQL" -> POSTGRESQL;
      case "SQLite" -> SQLITE;
      default -> OTHER;
    };
  }

  /// Reads an engine's owner, to change it.
  String owner() {
    return "select owner, epoch, cleaned_millis from perdure_owner where engine = ? and fork = ?"
        + rows;
  }

  /// Holds an owner's row: gives or changes one row if that is the owner. Parameters: engine, fork,
  /// owner.
  String hold() {
    var owner = "where engine = ? and fork = ? and owner = ?";
    return shared
        ? "select 1 from perdure_owner " + owner + " for key share"
        : "update perdure_owner set epoch = epoch " + owner;
  }

  /// Takes an outcome's key, if that is the owner and the key is free, and tells so by the number
  /// of rows. Parameters: the key, digest, time, engine, fork, owner.
  ///
  /// @param silence how long the transaction may stand still
  String take(Duration silence) {
    var insert = "insert into perdure_outcome (" + KEY + ") ";
    if (!shared) {
      return insert
          + "select ?, ?, ?, ?, ?, ?, ?, '', ? from perdure_owner"
          + " where engine = ? and fork = ? and owner = ?";
    }
    return "with s as materialized (select set_config('idle_in_transaction_session_timeout', '"
        + silence.toMillis()
        + "', true) as v) "
        + insert
        + "select ?, ?, ?, ?, ?::integer, ?::integer, ?, '', ?::bigint from perdure_owner o, s"
        + " where s.v is not null and o.engine = ? and o.fork = ? and o.owner = ?"
        + " for key share of o on conflict do nothing";
  }
}
