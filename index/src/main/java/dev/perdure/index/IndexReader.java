package dev.perdure.index;

import dev.perdure.engine.Author;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Level;
import dev.perdure.engine.Revision;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// Asks the tables of a data directory, also while another process keeps them. Cannot change
/// anything. For one platform thread at a time.
public final class IndexReader implements AutoCloseable {
  private static final String PAGE =
      """
      select id, status, function, version, started_ms, coalesce(why, waiting_on,
          failure_type || iif(failure_message = '', '', ': ' || failure_message), '')
        from tasks where %s order by started_ms desc, start_offset desc limit ?\
      """;
  private static final String IDS = "select id from tasks where %s limit ?";
  private static final String COUNT = "select count(*) from (select 1 from tasks where %s limit ?)";

  private static final String LINES =
      """
      select l.offset, t.id, t.trace_id, l.at_ms, l.level, l.function, l.version, l.position, l.text
        from JOINED where %s order by l.offset desc limit ?\
      """;
  private static final String FROM_LINES =
      "line_rows l cross join tasks t on t.start_offset = l.task";
  private static final String FROM_MATTERING =
      "line_rows l indexed by line_rows_that_matter cross join tasks t on t.start_offset = l.task";
  private static final String FROM_TASKS =
      "tasks t cross join line_rows l on l.task = t.start_offset";

  private static final String LIVE =
      """
      select version, routes, count(*) from tasks
        where %s and status in ('queued', 'running', 'waiting', 'paused', 'diverged')
        group by version, routes limit ?\
      """;

  private final IndexFiles files;
  private final Path file;
  private final @Nullable Object key;
  private final Connection connection;

  private IndexReader(IndexFiles files, @Nullable Object key, Connection connection) {
    this.files = files;
    this.file = files.file();
    this.key = key;
    this.connection = connection;
  }

  /// Opens the tables of a data directory.
  ///
  /// @throws PerdureException `INDEX_MISSING` if there are none that this release can read,
  ///   `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public static IndexReader open(Path dataDirectory) {
    var files = IndexFiles.of(dataDirectory);
    if (!files.present()) {
      throw missing(files, "there is no index");
    }
    IndexReader reader = null;
    try {
      if (!files.whole()) {
        throw SqliteProblems.damaged(files.file(), new IOException("it ends within a page"));
      }
      reader = new IndexReader(files, files.key(), connect(files.file()));
      if (!Schema.fits(reader.connection)) {
        throw missing(files, "the index is of another release");
      }
      return reader;
    } catch (SQLException e) {
      close(reader, e);
      throw problem(files.file(), e);
    } catch (IOException e) {
      throw SqliteProblems.unusable(files.file(), e);
    } catch (PerdureException e) {
      close(reader, e);
      throw e;
    }
  }

  private static void close(@Nullable IndexReader reader, Exception because) {
    if (reader != null) {
      try {
        reader.connection.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
  }

  private static PerdureException missing(IndexFiles files, String what) {
    return new Problem(
            IndexCode.INDEX_MISSING,
            what,
            files.file().toString(),
            "Ask when no program owns the data directory, or let the one that does keep an index:"
                + " NodeConfig.withIndex()")
        .exception();
  }

  private static Connection connect(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Limits.BUSY_MILLIS);
    config.setCacheSize(-Limits.CACHE_KIB);
    var connection = config.createConnection(Tables.url(file));
    if (!(connection instanceof SQLiteConnection sqlite)) {
      throw new SQLException("not SQLite's driver");
    }
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, Limits.VALUE_BYTES_MAX);
    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 2 * Limits.SQL_CHARS_MAX);
    try (var statement = connection.createStatement()) {
      statement.execute("pragma query_only = true");
      statement.execute("pragma trusted_schema = false");
    }
    return connection;
  }

  /// Whether the file is still there, and not another in its place.
  public boolean isCurrent() {
    return key != null && key.equals(files.key());
  }

  /// How far the tables have come.
  public Position position() {
    try {
      return Tables.position(connection);
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// Asks a query that a person wrote.
  ///
  /// @throws PerdureException `SQL_INVALID` with the place, `SQL_NOT_A_QUERY`, `SQL_TOO_COSTLY`,
  ///   `INDEX_DAMAGED`
  public Rows query(String sql, QueryLimits limits) {
    try {
      return new QueryRun(connection, limits).rows(sql);
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  private static PerdureException problem(Path file, SQLException e) {
    return SqliteProblems.isDamage(e)
        ? SqliteProblems.damaged(file, e)
        : SqliteProblems.unusable(file, e);
  }

  /// Tasks, newest first.
  ///
  /// @param limit at most so many
  /// @throws PerdureException `INDEX_SEALED` if a text is looked for and the tables hold none;
  ///   `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public TaskPage tasks(TaskFilter filter, int limit) {
    if (filter.text() != null && sealed()) {
      throw withoutTexts();
    }
    try {
      var query = query(filter);
      var tasks = new ArrayList<TaskRow>();
      ask(PAGE, query, limit, row -> tasks.add(task(row)));
      if (tasks.size() < limit) {
        return new TaskPage(tasks, tasks.size(), false);
      }
      int countedMax = limit + (filter.text() == null ? Limits.COUNTED_MAX : 1);
      long count = count(COUNT, query, countedMax);
      return new TaskPage(tasks, count, count >= countedMax);
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// Whether texts of payloads are left out of the tables, for the log seals them.
  ///
  /// @throws PerdureException `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public boolean sealed() {
    try {
      return Tables.sealed(connection);
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  private static PerdureException withoutTexts() {
    return Problem.of(
            IndexCode.INDEX_SEALED,
            "no text can be looked for: the log seals its payloads, so the index holds none of"
                + " them",
            "Look for tasks by function, version, status or time, and read their histories")
        .exception();
  }

  /// A text that few tasks have is looked for among these; one that many have is soon found by
  /// looking through the newest.
  private TaskQuery query(TaskFilter filter) throws SQLException {
    var query = TaskQuery.of(filter);
    var match = filter.text() == null ? null : TextSearch.match(filter.text()).orElse(null);
    if (match == null) {
      return query;
    }
    var candidates = new TaskQuery("task_text match ?", List.of(match));
    int countedMax = Limits.CANDIDATES_MAX + 1;
    return count(TextSearch.COUNT, candidates, countedMax) < countedMax
        ? query.amongCandidates(match)
        : query;
  }

  private long count(String sql, TaskQuery query, int limit) throws SQLException {
    var counts = new ArrayList<Long>();
    ask(sql, query, limit, row -> counts.add(row.getLong(1)));
    return counts.getFirst();
  }

  /// Lines that tasks wrote, newest first.
  ///
  /// @param before of offsets before this one only
  /// @param limit at most so many
  /// @throws PerdureException `INDEX_SEALED` if a text is looked for and the tables hold none;
  ///   `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public List<LineRow> lines(LineFilter filter, long before, int limit) {
    if (filter.text() != null && sealed()) {
      throw withoutTexts();
    }
    var lines = new ArrayList<LineRow>();
    try {
      ask(lines(filter), filter.query(before), limit, row -> lines.add(line(row)));
      return lines;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// Where few tasks are meant they come first; else the newest lines are looked through.
  private static String lines(LineFilter filter) {
    boolean few = filter.trace() != null || filter.task() != null;
    var joined = filter.matters() ? FROM_MATTERING : FROM_LINES;
    return LINES.replace("JOINED", few ? FROM_TASKS : joined);
  }

  private static LineRow line(ResultSet row) throws SQLException {
    return new LineRow(
        row.getLong(1),
        TaskId.parse(row.getString(2)),
        row.getString(3),
        row.getLong(4),
        Level.of(row.getInt(5)),
        new Author(row.getString(6), row.getString(7), row.getString(8)),
        row.getString(9));
  }

  /// How SQLite goes about a list of lines, a line for each step.
  List<String> plan(LineFilter filter) {
    var steps = new ArrayList<String>();
    try {
      ask(
          "explain query plan " + lines(filter),
          filter.query(Long.MAX_VALUE),
          1,
          row -> steps.add(row.getString("detail")));
      return steps;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// How SQLite goes about a list, a line for each step.
  List<String> plan(TaskFilter filter) {
    var steps = new ArrayList<String>();
    try {
      ask(
          "explain query plan " + PAGE,
          query(filter),
          1,
          row -> steps.add(row.getString("detail")));
      return steps;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// How many tasks have not ended, by the version and the routes they were started with.
  ///
  /// @throws PerdureException `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public List<LiveCount> liveTasks() {
    var live = new ArrayList<LiveCount>();
    try {
      ask(LIVE, new TaskQuery("true", List.of()), Integer.MAX_VALUE, row -> live.add(live(row)));
      return live;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  private static LiveCount live(ResultSet row) throws SQLException {
    return new LiveCount(
        new Version(row.getString(1)), new Revision(row.getLong(2)), row.getLong(3));
  }

  /// The ids of tasks that begin so.
  ///
  /// @param limit at most so many
  /// @throws PerdureException `INDEX_DAMAGED`, `INDEX_UNUSABLE`
  public List<String> ids(String beginning, int limit) {
    var ids = new ArrayList<String>();
    try {
      // Ids are hexadecimal digits: what begins with a text lies before the text and a "g".
      var query = new TaskQuery("id >= ? and id < ?", List.of(beginning, beginning + "g"));
      ask(IDS, query, limit, row -> ids.add(row.getString(1)));
      return ids;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /// Takes a row.
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void ask(String sql, TaskQuery query, int limit, RowReader reader) throws SQLException {
    try (var statement = connection.prepareStatement(sql.formatted(query.condition()))) {
      int mark = 1;
      for (var value : query.values()) {
        statement.setObject(mark++, value);
      }
      statement.setInt(mark, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private static TaskRow task(ResultSet row) throws SQLException {
    var status =
        Status.of(row.getString(2)).orElseThrow(() -> new SQLException("a status of no kind"));
    return new TaskRow(
        TaskId.parse(row.getString(1)),
        status,
        new FunctionName(row.getString(3)),
        new Version(row.getString(4)),
        row.getLong(5),
        status == Status.IMPORTED ? TaskRow.IMPORTED : Objects.requireNonNull(row.getString(6)));
  }

  /// Reads all bytes of the file and checks that the tables are sound.
  ///
  /// @throws PerdureException `INDEX_DAMAGED`
  public void check() {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("pragma quick_check(1)")) {
      var found = row.next() ? row.getString(1) : "nothing";
      if (!"ok".equals(found)) {
        throw SqliteProblems.damaged(file, new SQLException(found));
      }
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteProblems.unusable(file, e);
    }
  }
}
