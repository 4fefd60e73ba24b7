package dev.perdure.index;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// The tables of one file, open for its one writer, on one platform thread: the driver's calls pin.
final class Tables implements Changes.Held, AutoCloseable {
  /// Which tasks are being forgotten, within one transaction: no part of the file.
  private static final String FORGOTTEN =
      "create temp table forgotten (start_offset integer primary key, id text not null) strict";

  private static final String POSITION =
      "select log, next_offset, fingerprint, applied_ms from projection";
  private static final String MOVE =
      """
      update projection set next_offset = ?, fingerprint = ?, applied_ms = ?
        where next_offset = ?\
      """;
  private static final String TASK =
      """
      select start_offset, function, version, status, why, crashes, events, last_offset
        from tasks where id = ?\
      """;
  private static final String WAITS =
      "select place, name, since_ms from wait_rows where task = ? order by offset";

  private final Connection connection;
  private final Map<Sql, PreparedStatement> writes = new EnumMap<>(Sql.class);
  private @Nullable PreparedStatement task;
  private @Nullable PreparedStatement waits;

  private Tables(Connection connection) {
    this.connection = connection;
  }

  /// Opens a file, or makes an empty one.
  static Tables open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setPageSize(Limits.PAGE_BYTES);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(Limits.BUSY_MILLIS);
    config.setCacheSize(-Limits.CACHE_KIB);
    config.setJournalSizeLimit(Limits.WAL_BYTES_KEPT);
    var tables = new Tables(config.createConnection(url(file)));
    try {
      tables.execute(FORGOTTEN);
      tables.execute("pragma wal_autocheckpoint = " + Limits.CHECKPOINT_PAGES);
      return tables;
    } catch (SQLException e) {
      tables.close();
      throw e;
    }
  }

  /// The driver's name of a file. As a URI, for in a plain path it takes what follows a question
  /// mark for settings.
  static String url(Path file) {
    return "jdbc:sqlite:" + file.toUri();
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Whether the tables are those of this release.
  boolean fit() throws SQLException {
    return Schema.fits(connection);
  }

  /// Makes the tables, in a file that has none.
  ///
  /// @param log the identity of the log
  /// @param sealed whether texts of payloads are left out
  void create(long log, boolean sealed) throws SQLException {
    inTransaction(() -> {
      Schema.create(connection);
      execute(
          "insert into projection (id, log, next_offset, fingerprint, applied_ms, sealed) values"
              + " (0, '"
              + Long.toUnsignedString(log, 16)
              + "', 0, '', 0, "
              + (sealed ? 1 : 0)
              + ")");
    });
  }

  /// Whether texts of payloads are left out.
  boolean sealed() throws SQLException {
    return sealed(connection);
  }

  /// @throws SQLException also if the row is not there
  static boolean sealed(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select sealed from projection")) {
      if (!row.next()) {
        throw nothing("no row");
      }
      return row.getInt(1) != 0;
    }
  }

  /// Work within a transaction.
  private interface Work {
    void run() throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    execute("begin immediate");
    try {
      work.run();
      execute("commit");
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Exception because) {
    try {
      execute("rollback");
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  Position position() throws SQLException {
    return position(connection);
  }

  /// @throws SQLException also if the row is not there
  static Position position(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(POSITION)) {
      if (!row.next()) {
        throw nothing("no row");
      }
      return new Position(
          Long.parseUnsignedLong(row.getString(1), 16),
          row.getLong(2),
          row.getString(3),
          row.getLong(4));
    } catch (NumberFormatException _) {
      throw nothing("no identity of a log");
    }
  }

  private static SQLException nothing(String what) {
    return new SQLException(
        what + " in the table projection", "", SQLiteErrorCode.SQLITE_ERROR.code);
  }

  RouteBook routes() throws SQLException {
    var functions = new TreeSet<FunctionName>();
    long revision = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select function, revision from routes")) {
      while (rows.next()) {
        functions.add(new FunctionName(rows.getString(1)));
        revision = Math.max(revision, rows.getLong(2));
      }
    }
    return new RouteBook(functions, revision);
  }

  @Override
  public @Nullable TaskFold task(TaskId id) throws SQLException {
    if (task == null) {
      task = connection.prepareStatement(TASK);
    }
    task.setString(1, id.toString());
    try (var row = task.executeQuery()) {
      return row.next() ? task(id, row) : null;
    }
  }

  private TaskFold task(TaskId id, ResultSet row) throws SQLException {
    long startOffset = row.getLong(1);
    var shown = Status.of(row.getString(4)).orElseThrow(() -> new Misfit("a status of no kind"));
    var status = shown == Status.WAITING ? Status.RUNNING : shown;
    var why = Objects.requireNonNullElse(row.getString(5), "");
    return TaskFold.held(
        id,
        startOffset,
        new FunctionName(row.getString(2)),
        new Version(row.getString(3)),
        new Standing(status, why, row.getInt(6), row.getLong(7), row.getLong(8)),
        shown == Status.WAITING || shown == Status.PAUSED || shown == Status.DIVERGED
            ? waits(startOffset)
            : new Waits());
  }

  private Waits waits(long startOffset) throws SQLException {
    if (waits == null) {
      waits = connection.prepareStatement(WAITS);
    }
    waits.setLong(1, startOffset);
    var held = new Waits();
    try (var rows = waits.executeQuery()) {
      while (rows.next()) {
        held.held(rows.getString(1), new Waits.Open(rows.getString(2), rows.getLong(3)));
      }
    }
    return held;
  }

  /// Writes a stretch of the log, and how far the file has come with it: all or nothing.
  ///
  /// @throws SQLException also if the file is not where it was: a new owner of the log has written
  ///   it
  void apply(Position from, Position to, List<Write> changes) throws SQLException {
    inTransaction(() -> {
      move(from, to);
      for (var write : changes) {
        add(write);
      }
      for (var statement : writes.values()) {
        statement.executeBatch();
      }
    });
  }

  private void move(Position from, Position to) throws SQLException {
    try (var statement = connection.prepareStatement(MOVE)) {
      statement.setLong(1, to.nextOffset());
      statement.setString(2, to.fingerprint());
      statement.setLong(3, to.appliedMillis());
      statement.setLong(4, from.nextOffset());
      if (statement.executeUpdate() != 1) {
        throw new SQLException(
            "somebody else has moved the index on", "", SQLiteErrorCode.SQLITE_BUSY.code);
      }
    }
  }

  private void add(Write write) throws SQLException {
    var statement = writes.get(write.sql());
    if (statement == null) {
      statement = connection.prepareStatement(write.sql().text());
      writes.put(write.sql(), statement);
    }
    var values = write.values();
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
