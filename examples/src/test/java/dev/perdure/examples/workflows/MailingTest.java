package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.StartOptions;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rate-limited queue, undisturbed and with a crash at every step.
class MailingTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final List<String> CUSTOMERS = List.of("ada", "bob", "cy", "dee", "eve");

  @TempDir Path dir;

  @Test
  void twoLettersAMinuteAreSentAndACrashAtAnyStepChangesNothing() {
    var futures = new ArrayList<Outside>();
    var now =
        new Outside(
            START,
            outside -> {
              Copies.copy(dir.resolve("now"), dir.resolve("" + futures.size()));
              futures.add(outside.copy());
            });
    assertCourse(now, dir.resolve("now"));
    assertThat(futures).hasSize(2 * CUSTOMERS.size());
    for (int i = 0; i < futures.size(); i++) {
      assertCourse(futures.get(i), dir.resolve("" + i));
    }
  }

  /// Lets the minutes pass on a data directory, which may hold the first of them.
  private static void assertCourse(Outside outside, Path directory) {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withClock(outside::now))) {
      perdure
          .effects()
          .bind(
              Mailing.Post.class,
              customer -> outside.once(outside.now() + " to " + customer, () -> ""));
      perdure.deploy("v1", Mailing.class);
      perdure.limit(new QueueLimit(new FunctionName("writeTo"), 0, 2, 60_000, false));
      var once = StartOptions.NONE.withKey("the only one");
      var task = perdure.start("writeToAll", List.of(CUSTOMERS), once);
      while (!perdure.node().<Boolean>read(state -> state.endedTask(task) != null)) {
        letTimePass(perdure, outside);
      }
      assertThat(perdure.await(task, Integer.class)).isEqualTo(CUSTOMERS.size());
      assertThat(outside.done())
          .containsExactlyInAnyOrder(
              "2030-01-01T00:00:00Z to ada",
              "2030-01-01T00:00:00Z to bob",
              "2030-01-01T00:01:00Z to cy",
              "2030-01-01T00:01:00Z to dee",
              "2030-01-01T00:02:00Z to eve");
    }
  }

  /// Sets the clock to when the next turn is, if nothing else can happen: all that has begun has
  /// ended but for who waits.
  private static void letTimePass(Perdure perdure, Outside outside) {
    long due =
        perdure
            .node()
            .<Long>read(state -> {
              var timer = state.nextTimer();
              var waiting = state.queues().counts();
              boolean quiet =
                  state.tasks().size() > 1
                      && waiting.size() == 1
                      && waiting.getFirst().running() == 0
                      && waiting.getFirst().waiting() == state.tasks().size() - 1;
              return timer == null || !quiet ? 0 : timer.dueMillis();
            });
    long now = outside.now().toEpochMilli();
    if (due > now) {
      outside.pass(Duration.ofMillis(due - now));
    }
  }
}
