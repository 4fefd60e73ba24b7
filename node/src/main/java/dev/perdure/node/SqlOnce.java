package dev.perdure.node;

import dev.perdure.api.SqlConflict;
import dev.perdure.api.SqlFailed;
import dev.perdure.api.SqlNoAnswer;
import dev.perdure.engine.Undecided;
import dev.perdure.value.Edn;
import dev.perdure.value.Hash;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Does something to a database exactly once: writes its outcome down in the transaction that does
/// it, and finds it there when the same is to be done again. See
/// [docs/internals/exactly-once.md](../../../../../../../docs/internals/exactly-once.md) for why
/// that is enough.
final class SqlOnce {
  /// A transaction is begun so often before it is told that the owner changes all the time.
  private static final int CLAIMS_MAX = 3;

  private final DataSource source;
  private final Duration silence;
  private final SqlCleaning cleaning;
  private final AtomicReference<@Nullable Claimed> claimed = new AtomicReference<>();

  SqlOnce(DataSource source, Duration keep, Duration silence) {
    this.source = source;
    this.silence = silence;
    this.cleaning = new SqlCleaning(source, keep);
  }

  private record Claimed(Ownership ownership, SqlDialect dialect) {}

  /// What is done in a transaction.
  interface Work {
    /// @return what came of it
    Value on(Connection connection, SqlDialect dialect) throws SQLException;
  }

  /// What was found where an outcome is to be written.
  private sealed interface Taken {
    /// Nothing: it is being done for the first time, or everything before was undone.
    record Free() implements Taken {}

    /// It was done.
    record Done(String digest, String outcome) implements Taken {}

    /// This life of the engine does not own the database.
    record NotOwned() implements Taken {}
  }

  /// Does the work, unless that was done under the key of the effect that is being performed.
  ///
  /// @param asked the work, for people
  /// @param digest of all that the work consists of
  /// @return what came of it, now or then
  /// @throws Undecided if another work was done under the key, or this life owns nothing
  Value once(Performing now, String asked, Hash digest, Work work) {
    var effect = new Attempt(now, asked, digest, now.recalls() ? NOTHING : work);
    try {
      return effect.done(effect.run());
    } catch (SqlNoAnswer none) {
      if (now.recalls()) {
        throw unknown(none);
      }
      throw none;
    }
  }

  /// What is done where it is only looked whether something was: nothing, which undoes the key.
  private static final Work NOTHING =
      (_, _) -> {
        throw new SqlFailed("it was not done");
      };

  private static Undecided unknown(SqlNoAnswer none) {
    return Undecided.ofTask(
        Problem.of(
            NodeCode.SQL_UNDECIDED,
            "it is not known whether an effect was done whose task was cancelled: "
                + none.getMessage(),
            "Resume the task when the database answers"));
  }

  /// One way through it.
  private final class Attempt {
    private final Performing now;
    private final String asked;
    private final Hash digest;
    private final Work work;
    private final SqlKey key;

    Attempt(Performing now, String asked, Hash digest, Work work) {
      this.now = now;
      this.asked = asked;
      this.digest = digest;
      this.work = work;
      this.key = SqlKey.of(now);
    }

    Value done(Value outcome) {
      now.partDone();
      cleaning.afterOne(now.ownership());
      return outcome;
    }

    Value run() {
      for (int i = 0; i < CLAIMS_MAX; i++) {
        var outcome = attempt();
        if (outcome != null) {
          return outcome;
        }
        claimed.set(null);
      }
      throw new SqlNoAnswer(asked + ": the owner of the database changes all the time");
    }

    /// Null if this life does not own the database, or does no more.
    private @Nullable Value attempt() {
      try {
        var connection = source.getConnection();
        try {
          return on(connection, claim(connection));
        } finally {
          giveBack(connection);
        }
      } catch (SQLException e) {
        throw SqlFailures.of(asked, e);
      }
    }

    private @Nullable Value on(Connection connection, SqlDialect dialect) throws SQLException {
      connection.setAutoCommit(false);
      try {
        return transact(connection, dialect);
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }

    /// What a commit that fails has done is not known, unless a constraint was in its way.
    private void commit(Connection connection) {
      try {
        connection.commit();
      } catch (SQLException e) {
        var failure = SqlFailures.of(asked, e);
        throw failure instanceof SqlConflict
            ? failure
            : new SqlNoAnswer(asked + ": it may have been committed: " + failure.getMessage());
      }
    }

    private @Nullable Value transact(Connection connection, SqlDialect dialect)
        throws SQLException {
      return switch (take(connection, dialect)) {
        case Taken.NotOwned _ -> {
          connection.rollback();
          yield null;
        }
        case Taken.Free _ -> {
          var outcome = work.on(connection, dialect);
          write(connection, outcome);
          commit(connection);
          yield outcome;
        }
        case Taken.Done done -> {
          check(done);
          touch(connection);
          commit(connection);
          yield Edn.read(done.outcome());
        }
      };
    }

    private SqlDialect claim(Connection connection) throws SQLException {
      var before = claimed.get();
      if (before != null && before.ownership().equals(now.ownership())) {
        return before.dialect();
      }
      if (!now.ownership().awaitBegun()) {
        throw new SqlNoAnswer(asked + ": the engine is stopping");
      }
      var dialect = SqlDialect.of(connection);
      new SqlClaim(connection, dialect, now.ownership()).run();
      claimed.set(new Claimed(now.ownership(), dialect));
      return dialect;
    }

    private Taken take(Connection connection, SqlDialect dialect) throws SQLException {
      if (!dialect.shared()) {
        var before = held(connection, dialect) ? find(connection) : new Taken.NotOwned();
        if (before != null) {
          return before;
        }
      }
      try (var statement = connection.prepareStatement(dialect.take(silence))) {
        key.set(statement, 1);
        statement.setString(SqlKey.COLUMNS + 1, digest.toString());
        statement.setLong(SqlKey.COLUMNS + 2, now.ownership().nowMillis());
        owner(statement, SqlKey.COLUMNS + 3);
        if (statement.executeUpdate() == 1) {
          return new Taken.Free();
        }
      }
      var before = held(connection, dialect) ? find(connection) : null;
      return before != null ? before : new Taken.NotOwned();
    }

    /// Whether this life is the owner, and stays so until the transaction ends.
    private boolean held(Connection connection, SqlDialect dialect) throws SQLException {
      try (var statement = connection.prepareStatement(dialect.hold())) {
        owner(statement, 1);
        if (statement.execute()) {
          try (var rows = statement.getResultSet()) {
            return rows.next();
          }
        }
        return statement.getUpdateCount() == 1;
      }
    }

    private void owner(PreparedStatement statement, int from) throws SQLException {
      statement.setString(from, now.ownership().life().engine());
      statement.setString(from + 1, now.ownership().life().fork());
      statement.setString(from + 2, now.ownership().life().owner().toString());
    }

    private Taken.@Nullable Done find(Connection connection) throws SQLException {
      var sql = "select digest, outcome from perdure_outcome where " + SqlKey.CONDITION;
      try (var statement = connection.prepareStatement(sql)) {
        key.set(statement, 1);
        try (var rows = statement.executeQuery()) {
          return rows.next() ? new Taken.Done(rows.getString(1), rows.getString(2)) : null;
        }
      }
    }

    private void write(Connection connection, Value outcome) throws SQLException {
      var sql = "update perdure_outcome set outcome = ? where " + SqlKey.CONDITION;
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, Edn.print(outcome));
        key.set(statement, 2);
        statement.executeUpdate();
      }
    }

    /// It is needed again, so it is as young as if it were new.
    private void touch(Connection connection) throws SQLException {
      var sql = "update perdure_outcome set at_millis = ? where " + SqlKey.CONDITION;
      try (var statement = connection.prepareStatement(sql)) {
        statement.setLong(1, now.ownership().nowMillis());
        key.set(statement, 2);
        statement.executeUpdate();
      }
    }

    private void check(Taken.Done done) {
      if (done.digest().equals(digest.toString())) {
        return;
      }
      if (now.recalls()) {
        throw new SqlFailed("another effect was done");
      }
      throw Undecided.ofTask(
          Problem.of(
              NodeCode.SQL_OUTCOME_DIFFERS,
              "the database says that effect "
                  + key
                  + " was done and was another one than \""
                  + asked
                  + "\"",
              "Look at its row in perdure_outcome and at what it did: delete the row and resume"
                  + " the task, or cancel the task"));
    }
  }

  /// Undoes a transaction, whatever state its connection is in.
  static void rollBack(Connection connection, Throwable because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /// What goes wrong now says nothing about what was done.
  @SuppressWarnings("EmptyCatch") // a connection that is lost is as good as closed
  private static void giveBack(Connection connection) {
    commitBySelf(connection);
    try {
      connection.close();
    } catch (SQLException lost) {
    }
  }

  /// A pool gets its connections back as they were.
  @SuppressWarnings("EmptyCatch") // a connection that is lost is as good as closed
  static void commitBySelf(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
    }
  }
}
