package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.api.Routed;
import dev.perdure.api.TaskCancelled;
import dev.perdure.api.Tasks;
import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queues and delays (E18) on a real node and log, by a clock that is set.
class QueuesTest {
  private static final Change ADA = new Change("ada", "changed my mind");
  private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");
  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.in(dir).withClock(() -> now));
    perdure.deploy("v1", Reminders.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private TaskId start(String customer, Queueing queueing) {
    var options = StartOptions.NONE.withQueueing(queueing);
    return perdure.start("remind", List.of(customer), options);
  }

  private TaskStatus status(TaskId task) {
    return perdure
        .node()
        .read(state -> {
          var live = state.task(task);
          return live != null
              ? live.status()
              : Objects.requireNonNull(state.endedTask(task)).status();
        });
  }

  @Test
  void aChildThatIsToBeginLaterDoesSoAcrossARestart() {
    var task = perdure.start("remindIn", List.of(Duration.ofDays(400), "ada"), StartOptions.NONE);
    await().until(() -> perdure.node().<Integer>read(state -> state.tasks().size()) == 2);
    close();
    now = now.plus(Duration.ofDays(399));
    open();
    assertThat(perdure.node().<Integer>read(state -> state.tasks().size())).isEqualTo(2);
    now = now.plus(Duration.ofDays(1));
    assertThat(perdure.await(task, String.class)).isEqualTo("ada at 2031-02-05T00:00:00Z");
    assertThat(perdure.node().replay(task, Map.of(), Extras.none()).divergence()).isNull();
  }

  @Test
  void aTaskOfAHigherPriorityBeginsFirst() {
    var limit = new QueueLimit(new FunctionName("remind"), 1, 1, 60_000, false);
    perdure.limit(limit);
    var first = start("ada", Queueing.NONE);
    perdure.await(first, String.class);
    long due = now.plusSeconds(5).toEpochMilli();
    var bob = start("bob", Queueing.NONE);
    var queueing = Queueing.NONE.withKey("ada").withPriority(5).withNotBeforeMillis(due);
    var cy = start("cy", queueing);
    now = now.plusSeconds(60);
    assertThat(perdure.await(cy, String.class)).isEqualTo("cy at 2030-01-01T00:01:00Z");
    assertThat(status(bob)).isEqualTo(TaskStatus.QUEUED);
    now = now.plusSeconds(60);
    assertThat(perdure.await(bob, String.class)).isEqualTo("bob at 2030-01-01T00:02:00Z");
  }

  @Test
  void aTaskThatNeverBeganIsReplayedToItsEnd() {
    var task = start("ada", Queueing.NONE.withNotBeforeMillis(now.plusSeconds(9).toEpochMilli()));
    perdure.node().cancel(task, ADA);
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.outcome()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(report.divergence()).isNull();
    assertThat(perdure.node().history(task))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Started", "Queued", "Finished");
  }

  @Test
  void startingAgainUnderAKeyJoinsTheTaskThatWaits() {
    var later = Queueing.NONE.withNotBeforeMillis(now.plusSeconds(9).toEpochMilli());
    var options = StartOptions.NONE.withKey("once").withQueueing(later);
    var tasks = new ArrayList<TaskId>();
    for (int i = 0; i < 3; i++) {
      tasks.add(perdure.start("remind", List.of("ada"), options));
    }
    assertThat(tasks).containsOnly(tasks.getFirst());
    now = now.plusSeconds(9);
    perdure.await(tasks.getFirst(), String.class);
    assertThat(perdure.node().history(tasks.getFirst()))
        .filteredOn(Event.Begun.class::isInstance)
        .hasSize(1);
  }

  /// A function that starts itself.
  public static final class Nested {
    private final Tasks tasks;

    public Nested(Tasks tasks) {
      this.tasks = tasks;
    }

    @Routed
    public String nested(int depth) {
      try {
        return depth == 0 ? "done" : tasks.<String>start("nested", depth - 1).await();
      } catch (TaskCancelled e) {
        return "told " + e.getMessage();
      }
    }
  }

  @Test
  void aTaskThatWouldWaitBehindTheOneThatStartedItIsNotWaitedForForEver() {
    perdure.deploy("v2", Nested.class);
    assertThat(perdure.call("nested", 3, String.class)).isEqualTo("done");
    perdure.limit(new QueueLimit(new FunctionName("nested"), 5, 0, 0, false));
    var task = perdure.start("nested", List.of(1), StartOptions.NONE);
    assertThat(perdure.await(task, String.class))
        .startsWith("told QUEUE_DEADLOCK: it would wait for its turn behind task " + task);
    var children =
        perdure
            .node()
            .<List<TaskId>>read(state ->
                state.ended().entrySet().stream()
                    .filter(e -> e.getValue().status() == TaskStatus.CANCELLED)
                    .map(Map.Entry::getKey)
                    .toList());
    assertThat(children).hasSize(1);
    for (var each : List.of(task, children.getFirst())) {
      var report = perdure.node().replay(each, Map.of(), Extras.none());
      assertThat(report.asRecorded()).as("%s", report).isTrue();
    }
  }
}
