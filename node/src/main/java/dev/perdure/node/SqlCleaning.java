package dev.perdure.node;

import dev.perdure.engine.TaskId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Deletes outcomes from a database that nobody needs any more, a page now and then.
///
/// An outcome is needed until it is durable in the log, and as long as a backup of the log may be
/// restored in which it is not: for some time after it was written, or was last found. It is
/// durable when a later effect of its branch has one, since that began only then; or when its task
/// has ended.
final class SqlCleaning {
  private static final System.Logger LOG = System.getLogger(SqlCleaning.class.getName());
  private static final SqlKey BEGINNING = new SqlKey("", "", "", "", 0, 0);

  private final DataSource source;
  private final Duration keep;
  private final AtomicInteger count = new AtomicInteger();
  private volatile SqlKey last = BEGINNING;

  SqlCleaning(DataSource source, Duration keep) {
    this.source = source;
    this.keep = keep;
  }

  private record Row(SqlKey key, long atMillis) {}

  /// An outcome was written or found: cleans now and then. What fails of it is done later.
  void afterOne(Ownership ownership) {
    if (count.getAndIncrement() % Limits.SQL_CLEANED_EVERY != 0) {
      return;
    }
    try {
      clean(ownership);
    } catch (SQLException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "outcomes are deleted later", e);
    }
  }

  /// Looks at the next page of outcomes and deletes those that are not needed.
  ///
  /// @return how many were deleted
  int clean(Ownership ownership) throws SQLException {
    long before = ownership.nowMillis() - keep.toMillis();
    try (var connection = source.getConnection()) {
      var page = page(connection, ownership);
      var old = page.stream().filter(row -> row.atMillis() < before).toList();
      boolean more = page.size() == Limits.SQL_CLEANED_AT_ONCE;
      last = more && !old.isEmpty() ? page.getLast().key() : BEGINNING;
      var gone = old.isEmpty() ? old : durable(old, page, ownership);
      return gone.isEmpty() ? 0 : delete(connection, ownership, gone);
    }
  }

  private static List<Row> durable(List<Row> old, List<Row> page, Ownership ownership) {
    var newest = new HashMap<SqlKey, Integer>();
    page.forEach(row -> newest.merge(row.key().branchKey(), row.key().seq(), Math::max));
    var ended =
        ownership.ended(
            old.stream().map(row -> TaskId.parse(row.key().task())).collect(Collectors.toSet()));
    return old.stream()
        .filter(row ->
            newest.getOrDefault(row.key().branchKey(), 0) > row.key().seq()
                || ended.contains(TaskId.parse(row.key().task())))
        .toList();
  }

  private List<Row> page(Connection connection, Ownership ownership) throws SQLException {
    var sql =
        "select task, branch, seq, part, at_millis from perdure_outcome"
            + " where engine = ? and fork = ? and (task, branch, seq, part) > (?, ?, ?, ?)"
            + " order by task, branch, seq, part";
    var rows = new ArrayList<Row>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(Limits.SQL_CLEANED_AT_ONCE);
      new SqlKey(
              ownership.life().engine(),
              ownership.life().fork(),
              last.task(),
              last.branch(),
              last.seq(),
              last.part())
          .set(statement, 1);
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          var key =
              new SqlKey(
                  ownership.life().engine(),
                  ownership.life().fork(),
                  result.getString(1),
                  result.getString(2),
                  result.getInt(3),
                  result.getInt(4));
          rows.add(new Row(key, result.getLong(5)));
        }
      }
    }
    return rows;
  }

  /// Says first how far it comes: a log that would need what is deleted is refused from then on.
  private static int delete(Connection connection, Ownership ownership, List<Row> gone)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      long upTo = gone.stream().mapToLong(Row::atMillis).max().orElseThrow();
      int deleted = says(connection, ownership, upTo) ? delete(connection, gone) : 0;
      connection.commit();
      return deleted;
    } catch (SQLException e) {
      SqlOnce.rollBack(connection, e);
      throw e;
    } finally {
      SqlOnce.commitBySelf(connection);
    }
  }

  /// Whether this life is still the owner, and has said so.
  private static boolean says(Connection connection, Ownership ownership, long upTo)
      throws SQLException {
    var sql =
        "update perdure_owner"
            + " set cleaned_millis = case when cleaned_millis < ? then ? else cleaned_millis end"
            + " where engine = ? and fork = ? and owner = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, upTo);
      statement.setLong(2, upTo);
      statement.setString(3, ownership.life().engine());
      statement.setString(4, ownership.life().fork());
      statement.setString(5, ownership.life().owner().toString());
      return statement.executeUpdate() == 1;
    }
  }

  private static int delete(Connection connection, List<Row> gone) throws SQLException {
    var sql = "delete from perdure_outcome where " + SqlKey.CONDITION;
    try (var statement = connection.prepareStatement(sql)) {
      for (var row : gone) {
        row.key().set(statement, 1);
        statement.addBatch();
      }
      statement.executeBatch();
      return gone.size();
    }
  }
}
