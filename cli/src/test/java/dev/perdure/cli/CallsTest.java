package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.view.TaskIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Calls of tasks that do not come to their end.
@Timeout(60)
class CallsTest {
  private static final String PLACE = "dev.perdure.cli.place";
  private static final String ODD =
      """
      package odd;
      import dev.perdure.api.Clock;
      import dev.perdure.api.Routed;
      import dev.perdure.api.Task;
      import dev.perdure.api.Tasks;
      import java.time.Duration;
      public final class Odd {
        private final Tasks tasks;
        private final Clock clock;
        Odd(Tasks tasks, Clock clock) {
          this.tasks = tasks;
          this.clock = clock;
        }
        @Routed
        public String deep(long n) {
          return "" + sum(n);
        }
        private long sum(long n) {
          return n + sum(n + 1);
        }
        @Routed
        public String parent(long n) {
          Task<String> child = tasks.start("deep", n);
          return child.await();
        }
        @Routed
        public String patient(long n) {
          Task<String> child = tasks.start("deep", n);
          return tasks.race(child::await, () -> rested());
        }
        private String rested() {
          clock.sleep(Duration.ofSeconds(3));
          return "rested";
        }
        @Routed
        public String moody(String name) {
          clock.sleep(Duration.ofHours(Long.getLong("PLACE")));
          return name;
        }
      }
      """
          .replace("PLACE", PLACE);

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deploy() throws IOException {
    sandbox = new Sandbox(directory);
    Files.write(directory.resolve("odd.jar"), Sample.jar(Map.of("Odd", ODD)));
    sandbox.out("deploy", "odd.jar", "--as", "v1", "--trust", "odd");
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1-shop");
  }

  private String started(String function, String argument) {
    return sandbox.out("call", function, argument, "--key", "k", "--start").strip();
  }

  @Test
  void aCallOfAPausedTaskEndsAndSaysWhoPausedIt() {
    var id = started("nap", "3600");
    sandbox.out("task", "pause", id, "--why", "lunch");
    var result = sandbox.run("call", "nap", "3600", "--key", "k");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err())
        .contains("TASK_PAUSED: task " + id + " is paused", "paused by ada: lunch")
        .contains("`perdure task resume " + id + "`");
  }

  @Test
  void aCallJoinsATaskThatWasResumed() {
    var id = started("nap", "0");
    sandbox.out("task", "pause", id);
    assertThat(sandbox.run("call", "nap", "0", "--key", "k").err()).contains("TASK_PAUSED");
    sandbox.out("task", "resume", id);
    assertThat(sandbox.out("call", "nap", "0", "--key", "k")).isEqualTo("\"rested\"\n");
  }

  @Test
  void aCallEndsWhenItsTaskHasCrashedTooOften() {
    var result = sandbox.run("call", "deep", "0", "--json");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.out())
        .startsWith("{\"problem\":{\"code\":\"TASK_PAUSED\"")
        .contains("it crashed too often: java.lang.StackOverflowError");
  }

  @Test
  void aCallEndsWhenTheChildThatItsTaskWaitsForIsPaused() {
    assertThat(sandbox.run("call", "parent", "0").err())
        .contains("TASK_PAUSED: ", ", which task ", " waits for, is paused")
        .contains("it crashed too often: java.lang.StackOverflowError");
  }

  @Test
  void aCallGoesOnWhileOneOfItsTasksPlacesCanStillEnd() {
    assertThat(sandbox.out("call", "patient", "0")).isEqualTo("\"rested\"\n");
  }

  @Test
  void aCallOfATaskThatDivergesEndsAndSaysWhere() {
    System.setProperty(PLACE, "1");
    try {
      var id = started("moody", "\"x\"");
      awaitSleep(id);
      System.setProperty(PLACE, "2");
      var result = sandbox.run("call", "moody", "\"x\"", "--key", "k");
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err())
          .contains("DIVERGED: task " + id + " has diverged", "PT1H", "PT2H")
          .contains("`perdure task resume " + id + "`");
    } finally {
      System.clearProperty(PLACE);
    }
  }

  /// Runs the tasks until one has come to its sleep.
  private void awaitSleep(String id) {
    try (var node = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
      while (node.read(
          state ->
              TaskIds.all(state)
                  .anyMatch(t -> t.toString().equals(id) && state.task(t).waiting().isEmpty()))) {
        Thread.onSpinWait();
      }
    }
  }
}
