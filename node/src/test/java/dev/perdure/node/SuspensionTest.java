package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks that wait take no thread (E16).
class SuspensionTest {
  private static final Change ADA = new Change("ada", "test");

  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure =
        Perdure.open(
            NodeConfig.in(dir)
                .withMemory(new MemoryLimits(Duration.ZERO, 0, 1))
                .withShadowLimits(ShadowLimits.defaults().onBusyMachine()));
    perdure.deploy("v1", Waits.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private TaskId start(String function) {
    return perdure.start(function, List.of(), StartOptions.NONE);
  }

  private long suspensions(TaskId task) {
    return perdure.node().history(task).stream().filter(Event.Suspended.class::isInstance).count();
  }

  private void awaitSuspension(TaskId task, long times) {
    await().until(() -> suspensions(task) == times && perdure.node().attempts() == 0);
  }

  @Test
  void aTaskThatWaitsForMessagesIsReplayedWhenEachComes() {
    var task = start("twoWords");
    awaitSuspension(task, 1);
    perdure.send(task, "word", "out");
    awaitSuspension(task, 2);
    perdure.send(task, "word", "lives");
    assertThat(perdure.await(task, String.class)).isEqualTo("out lives");
  }

  @Test
  void aTaskWhoseBranchesAllWaitIsSuspendedAsAWhole() {
    var task = start("aWordOrAChild");
    awaitSuspension(task, 1);
    perdure.send(task, "word", "first");
    assertThat(perdure.await(task, String.class)).isEqualTo("first");
  }

  @Test
  void cleanUpCodeDoesNotRunWhenATaskIsSuspendedAndDoesWhenItIsCancelled() {
    var task = start("cleansUp");
    awaitSuspension(task, 1);
    assertThat(lines(task)).isEmpty();
    perdure.node().cancel(task, ADA);
    perdure.node().await(task);
    assertThat(lines(task)).containsExactly("cleaned up");
  }

  private List<String> lines(TaskId task) {
    return perdure.node().history(task).stream()
        .filter(e -> e instanceof Event.Recorded r && r.effect() instanceof Effect.LogLine)
        .map(e -> ((Effect.LogLine) ((Event.Recorded) e).effect()).text())
        .toList();
  }

  @Test
  void aCallDuringWhichItsTaskWasSuspendedIsShadowedOnceWhenItEnds() {
    perdure.deploy("v2", Waits.AskAgain.class);
    perdure.shadow("ask", "v1", "v2");
    var task = start("asksTwice");
    awaitSuspension(task, 1);
    perdure.send(task, "word", "a");
    awaitSuspension(task, 2);
    assertThat(compared()).isEqualTo(new ShadowCountOf(1, 0));
    perdure.send(task, "word", "b");
    assertThat(perdure.await(task, String.class)).isEqualTo("first a, second b");
    assertThat(compared()).isEqualTo(new ShadowCountOf(2, 0));
  }

  private record ShadowCountOf(long same, long different) {}

  private ShadowCountOf compared() {
    assertThat(perdure.node().awaitShadows(Duration.ofMinutes(1))).isTrue();
    var key = new ShadowCount.Key(new FunctionName("ask"), new Version("v1"), new Version("v2"));
    return perdure
        .node()
        .read(state -> {
          var count = state.shadows().get(key);
          return count == null
              ? new ShadowCountOf(0, 0)
              : new ShadowCountOf(count.same(), count.different());
        });
  }

  @Test
  void aSuspendedTaskWakesOnTheNodeThatOpensTheDirectoryNext() {
    var task = start("twoWords");
    awaitSuspension(task, 1);
    perdure.close();
    open();
    assertThat(perdure.node().attempts()).isZero();
    perdure.send(task, "word", "a");
    perdure.send(task, "word", "b");
    assertThat(perdure.await(task, String.class)).isEqualTo("a b");
  }
}
