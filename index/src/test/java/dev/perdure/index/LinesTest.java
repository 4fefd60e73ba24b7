package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Level;
import dev.perdure.index.TaskFilter.Period;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  private static final int ALL = 100_000;

  @TempDir static Path directory;
  private static IndexReader reader;
  private static List<LineRow> lines;

  @BeforeAll
  static void project() {
    try (var place = new Workplace(directory)) {
      place.write(43, 2_000);
      place.project();
    }
    reader = IndexReader.open(directory);
    lines = reader.lines(LineFilter.ALL, Long.MAX_VALUE, ALL);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static LineFilter with(UnaryOperator<LineFilter> change) {
    return change.apply(LineFilter.ALL);
  }

  @Test
  void theNewestComesFirstAndAPageGoesOnBehindAnother() {
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).isSortedAccordingTo((a, b) -> Long.compare(b.offset(), a.offset()));
    assertThat(reader.lines(LineFilter.ALL, lines.get(4).offset(), 3))
        .isEqualTo(lines.subList(5, 8));
  }

  @Test
  void theTablesWantWhatTheFilterWants() {
    var some = lines.get(lines.size() / 2);
    long middle = some.atMillis();
    var filters =
        List.of(
            with(
                f -> new LineFilter(some.traceId(), null, null, null, f.least(), null, Period.ANY)),
            with(f ->
                new LineFilter(
                    null, some.task().toString(), null, null, f.least(), null, Period.ANY)),
            with(f ->
                new LineFilter(
                    null, null, some.author().function(), null, f.least(), null, Period.ANY)),
            with(f ->
                new LineFilter(
                    null, null, null, some.author().version(), f.least(), null, Period.ANY)),
            with(_ -> new LineFilter(null, null, null, null, Level.WARN, null, Period.ANY)),
            with(f ->
                new LineFilter(
                    null,
                    null,
                    null,
                    null,
                    f.least(),
                    some.text().toUpperCase(Locale.ROOT),
                    Period.ANY)),
            with(f ->
                new LineFilter(
                    null, null, null, null, f.least(), null, new Period(middle, middle + 50))));
    for (var filter : filters) {
      assertThat(reader.lines(filter, Long.MAX_VALUE, ALL))
          .as(filter.toString())
          .isEqualTo(lines.stream().filter(filter::wants).toList())
          .isNotEmpty();
    }
    for (var none : List.of("%", "_", "\\", "'", "é")) {
      var filter = with(f -> new LineFilter(null, null, null, null, f.least(), none, Period.ANY));
      assertThat(reader.lines(filter, Long.MAX_VALUE, ALL))
          .isEqualTo(lines.stream().filter(filter::wants).toList());
    }
  }

  @Test
  void aTraceAndATaskAreFoundByTheirIndexesAndWhatMattersByItsLevel() {
    var trace = with(f -> new LineFilter("0a", null, null, null, f.least(), null, Period.ANY));
    assertThat(String.join("; ", reader.plan(trace)))
        .contains("tasks_by_trace", "line_rows_by_task");
    var errors = with(_ -> new LineFilter(null, null, null, null, Level.ERROR, null, Period.ANY));
    assertThat(String.join("; ", reader.plan(errors))).contains("line_rows_that_matter");
  }
}
