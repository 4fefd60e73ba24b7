package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.value.MapValue;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// E4: histories of tasks that ended long ago are dropped; live tasks never lose theirs.
@Timeout(120)
class RetentionTest {
  private static final Change ADA = new Change("ada", "tidy up");
  private static final String LONG = "x".repeat(500);

  @TempDir Path dir;

  /// A log of small segments, for only whole ones are compacted.
  @BeforeEach
  void makeLog() {
    Log.open(dir.resolve("log"), LogSettings.defaults().withSegmentBytes(64 << 10)).close();
  }

  private Perdure open(NodeConfig config) {
    var perdure = Perdure.open(config);
    perdure.deploy("v1", Waits.class);
    return perdure;
  }

  private Perdure open() {
    return open(NodeConfig.in(dir));
  }

  private static TaskId start(Perdure perdure, String function, Object... arguments) {
    return perdure.start(function, List.of(arguments), StartOptions.NONE);
  }

  /// Runs some tasks to their end, one after the other.
  private static TaskId run(Perdure perdure, int tasks) {
    TaskId last = null;
    for (int i = 0; i < tasks; i++) {
      last = start(perdure, "ask", LONG + i);
      perdure.send(last, "word", "" + i);
      assertThat(perdure.await(last, String.class)).endsWith(" " + i);
    }
    return last;
  }

  private long logBytes() throws IOException {
    try (var files = Files.list(dir.resolve("log"))) {
      return files
          .filter(file -> file.toString().endsWith(".segment"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static void assertUnknown(Perdure perdure, TaskId task) {
    assertThatThrownBy(() -> perdure.node().history(task))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(EngineCode.UNKNOWN_TASK));
  }

  private static Value state(Perdure perdure) {
    return ((MapValue) perdure.node().<Value>read(state -> state.describe()))
        .without(new Str("epoch"))
        .without(new Str("lineage"))
        .without(new Str("last offset"));
  }

  @Test
  void tasksThatEndedAreForgottenAndTheSpaceOfTheirHistoriesIsGivenBack() throws IOException {
    TaskId waiting;
    Value state;
    try (var perdure = open()) {
      waiting = start(perdure, "ask", "the first");
      var done = run(perdure, 300);
      long before = logBytes();
      var report = perdure.compact(Duration.ZERO);
      assertThat(report.forgotten()).isEqualTo(300);
      assertThat(report.segments()).isPositive();
      assertThat(report.records()).isGreaterThan(900);
      assertThat(before - logBytes()).isEqualTo(report.bytes()).isGreaterThan(before / 2);
      assertUnknown(perdure, done);
      assertThat(perdure.compact(Duration.ZERO)).isEqualTo(new Node.Compacted(0, 0, 0, 0));
      state = state(perdure);
    }
    assertThat(Log.verify(dir.resolve("log")).damage()).isEmpty();
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      assertThat(state(perdure)).isEqualTo(state);
    }
    Files.deleteIfExists(dir.resolve("snapshot"));
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
      assertThat(state(perdure)).isEqualTo(state);
    }
    try (var perdure = open()) {
      perdure.send(waiting, "word", "again");
      assertThat(perdure.await(waiting, String.class)).isEqualTo("the first again");
    }
  }

  @Test
  void aTaskIsKeptUntilItHasBeenOverForSoLong() {
    try (var perdure = open()) {
      var done = run(perdure, 1);
      assertThat(perdure.compact(Duration.ofHours(1)).forgotten()).isZero();
      assertThat(perdure.node().history(done)).isNotEmpty();
    }
  }

  @Test
  void aTaskIsKeptAsLongAsTheOneThatStartedItLives() {
    try (var perdure = open()) {
      var parent = start(perdure, "asksAChildLater");
      await().until(() -> child(perdure, parent) != null);
      var child = child(perdure, parent);
      perdure.send(child, "word", "heard");
      assertThat(perdure.await(child, String.class)).isEqualTo("child heard");
      assertThat(perdure.compact(Duration.ZERO).forgotten()).isZero();
      perdure.send(parent, "word", "it");
      assertThat(perdure.await(parent, String.class)).isEqualTo("it child heard");
      assertThat(perdure.compact(Duration.ZERO).forgotten()).isEqualTo(2);
      assertUnknown(perdure, child);
    }
  }

  private static TaskId child(Perdure perdure, TaskId parent) {
    return perdure
        .node()
        .<TaskId>read(state ->
            state.tasks().values().stream()
                .filter(task -> parent.equals(task.start().parent()))
                .map(task -> task.start().task())
                .findFirst()
                .orElse(null));
  }

  @Test
  void anIdempotencyKeyMayBeUsedAgainWhenItsTaskIsForgotten() {
    try (var perdure = open()) {
      var options = StartOptions.NONE.withKey("order-7");
      var first = perdure.start("ask", List.of("a"), options);
      perdure.send(first, "word", "b");
      perdure.node().await(first);
      assertThat(perdure.start("ask", List.of("a"), options)).isEqualTo(first);
      perdure.compact(Duration.ZERO);
      var second = perdure.start("ask", List.of("a"), options);
      assertThat(second).isNotEqualTo(first);
      perdure.compact(Duration.ZERO);
      assertThat(perdure.start("ask", List.of("a"), options)).isEqualTo(second);
    }
  }

  @Test
  void theIndexForgetsThemTooAndIsTheSameWhenItIsMadeAnew() throws IOException {
    List<List<Object>> rows;
    try (var perdure = open(NodeConfig.in(dir).withIndex())) {
      start(perdure, "ask", "the first");
      run(perdure, 200);
      assertThat(perdure.compact(Duration.ZERO).segments()).isPositive();
      run(perdure, 2);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      rows = rows();
    }
    assertThat(rows).hasSize(3);
    assertThat(count("select count(*) from event_rows where task is not null")).isLessThan(20);
    try (var files = Files.list(dir.resolve("index"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    try (var perdure = open(NodeConfig.in(dir).withIndex())) {
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      assertThat(rows()).isEqualTo(rows);
    }
  }

  private List<List<Object>> rows() {
    try (var reader = IndexReader.open(dir)) {
      return reader
          .query(
              "select id, status, result, start_offset, last_offset from tasks order by id",
              QueryLimits.defaults())
          .rows();
    }
  }

  private long count(String sql) {
    try (var reader = IndexReader.open(dir)) {
      return (long) reader.query(sql, QueryLimits.defaults()).rows().getFirst().getFirst();
    }
  }

  @Test
  void theIndexOfASealedLogForgetsThemToo() {
    var config = NodeConfig.in(dir).withCodec(KeyRing.fresh()).withIndex();
    try (var perdure = open(config)) {
      run(perdure, 20);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      perdure.compact(Duration.ZERO);
      run(perdure, 1);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      assertThat(count("select count(*) from tasks")).isOne();
    }
  }

  @Test
  void aCompactionThatWasCutShortIsMadeUpFor() throws IOException {
    try (var perdure = open()) {
      run(perdure, 300);
    }
    var before = segments();
    try (var perdure = open()) {
      assertThat(perdure.compact(Duration.ZERO).segments()).isGreaterThan(2);
    }
    var second = before.keySet().stream().skip(1).findFirst().orElseThrow();
    Files.write(second, before.get(second));
    try (var perdure = open()) {
      var report = perdure.compact(Duration.ZERO);
      assertThat(report.forgotten()).isZero();
      assertThat(report.segments()).isPositive();
      assertThat(Files.size(second)).isLessThan(before.get(second).length);
    }
    assertThat(Log.verify(dir.resolve("log")).damage()).isEmpty();
  }

  private SequencedMap<Path, byte[]> segments() throws IOException {
    var segments = new TreeMap<Path, byte[]>();
    try (var files = Files.list(dir.resolve("log"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".segment")).toList()) {
        segments.put(file, Files.readAllBytes(file));
      }
    }
    return segments;
  }

  @Test
  void anIndexThatDidNotFollowIsMadeAnew() {
    try (var perdure = open(NodeConfig.in(dir).withIndex())) {
      run(perdure, 20);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
    }
    try (var perdure = open()) {
      run(perdure, 300);
      assertThat(perdure.compact(Duration.ZERO).segments()).isPositive();
    }
    try (var perdure = open(NodeConfig.in(dir).withIndex())) {
      run(perdure, 1);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      assertThat(count("select count(*) from tasks")).isOne();
    }
  }

  @Test
  void tasksRunOnAndNobodyIsToldWrongWhileTheLogIsCompacted() {
    var done = new ConcurrentLinkedQueue<TaskId>();
    var goOn = new AtomicBoolean(true);
    try (var perdure = open(NodeConfig.in(dir).withIndex().withSnapshotEvents(2_000))) {
      var waiting = start(perdure, "ask", "the first");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 4; i++) {
          threads.execute(() -> {
            while (goOn.get()) {
              done.add(run(perdure, 1));
            }
          });
        }
        for (int i = 0; i < 8; i++) {
          int before = done.size();
          await().until(() -> done.size() > before + 50);
          perdure.compact(Duration.ofMillis(500));
        }
        goOn.set(false);
      }
      perdure.send(waiting, "word", "again");
      assertThat(perdure.await(waiting, String.class)).isEqualTo("the first again");
      perdure.compact(Duration.ZERO);
      perdure.node().index().orElseThrow().askFresh(reader -> true);
      assertThat(count("select count(*) from tasks")).isZero();
      assertThat(perdure.node().<Integer>read(state -> state.ended().size())).isZero();
    }
    assertThat(Log.verify(dir.resolve("log")).isSound()).isTrue();
    try (var perdure = open()) {
      run(perdure, 1);
    }
  }

  @Test
  void aNodeThatIsToldForHowLongForgetsByItself() {
    try (var perdure = open(NodeConfig.in(dir).withRetention(Duration.ofMillis(1)))) {
      var done = run(perdure, 1);
      await().until(() -> perdure.node().<Boolean>read(state -> state.endedTask(done) == null));
    }
  }

  @Test
  void aNodeInMemoryForgetsToo() {
    try (var perdure = Perdure.inMemory()) {
      perdure.deploy("v1", Waits.class);
      var waiting = start(perdure, "ask", "the first");
      run(perdure, 50);
      var report = perdure.compact(Duration.ZERO);
      assertThat(report.forgotten()).isEqualTo(50);
      assertThat(report.records()).isGreaterThan(150);
      perdure.send(waiting, "word", "again");
      assertThat(perdure.await(waiting, String.class)).isEqualTo("the first again");
    }
  }

  @Test
  void aBackupOfACompactedLogIsMadeAgainAndRestored() throws IOException {
    var backup = dir.resolveSibling(dir.getFileName() + "-backup");
    var restored = dir.resolveSibling(dir.getFileName() + "-restored");
    TaskId before;
    TaskId kept;
    try (var perdure = open()) {
      before = run(perdure, 300);
      Backup.make(perdure.node(), backup);
      var manifest = Files.readString(backup.resolve(Manifest.FILE));
      perdure.compact(Duration.ZERO);
      kept = run(perdure, 1);
      Backup.make(perdure.node(), backup);
      assertThat(backup.resolve(Backup.REPLACED)).doesNotExist();
      assertThat(Files.readString(backup.resolve(Manifest.FILE))).isNotEqualTo(manifest);
      assertThat(Backup.make(perdure.node(), backup).copied()).isLessThanOrEqualTo(1);
    }
    Backup.restore(backup, restored);
    try (var perdure = Perdure.open(restored)) {
      assertUnknown(perdure, before);
      assertThat(perdure.await(kept, String.class)).endsWith(" 0");
    }
  }

  @Test
  void aBackupWhoseReplacedFilesWereNotPutInPlaceIsTheOneThatItsManifestNames() throws IOException {
    var backup = dir.resolveSibling(dir.getFileName() + "-backup");
    var restored = dir.resolveSibling(dir.getFileName() + "-restored");
    TaskId before;
    try (var perdure = open()) {
      before = run(perdure, 300);
      Backup.make(perdure.node(), backup);
      perdure.compact(Duration.ZERO);
      var copying = new BackupCopy(dir, backup, Manifest.read(backup));
      copying.log(perdure.node().log().durable());
      assertThat(copying.copied()).isGreaterThan(1);
    }
    assertThat(backup.resolve(Backup.REPLACED)).exists();
    Backup.restore(backup, restored);
    try (var perdure = Perdure.open(restored)) {
      assertThat(perdure.await(before, String.class)).endsWith(" 299");
    }
  }
}
