package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Sql;
import dev.perdure.engine.Change;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Money is neither made nor lost, wherever an engine dies while it moves some.
@Timeout(120) // a task that never ends is one that lost its outcome
class SqlCrashTest {
  private static final StartOptions ONCE = StartOptions.NONE.withKey("once");
  private static final TypeToken<List<Long>> LEFT = new TypeToken<>() {};
  private static final Change CHANGE = new Change("ada", "restored");
  private static final int TIMES = 1;

  @TempDir Path folder;

  /// A kind of database.
  enum Kind {
    SQLITE,
    POSTGRES
  }

  private DataSource bank(Kind kind) throws SQLException {
    var source = kind == Kind.SQLITE ? Databases.sqlite(folder) : Databases.postgres();
    Bank.found(source);
    return source;
  }

  private static Perdure open(Path data, DataSource source) {
    var perdure = Perdure.open(data);
    perdure.effects().bind(Sql.class, new JdbcEffect(source));
    perdure.deploy("v1", Bank.class);
    return perdure;
  }

  static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.endsWith("lock")) {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A node that dies at some step: what it says and does afterwards reaches nobody.
  private static final class Dying {
    private final String kind;
    private final int at;
    private final Runnable death;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicBoolean dead = new AtomicBoolean();
    private final WatchedSource source;

    /// @param kind the steps that count; empty: all
    Dying(DataSource source, String kind, int at, Runnable death) {
      this.kind = kind;
      this.at = at;
      this.death = death;
      this.source = new WatchedSource(source, this::step);
    }

    private synchronized void step(String what) {
      if (!dead.get() && what.contains(kind) && steps.getAndIncrement() == at) {
        death.run();
        dead.set(true);
        source.cut();
      }
      if (dead.get()) {
        throw new IllegalStateException("dead");
      }
    }

    boolean isDead() {
      return dead.get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void moneyIsMovedOnceWhereverTheEngineDies(Kind kind) throws SQLException {
    int deaths = 0;
    while (dies(kind, deaths)) {
      deaths++;
    }
    assertThat(deaths).as("steps with the database").isGreaterThan(20);
  }

  /// @return whether it came to that step
  private boolean dies(Kind kind, int step) throws SQLException {
    var source = bank(kind);
    var before = folder.resolve(kind + "-" + step + "-before");
    var after = folder.resolve(kind + "-" + step + "-after");
    var dying = new Dying(source, "", step, () -> copy(before, after));
    try (var perdure = open(before, dying.source)) {
      var task = perdure.start("move", List.of(TIMES), ONCE);
      Awaitility.await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> dying.isDead() || ended(perdure, task));
    }
    var data = dying.isDead() ? after : before;
    try (var perdure = open(data, source)) {
      assertThat(perdure.call("move", List.of(TIMES), LEFT, ONCE))
          .as("step %s", step)
          .isEqualTo(Bank.left(TIMES));
    }
    assertThat(Bank.books(source)).as("step %s", step).isEqualTo(Bank.books(TIMES));
    return dying.isDead();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDoneIsMadeUpForThoughTheTaskWasCancelledBeforeItWasTold(Kind kind)
      throws SQLException {
    var source = bank(kind);
    var before = folder.resolve("before");
    var after = folder.resolve("after");
    TaskId task;
    var dying = new Dying(source, "after commit", 1, () -> copy(before, after));
    try (var perdure = open(before, dying.source)) {
      task = perdure.start("reserve", List.of(40), ONCE);
      Awaitility.await().until(dying::isDead);
    }
    assertThat(Bank.books(source)).startsWith(Bank.ALL - 40, 40L);
    try (var node = Node.open(NodeConfig.in(after).withoutRunningTasks())) {
      node.cancel(task, CHANGE);
    }
    try (var perdure = Perdure.open(after)) {
      Awaitility.await().until(() -> perdure.node().attempts() > 0 || hasEnded(perdure, task));
      perdure.deploy("v2", Parcels.class);
      assertThat(hasEnded(perdure, task)).as("ended with nobody who knows what it did").isFalse();
      perdure.effects().bind(Sql.class, new JdbcEffect(source));
      assertThatThrownBy(() -> perdure.await(task, Integer.class)).isInstanceOf(TaskFailed.class);
    }
    assertThat(Bank.books(source)).startsWith(Bank.ALL, 0L);
  }

  private static boolean hasEnded(Perdure perdure, TaskId task) {
    return perdure.node().<Boolean>read(state -> state.endedTask(task) != null);
  }

  private static boolean ended(Perdure perdure, TaskId task) {
    return perdure.node().await(task, Duration.ofMillis(1)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void anEngineWhoseDatabaseWasTakenOverStops(Kind kind) throws SQLException {
    var source = bank(kind);
    var data = folder.resolve("data");
    var copied = folder.resolve("copied");
    try (var zombie = open(data, source)) {
      var task = zombie.start("obey", List.of(), ONCE);
      zombie.send(task, "amount", 1);
      Awaitility.await().until(() -> Bank.books(source).get(2) == 1);
      copy(data, copied);
      try (var next = open(copied, source)) {
        next.send(task, "amount", 2);
        next.send(task, "amount", 0);
        assertThat(next.await(task, LEFT)).isEqualTo(Bank.left(2));
      }
      zombie.send(task, "amount", 5);
      assertThat(zombie.node().awaitStop().what()).contains("SQL_FENCED");
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(2));
    try (var again = Perdure.open(data)) {
      again.effects().bind(Sql.class, new JdbcEffect(source)); // it may stop before all else
      assertThat(again.node().awaitStop().what()).contains("SQL_FENCED");
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(2));
  }

  @ParameterizedTest
  @EnumSource
  void aRestoredBackupTakesOverWhatTheDatabaseKnows(Kind kind) throws SQLException {
    var source = bank(kind);
    var data = folder.resolve("data");
    var backup = folder.resolve("backup");
    var task = begun(data, source);
    copy(data, backup);
    moreIsMoved(data, source, task);
    acceptedAfterItStopped(backup, source, task);
    try (var restored = open(backup, source)) {
      restored.send(task, "amount", 3);
      restored.send(task, "amount", 4);
      restored.send(task, "amount", 0);
      assertThat(restored.await(task, LEFT)).isEqualTo(Bank.left(4));
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(4));
  }

  @ParameterizedTest
  @EnumSource
  void aTaskThatTakesAnotherWayThanTheDatabaseKnowsStandsStill(Kind kind) throws SQLException {
    var source = bank(kind);
    var data = folder.resolve("data");
    var backup = folder.resolve("backup");
    var task = begun(data, source);
    copy(data, backup);
    moreIsMoved(data, source, task);
    acceptedAfterItStopped(backup, source, task);
    try (var restored = open(backup, source)) {
      restored.send(task, "amount", 30);
      Awaitility.await()
          .until(() -> restored.node().read(s -> s.task(task).status() == TaskStatus.PAUSED));
      assertThat(restored.node().history(task).toString()).contains("SQL_OUTCOME_DIFFERS");
      restored.node().cancel(task, CHANGE);
      assertThatThrownBy(() -> restored.await(task, LEFT)).isInstanceOf(TaskFailed.class);
    }
    assertThat(Bank.books(source)).isEqualTo(Bank.books(3));
  }

  /// A task has moved 1.
  private static TaskId begun(Path data, DataSource source) throws SQLException {
    try (var perdure = open(data, source)) {
      var task = perdure.start("obey", List.of(), ONCE);
      perdure.send(task, "amount", 1);
      Awaitility.await().until(() -> Bank.books(source).get(2) == 1);
      return task;
    }
  }

  /// In another life it moves 2 and 3.
  private static void moreIsMoved(Path data, DataSource source, TaskId task) throws SQLException {
    try (var perdure = open(data, source)) {
      perdure.send(task, "amount", 2);
      perdure.send(task, "amount", 3);
      Awaitility.await().until(() -> Bank.books(source).get(2) == 3);
    }
  }

  /// The backup is opened, is to move 2, and stops; a person says that it goes on.
  private static void acceptedAfterItStopped(Path backup, DataSource source, TaskId task) {
    String stopped;
    try (var restored = open(backup, source)) {
      restored.send(task, "amount", 2);
      stopped = restored.node().awaitStop().what();
    } catch (PerdureException e) {
      stopped = e.problem().what();
    }
    var owner = Pattern.compile("perdure log accept ([0-9a-f]{16})").matcher(stopped);
    assertThat(owner.find()).as(stopped).isTrue();
    try (var node = Node.open(NodeConfig.in(backup).withoutRunningTasks())) {
      node.accept(OwnerId.parse(owner.group(1)), CHANGE);
    }
  }
}
