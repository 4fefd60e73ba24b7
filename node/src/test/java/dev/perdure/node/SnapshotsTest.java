package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.OwnerId;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots (E4): caches from which a node recovers in a time that does not grow with its log.
class SnapshotsTest {
  private static final int EVENTS = 50;

  @TempDir Path dir;

  private Perdure open(Path directory) {
    var perdure = Perdure.open(NodeConfig.in(directory).withSnapshotEvents(EVENTS));
    perdure.deploy("v1", Waits.class);
    return perdure;
  }

  private Path snapshot() {
    return dir.resolve("snapshot");
  }

  /// Runs tasks until there is a new snapshot, of many of their events.
  private void untilSnapshot(Perdure perdure) throws IOException {
    for (int i = 0; i < 10 * EVENTS; i++) {
      wake(perdure, start(perdure, "twoWords"));
    }
    await().until(() -> Files.exists(snapshot()));
  }

  private static TaskId start(Perdure perdure, String function) {
    return perdure.start(function, List.of(), StartOptions.NONE);
  }

  private static void wake(Perdure perdure, TaskId task) {
    perdure.send(task, "word", "a");
    perdure.send(task, "word", "b");
    assertThat(perdure.await(task, String.class)).isEqualTo("a b");
  }

  private static Value state(Perdure perdure) {
    return perdure.node().read(state -> state.describe());
  }

  @Test
  void aNodeRecoversFromTheNewestSnapshotAndTheLogBehindIt() throws IOException {
    TaskId waiting;
    long events;
    try (var perdure = open(dir)) {
      waiting = start(perdure, "twoWords");
      untilSnapshot(perdure);
      events = perdure.node().<Long>read(state -> state.lastOffset()) + 1;
    }
    try (var perdure = open(dir)) {
      var recovery = perdure.node().recovery();
      assertThat(recovery.fromSnapshot()).isGreaterThanOrEqualTo(EVENTS);
      assertThat(recovery.fromSnapshot() + recovery.fromLog()).isGreaterThanOrEqualTo(events);
      wake(perdure, waiting);
    }
  }

  @Test
  void whoDeletesTheSnapshotLosesNothingButTime() throws IOException {
    Value with;
    Set<OwnerId> owners;
    try (var perdure = open(dir)) {
      start(perdure, "sleepsADay");
      untilSnapshot(perdure);
    }
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      assertThat(perdure.node().recovery().fromSnapshot()).isPositive();
      with = withoutLives(state(perdure));
      owners = owners(perdure);
      assertThat(owners).hasSize(2);
    }
    Files.delete(snapshot());
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
      assertThat(withoutLives(state(perdure))).isEqualTo(with);
      assertThat(owners(perdure)).hasSize(3).containsAll(owners);
    }
  }

  private static Set<OwnerId> owners(Perdure perdure) {
    return perdure.node().read(state -> Set.copyOf(state.lineage().owners()));
  }

  /// Each opening is an event.
  private static Value withoutLives(Value state) {
    return ((dev.perdure.value.MapValue) state)
        .without(new dev.perdure.value.Str("epoch"))
        .without(new dev.perdure.value.Str("lineage"))
        .without(new dev.perdure.value.Str("last offset"));
  }

  @Test
  void aDamagedSnapshotIsNotUsed() throws IOException {
    try (var perdure = open(dir)) {
      untilSnapshot(perdure);
    }
    var bytes = Files.readAllBytes(snapshot());
    bytes[bytes.length / 2] ^= 1;
    Files.write(snapshot(), bytes);
    try (var perdure = open(dir)) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
      wake(perdure, start(perdure, "twoWords"));
    }
  }

  @Test
  void theSnapshotOfALogThatWentOnOtherwiseIsNotUsed(@TempDir Path copy) throws IOException {
    open(dir).close();
    copy(dir.resolve("log"), copy.resolve("log"));
    copy(dir.resolve("universes"), copy.resolve("universes"));
    try (var perdure = open(dir)) {
      untilSnapshot(perdure);
    }
    try (var perdure = open(copy)) {
      for (int i = 0; i < 12 * EVENTS; i++) {
        wake(perdure, start(perdure, "twoWords"));
      }
    }
    Files.copy(
        snapshot(), copy.resolve("snapshot"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (var perdure = open(copy)) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
      assertThat(perdure.node().<Integer>read(state -> state.ended().size()))
          .isEqualTo(12 * EVENTS);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
