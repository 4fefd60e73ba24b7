package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.TaskId;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cron job over the night on which clocks are set, undisturbed and with a crash at every step.
class NightlyTest {
  private static final Instant START = Instant.parse("2030-03-29T12:00:00Z");
  private static final Instant END = Instant.parse("2030-04-01T12:00:00Z");
  private static final List<String> DONE =
      List.of(
          "clear before 2030-02-28T01:30:00Z",
          "3 things were cleared at 2030-03-30T01:30:00Z",
          "clear before 2030-03-01T01:00:00Z",
          "3 things were cleared at 2030-03-31T01:00:00Z",
          "clear before 2030-03-02T00:30:00Z",
          "3 things were cleared at 2030-04-01T00:30:00Z");

  @TempDir Path dir;

  @Test
  void eachNightIsCleanedUpOnceAndACrashAtAnyStepChangesNothing() {
    var futures = new ArrayList<Outside>();
    var now =
        new Outside(
            START,
            outside -> {
              Copies.copy(dir.resolve("now"), dir.resolve("" + futures.size()));
              futures.add(outside.copy());
            });
    assertCourse(now, dir.resolve("now"));
    assertThat(futures).hasSize(2 * DONE.size());
    for (int i = 0; i < futures.size(); i++) {
      assertCourse(futures.get(i), dir.resolve("" + i));
    }
  }

  /// Lets the days pass on a data directory, which may hold the first of them.
  private static void assertCourse(Outside outside, Path directory) {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withClock(outside::now))) {
      perdure
          .effects()
          .bind(Nightly.Attic.class, before -> outside.once("clear before " + before, () -> 3))
          .bind(Nightly.Letters.class, text -> outside.once(text, () -> ""));
      perdure.deploy("v1", Nightly.class);
      awaitAll(perdure, outside);
      while (outside.now().isBefore(END)) {
        outside.pass(Duration.ofMinutes(30));
        awaitAll(perdure, outside);
      }
      assertThat(outside.done()).containsExactlyElementsOf(DONE);
    }
  }

  /// Returns when nothing is due and no task is left.
  private static void awaitAll(Perdure perdure, Outside outside) {
    long now = outside.now().toEpochMilli();
    while (perdure
        .node()
        .<Boolean>read(state -> {
          var timer = state.nextTimer();
          return timer != null && timer.dueMillis() <= now;
        })) {
      // it is looked at again when that has been decided
    }
    List<TaskId> live = perdure.node().read(state -> List.copyOf(state.tasks().keySet()));
    live.forEach(task -> perdure.await(task, Void.class));
  }
}
