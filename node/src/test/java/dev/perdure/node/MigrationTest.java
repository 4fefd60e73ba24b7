package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.value.PerdureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Running tasks go on with other versions (E11).
class MigrationTest {
  private static final Change ADA = new Change("ada", "");

  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(config());
    perdure.deploy("v1", Letters.Plain.class);
  }

  private NodeConfig config() {
    return NodeConfig.in(dir).withMemory(new MemoryLimits(Duration.ZERO, 0, 1));
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  /// A task that has got its first word, and waits for another one.
  private TaskId halfWay() {
    var task = perdure.start("collect", List.of(), StartOptions.NONE);
    perdure.send(task, "word", "out");
    await().until(() -> receptions(task) == 2 && perdure.node().attempts() == 0);
    return task;
  }

  private long receptions(TaskId task) {
    return perdure.node().history(task).stream().filter(Event.Asked.class::isInstance).count();
  }

  private void assertReplays(TaskId task) {
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.asRecorded()).as("%s", report).isTrue();
    assertThat(report.outcome()).isNotNull();
  }

  @Test
  void aTaskGoesOnWithCodeThatDoesTheSameUpToHere() {
    var task = halfWay();
    perdure.deploy("v2", Letters.Loud.class);
    perdure.migrate(task, "v2");
    perdure.send(task, "word", "lives");
    assertThat(perdure.await(task, String.class)).isEqualTo("out and lives!");
    assertReplays(task);
  }

  @Test
  void aMigratedTaskStaysSoAfterARestartAndItsOldVersionMayGo() {
    var task = halfWay();
    perdure.deploy("v2", Letters.Loud.class);
    perdure.primary("collect", "v2");
    perdure.primary("joined", "v2");
    perdure.migrate(task);
    perdure.close();
    perdure = Perdure.open(config());
    perdure.node().remove(new Version("v1"), ADA);
    perdure.send(task, "word", "lives");
    assertThat(perdure.await(task, String.class)).isEqualTo("out and lives!");
    assertReplays(task);
  }

  @ParameterizedTest
  @ValueSource(classes = {Letters.Timed.class, Letters.Silent.class, Letters.Endless.class})
  void aTaskGoesOnAsItWasWhereTheOtherCodeWouldHaveDoneSomethingElse(Class<?> other) {
    var task = halfWay();
    perdure.deploy("v2", other);
    assertRefused(task);
    perdure.send(task, "word", "lives");
    assertThat(perdure.await(task, String.class)).isEqualTo("out lives");
    assertReplays(task);
  }

  private void assertRefused(TaskId task) {
    assertThatThrownBy(() -> perdure.migrate(task, "v2"))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.problem().code()).isEqualTo(EngineCode.MIGRATION_DIVERGES));
  }

  @Test
  void aNodeThatHasJustBeenOpenedMigratesATaskAsSoonAsItIsAsked() {
    perdure.deploy("v2", Letters.Loud.class);
    for (int i = 0; i < 20; i++) {
      var task = perdure.start("collect", List.of(), StartOptions.NONE);
      perdure.close();
      perdure = Perdure.open(i % 2 == 0 ? config() : config().withoutRunningTasks());
      perdure.migrate(task, "v2");
      assertThat(perdure.node().<String>read(state -> state.task(task).version().text()))
          .isEqualTo("v2");
    }
  }

  @Test
  void whatABranchLeavesOutIsFound() {
    perdure.deploy("forked", Letters.Forked.class);
    var task = perdure.start("fork", List.of(), StartOptions.NONE);
    await().until(() -> receptions(task) == 2 && perdure.node().attempts() == 0);
    perdure.deploy("v2", Letters.Forgetful.class);
    assertRefused(task);
    perdure.send(task, "word", "end");
    assertThat(perdure.await(task, String.class)).isEqualTo("end");
  }

  @Test
  void manyTasksAreMigratedWhileTheyRun() {
    perdure.deploy("v2", Letters.Loud.class);
    for (int i = 0; i < 100; i++) {
      var task = perdure.start("collect", List.of(), StartOptions.NONE);
      perdure.send(task, "word", "out");
      perdure.migrate(task, "v2");
      perdure.send(task, "word", "lives");
      assertThat(perdure.await(task, String.class)).isEqualTo("out and lives!");
    }
  }
}
