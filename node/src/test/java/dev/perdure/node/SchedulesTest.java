package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schedules (E17) on a real node and log, by a clock that is set.
class SchedulesTest {
  private final List<String> written = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.parse("2030-03-29T12:00:00Z");
  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.in(dir).withClock(() -> now));
    perdure.effects().bind(Reports.Paper.class, written::add);
    perdure.deploy("v1", Reports.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private void reopen() {
    close();
    open();
  }

  /// Sets the clock; returns when all that is due then has ended.
  private void comeTo(String instant) {
    now = Instant.parse(instant);
    long millis = now.toEpochMilli();
    while (perdure
        .node()
        .<Boolean>read(state ->
            state.nextTimer() != null
                && Objects.requireNonNull(state.nextTimer()).dueMillis() <= millis)) {
      // the look was before the instant
    }
    List<TaskId> live = perdure.node().read(state -> List.copyOf(state.tasks().keySet()));
    live.forEach(task -> perdure.await(task, Void.class));
  }

  @Test
  void whatCodeDeclaresIsStartedByTheCalendarOfItsZone() {
    comeTo("2030-03-30T01:30:00Z");
    comeTo("2030-03-31T01:00:00Z");
    comeTo("2030-04-01T00:30:00Z");
    assertThat(written)
        .as("the clocks go from two to three on the 31st")
        .containsExactly(
            "nightly of 2030-03-30T01:30:00Z",
            "nightly of 2030-03-31T01:00:00Z",
            "nightly of 2030-04-01T00:30:00Z");
  }

  @Test
  void yearsPassInAMomentAndEachInstantIsMadeUpForOnce() {
    reopen();
    comeTo("2040-01-01T12:00:00Z");
    reopen();
    comeTo("2040-01-01T12:00:01Z");
    assertThat(written).doesNotHaveDuplicates().hasSizeBetween(1, 10);
    assertThat(written).contains("nightly of 2039-12-23T01:30:00Z");
  }

  @Test
  void aVersionThatDeclaresNoneEndsTheScheduleWhenItIsRouted() {
    perdure.deploy("v2", Reports.Plain.class);
    assertThat(perdure.schedules()).hasSize(1);
    perdure.primary("nightly", "v2");
    assertThat(perdure.schedules()).isEmpty();
    perdure.primary("nightly", "v1");
    assertThat(perdure.schedules()).hasSize(1);
    assertThatThrownBy(() -> perdure.unschedule("nightly"))
        .hasMessageContaining("SCHEDULE_DECLARED");
  }

  @Test
  void aProgramMakesAndRemovesSchedulesOfItsOwn() {
    perdure.schedule("hourly", Duration.ofHours(1), "write", List.of("an hour"));
    perdure.schedule("weekly", "0 9 * * MON", "Europe/Berlin", "write", List.of("a week"));
    assertThat(perdure.schedules())
        .extracting(schedule -> schedule.name().text())
        .containsExactly("hourly", "nightly", "weekly");
    reopen();
    comeTo("2030-03-29T13:00:00Z");
    perdure.unschedule("hourly");
    comeTo("2030-04-01T07:00:00Z");
    assertThat(written).contains("an hour", "a week").hasSize(2 + 1);
  }

  @Test
  void argumentsThatTheFunctionDoesNotTakeAreRefused() {
    assertThatThrownBy(() -> perdure.schedule("s", Duration.ofHours(1), "write", List.of(7)))
        .hasMessageContaining("VALUE_MISMATCH");
    assertThatThrownBy(() -> perdure.schedule("s", "0 9 * *", "UTC", "write", List.of("a")))
        .hasMessageContaining("BAD_CRON");
    assertThat(
            perdure
                .node()
                .<Boolean>read(state -> state.schedules().get(new ScheduleName("s")) == null))
        .isTrue();
  }
}
