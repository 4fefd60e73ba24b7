package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final QueryLimits LIMITS = QueryLimits.defaults();

  @TempDir static Path directory;
  private static IndexReader reader;

  @BeforeAll
  static void project() {
    try (var place = new Workplace(directory)) {
      place.write(31, 400);
      place.project();
    }
    reader = IndexReader.open(directory);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm")) {
          contents.put(
              file.toString(),
              java.util.Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
        }
      }
    }
    return contents;
  }

  private static IndexCode refusal(String sql) {
    try {
      reader.query(sql, LIMITS);
      throw new AssertionError("answered: " + sql);
    } catch (PerdureException e) {
      return (IndexCode) e.problem().code();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach 'other.db' as other",
        "pragma query_only = false",
        "pragma journal_mode = delete",
        "PRAGMA writable_schema = 1",
        "/* select */ pragma query_only(0)",
        "-- select\npragma query_only = 0",
        "delete from tasks",
        "drop table tasks",
        "update tasks set status = 'done'",
        "insert into tasks (id) values (1)",
        "replace into projection values (0, '', 0, '', 0)",
        "create temp table t (a)",
        "create table t (a)",
        "vacuum into 'copy.db'",
        "vacuum",
        "reindex",
        "analyze",
        "begin",
        "savepoint a",
        "backup to copy.db",
        "restore from copy.db",
        "with x as (select 1) delete from tasks",
        "with x as (select 1) insert into projection select 1, '', 0, '', 0 from x",
        "with x as (select 1) update tasks set why = 'x'",
        "with x as (delete from tasks returning id) select * from x",
        "select 1; delete from tasks",
        "select 1; select 2",
        "select 1) ; delete from tasks; --",
        "select * from tasks) union select * from (select 1",
        "explain query plan delete from tasks",
        "explain select 1",
        "select load_extension('evil')",
        "select writefile('x', 'y')",
        "select readfile('x')",
        "select edit('x')",
        "select fts3_tokenizer('simple', x'00')",
        "detach main",
        "release x",
        ""
      })
  void whatIsNoQueryIsRefusedAndChangesNothing(String sql) throws IOException {
    var before = contents();
    assertThat(refusal(sql))
        .as(sql)
        .isIn(IndexCode.SQL_NOT_A_QUERY, IndexCode.SQL_INVALID, IndexCode.SQL_TOO_COSTLY);
    assertThat(contents()).as(sql).isEqualTo(before);
    assertThat(Path.of("copy.db")).doesNotExist();
    assertThat(reader.query("select count(*) > 10 from tasks", LIMITS).rows())
        .isEqualTo(List.of(List.of(1L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c",
        "with recursive c(x) as (select 1 union select x + 1 from c) select sum(x) from c",
        "select count(*) from events a, events b, events c, events d, events e",
        "select max(length(a.text || b.text || c.text)) from events a, events b, events c, events d"
      })
  void aQueryWithoutEndIsStopped(String sql) {
    var limits = new QueryLimits(10, Duration.ofMillis(200));
    long from = System.nanoTime();
    assertThatThrownBy(() -> reader.query(sql, limits))
        .hasMessageContaining("SQL_TOO_COSTLY")
        .hasMessageContaining("stopped after 200 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select zeroblob(100000000)",
        "select hex(randomblob(1000000))",
        "select replace(printf('%.*c', 900000, 'x'), 'x', 'yyyy')"
      })
  void aQueryThatTakesTooMuchMemoryIsRefused(String sql) {
    assertThat(refusal(sql)).isEqualTo(IndexCode.SQL_TOO_COSTLY);
  }

  @Test
  void sqlThatIsTooLongIsRefused() {
    assertThat(refusal("select " + "1 + ".repeat(100_000) + "1"))
        .isEqualTo(IndexCode.SQL_TOO_COSTLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          selct 1 | begins with `selct`
          select * form tasks | near "form": syntax error (at sql:1:10)
          select id frm from tasks, where 1 | near "where": syntax error (at sql:1:27)
          select nme from tasks | no such column: nme (at sql:1:8)
          select t.nme from tasks t | no such column: t.nme (at sql:1:8)
          select * from task | no such table: task (at sql:1:15)
          select nope(1) from tasks | no such function: nope (at sql:1:8)
          select id from tasks where | incomplete input (at sql:1:27)
          select id from tasks order | incomplete input (at sql:1:27)
          select id from tasks, deploys where version = 'v1' | ambiguous column name: version (at sql:1:37)
          """)
  void wrongSqlIsToldWithItsPlace(String sql, String message) {
    assertThatThrownBy(() -> reader.query(sql, LIMITS)).hasMessageContaining(message);
  }

  @Test
  void thePlaceIsFoundInSeveralLines() {
    assertThatThrownBy(() ->
            reader.query("select id,\n  status\nfrom tasks\nwhere status == = 'done'", LIMITS))
        .hasMessageContaining("(at sql:4:17)");
  }

  @Test
  void queriesOfAllShapesAreAnswered() {
    var queries =
        List.of(
            "select 1;",
            "  select 1 -- the end",
            "/* a */ select 1 /* b */ ; ",
            "values (1)",
            "with x as (select 1 as a) select a from x",
            "with recursive c(x) as (select 1 union all select x + 1 from c where x < 1) select x"
                + " from c",
            "select 1 from tasks order by id limit 1",
            "select 1 union select 1",
            "select '--' = '--' and ';' = ';'",
            "select count(*) from (select name from pragma_table_info('tasks') limit 1)");
    for (var query : queries) {
      assertThat(reader.query(query, LIMITS).rows()).as(query).isEqualTo(List.of(List.of(1L)));
    }
    assertThat(
            reader
                .query("explain query plan select * from tasks where status = 'done'", LIMITS)
                .rows()
                .toString())
        .contains("tasks_by_status");
  }

  @Test
  void valuesHaveTheirTypesAndColumnsTheirNames() {
    var rows =
        reader.query("select null as a, 1 as b, 2.5 as c, 'x' as d, x'0f' as e, 1 as b", LIMITS);
    assertThat(rows.columns()).containsExactly("a", "b", "c", "d", "e", "b");
    assertThat(rows.rows().getFirst())
        .usingRecursiveComparison()
        .isEqualTo(java.util.Arrays.asList(null, 1L, 2.5, "x", new byte[] {15}, 1L));
  }

  @Test
  void moreRowsThanAreWantedAreLeftOutAndSaidToBeThere() {
    var rows = reader.query("select * from tasks", new QueryLimits(3, Duration.ofSeconds(9)));
    assertThat(rows.rows()).hasSize(3);
    assertThat(rows.more()).isTrue();
    assertThat(reader.query("select 1", new QueryLimits(1, Duration.ofSeconds(9))).more())
        .isFalse();
  }

  @Test
  void everyTableAndViewCanBeAsked() {
    var names =
        reader.query(
            "select name from sqlite_schema where type in ('table', 'view')"
                + " and name not like 'task@_text%' escape '@'",
            LIMITS);
    assertThat(names.rows()).hasSizeGreaterThan(10);
    for (var name : names.rows()) {
      var rows = reader.query("select * from " + name.getFirst() + " limit 5", LIMITS);
      assertThat(rows.rows()).as(name.toString()).isNotEmpty();
    }
  }

  @Test
  void theIndexOfTextsCanBeAskedForTasks() {
    var sql =
        "select t.id from task_text x join tasks t on t.start_offset = x.rowid"
            + " where task_text match 'pea' limit 5";
    assertThat(reader.query(sql, LIMITS).rows()).isNotEmpty();
  }

  @Test
  void timesAreTextsToo() {
    var row =
        reader
            .query("select started_ms, started from tasks order by start_offset limit 1", LIMITS)
            .rows()
            .getFirst();
    assertThat(java.time.Instant.parse((String) row.getLast()))
        .isEqualTo(java.time.Instant.ofEpochMilli((Long) row.getFirst()));
  }

  @Test
  void oneTasksEventsAreFoundByAnIndex() {
    var plan =
        reader.query("explain query plan select * from events where task = 'x'", LIMITS).rows();
    assertThat(plan.toString()).contains("event_rows_by_task").doesNotContain("SCAN");
  }
}
