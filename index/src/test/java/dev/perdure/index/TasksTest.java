package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.index.TaskFilter.Period;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
  private static final int ALL = 100_000;

  @TempDir static Path directory;
  private static IndexReader reader;
  private static List<TaskRow> tasks;

  @BeforeAll
  static void project() {
    try (var place = new Workplace(directory)) {
      place.write(41, 1_000);
      place.project();
    }
    reader = IndexReader.open(directory);
    tasks = reader.tasks(TaskFilter.ALL, ALL).tasks();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static void assertThatFilterGives(TaskFilter filter, Predicate<TaskRow> wanted) {
    var page = reader.tasks(filter, ALL);
    assertThat(page.tasks())
        .as(filter.toString())
        .isEqualTo(tasks.stream().filter(wanted).toList())
        .isNotEmpty();
    assertThat(page.count()).isEqualTo(page.tasks().size());
    assertThat(page.atLeast()).isFalse();
  }

  @Test
  void theNewestComesFirst() {
    assertThat(tasks).hasSizeGreaterThan(200);
    for (int i = 1; i < tasks.size(); i++) {
      assertThat(tasks.get(i).startedMillis())
          .isLessThanOrEqualTo(tasks.get(i - 1).startedMillis());
    }
  }

  @Test
  void tasksAreFoundByStatusFunctionVersionAndTime() {
    for (var status : Set.of(Status.DONE, Status.WAITING, Status.FAILED, Status.PAUSED)) {
      assertThatFilterGives(
          new TaskFilter(Set.of(status), null, null, null, Period.ANY, null),
          task -> task.status() == status);
    }
    assertThatFilterGives(
        new TaskFilter(Set.of(Status.DONE, Status.FAILED), "f1", "v2", null, Period.ANY, null),
        task ->
            Set.of(Status.DONE, Status.FAILED).contains(task.status())
                && task.function().text().equals("f1")
                && task.version().text().equals("v2"));
    long from = tasks.get(tasks.size() / 2).startedMillis();
    long to = tasks.get(tasks.size() / 4).startedMillis();
    assertThatFilterGives(
        new TaskFilter(Set.of(), null, null, null, new Period(from, to), null),
        task -> task.startedMillis() >= from && task.startedMillis() < to);
  }

  @Test
  void tasksOfATraceAreFoundByAnIndex() {
    var any = tasks.get(tasks.size() / 2).id().toString().replace("-", "");
    var filter = new TaskFilter(Set.of(), null, null, null, Period.ANY, any, null);
    assertThat(reader.tasks(filter, ALL).tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.id().toString().replace("-", "")).isEqualTo(any));
    assertThat(String.join("; ", reader.plan(filter))).contains("tasks_by_trace");
  }

  @Test
  void textIsFoundAsItIsTyped() {
    for (var text : List.of("pear", "PEAR", "100%", "a_b", "back\\\\slash", "it's", "𝄞")) {
      var sql =
          "select id from tasks where instr(lower(arguments || attributes || coalesce(why, '') ||"
              + " coalesce(result, '') || coalesce(failure_message, '') || coalesce(failure_type,"
              + " '') || coalesce(idempotency_key, '')), '"
              + text.toLowerCase(java.util.Locale.ROOT).replace("'", "''")
              + "')";
      var ids = reader.query(sql, new QueryLimits(ALL, java.time.Duration.ofSeconds(9))).rows();
      assertThatFilterGives(
          new TaskFilter(Set.of(), null, null, text, Period.ANY, null),
          task -> ids.contains(List.of(task.id().toString())));
    }
  }

  @Test
  void aTextOfThreeCharactersIsLookedForAmongItsCandidatesOnly() {
    assertThat(plan("pear")).contains("SEARCH tasks USING INTEGER PRIMARY KEY (rowid=?)");
    assertThat(plan("pe")).doesNotContain("task_text");
  }

  private static String plan(String text) {
    return String.join(
        "; ", reader.plan(new TaskFilter(Set.of(), null, null, text, Period.ANY, null)));
  }

  @Test
  void aTextOfAnyCharactersCanBeLookedFor() {
    for (var text : List.of("\"\"\"", "a\"b AND", "nul\0nul", "𝄞𝄞𝄞", "* OR *", "';'", "-- ;")) {
      assertThat(
              reader
                  .tasks(new TaskFilter(Set.of(), null, null, text, Period.ANY, null), ALL)
                  .tasks())
          .as(text)
          .isEmpty();
    }
  }

  @Test
  void tasksThatLiveAreCountedByTheVersionAndTheRoutesTheyWereStartedWith() {
    var rows =
        reader
            .query(
                "select version, routes from tasks where ended_ms is null and status <> 'imported'",
                new QueryLimits(ALL, java.time.Duration.ofSeconds(9)))
            .rows();
    var live = reader.liveTasks();
    assertThat(live.stream().mapToLong(LiveCount::count).sum()).isEqualTo(rows.size()).isPositive();
    for (var group : live) {
      assertThat(rows)
          .filteredOn(List.of(group.version().text(), group.routes().number())::equals)
          .hasSize((int) group.count());
    }
  }

  @Test
  void whatIsTypedIsNeverSql() {
    var hostile = "' or 1 = 1 --";
    assertThat(
            reader
                .tasks(new TaskFilter(Set.of(), hostile, null, null, Period.ANY, null), ALL)
                .tasks())
        .isEmpty();
    assertThat(
            reader
                .tasks(new TaskFilter(Set.of(), null, null, hostile, Period.ANY, null), ALL)
                .tasks())
        .isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrOverlap() {
    var random = new SplittableRandom(1);
    var pages = new ArrayList<TaskRow>();
    while (true) {
      var after = pages.isEmpty() ? null : pages.getLast().id().toString();
      int limit = 1 + random.nextInt(30);
      var page = reader.tasks(new TaskFilter(Set.of(), null, null, null, Period.ANY, after), limit);
      assertThat(page.count()).isEqualTo(tasks.size() - pages.size());
      pages.addAll(page.tasks());
      if (page.tasks().size() < limit) {
        break;
      }
    }
    assertThat(pages).isEqualTo(tasks);
  }

  @Test
  void idsAreFoundByTheirBeginning() {
    var id = tasks.get(7).id().toString();
    assertThat(reader.ids(id, 3)).containsExactly(id);
    assertThat(reader.ids(id.substring(0, 2), ALL)).hasSize(tasks.size());
    assertThat(reader.ids("zz", 3)).isEmpty();
  }
}
