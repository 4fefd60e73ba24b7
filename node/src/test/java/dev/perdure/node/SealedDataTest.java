package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Debounce;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.index.TaskFilter;
import dev.perdure.log.Log;
import dev.perdure.log.LogCode;
import dev.perdure.log.PayloadCodec;
import dev.perdure.log.aes.KeyFile;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A data directory whose payloads are sealed.
@Timeout(240)
class SealedDataTest {
  /// Stands in every argument, result, line, message, key, attribute and reason of these tests.
  private static final String SECRET = "Wbqzxv";

  private static final long SNAPSHOT_EVENTS = 40;
  private static final Change REASON = new Change("ada", "because of " + SECRET);

  @TempDir Path temp;
  private final KeyRing keys = KeyRing.fresh();

  private Path data() {
    return temp.resolve("data");
  }

  private Perdure open(@Nullable PayloadCodec codec) {
    var plain =
        NodeConfig.in(data()).withIndex().withSnapshotEvents(SNAPSHOT_EVENTS).withLines(_ -> {});
    var perdure = Perdure.open(codec == null ? plain : plain.withCodec(codec));
    perdure.effects().bind(Vault.Outside.class, new Vault.Teller());
    perdure.deploy("v1", Vault.class);
    return perdure;
  }

  private static TaskId start(Perdure perdure, String function, String word) {
    var attributes = Map.of("customer", SECRET + "-attribute");
    var options =
        new StartOptions(word + "-key-" + function, 0, Map.of(), attributes, SECRET + "-trace");
    return perdure.start(function, List.of(word), options);
  }

  /// Does all that a history has room for, until there is a snapshot and the index is in step.
  private TaskId live(Perdure perdure) {
    TaskId kept = start(perdure, "keep", SECRET + "0");
    for (int i = 1; i < SNAPSHOT_EVENTS; i++) {
      var task = start(perdure, "keep", SECRET + i);
      assertThat(perdure.await(task, String.class)).isEqualTo(told(i));
    }
    var lost = start(perdure, "lose", SECRET);
    assertThat(perdure.node().await(lost)).isInstanceOf(Outcome.Threw.class);
    var paused = start(perdure, "receive", SECRET);
    perdure.send(paused, "word", SECRET + "-sent", SECRET + "-key");
    perdure.node().pause(paused, REASON);
    var cancelled = start(perdure, "receive", SECRET + "-2");
    perdure.node().cancel(cancelled, REASON);
    assertThat(perdure.node().await(cancelled)).isInstanceOf(Outcome.Cancelled.class);
    start(perdure, "receive", SECRET + "-3");
    burst(perdure);
    await().until(() -> Files.exists(data().resolve("snapshot")));
    perdure.node().index().orElseThrow().askFresh(reader -> reader.position());
    return kept;
  }

  /// The index knows of the first start when the second comes.
  private static void burst(Perdure perdure) {
    var options =
        StartOptions.NONE
            .withAttributes(Map.of("customer", SECRET + "-attribute"))
            .withDebounce(Debounce.of(SECRET, Duration.ofHours(1)));
    perdure.start("keep", List.of(SECRET + "-first"), options);
    perdure.node().index().orElseThrow().askFresh(reader -> reader.position());
    perdure.start("keep", List.of(SECRET + "-second"), options);
  }

  private static String told(int i) {
    return SECRET + i + "-asked-told-returned";
  }

  private List<String> filesWith(String text) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(temp)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (content(file).contains(text)) {
          found.add(data().relativize(file).toString().replaceAll("/.*", ""));
        }
      }
    }
    return found;
  }

  private static String content(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException replaced) {
      return "";
    }
  }

  @Test
  void aSecretThatTasksKnowStandsInNoFile() throws IOException {
    try (var perdure = open(keys)) {
      live(perdure);
      assertThat(filesWith(SECRET)).isEmpty();
    }
    assertThat(filesWith(SECRET)).isEmpty();
    try (var node = Node.open(NodeConfig.in(data()).withCodec(keys).withoutRunningTasks())) {
      Backup.make(node, temp.resolve("backup"));
    }
    assertThat(filesWith(SECRET)).isEmpty();
  }

  @Test
  void withoutACodecTheSameSecretIsFound() throws IOException {
    try (var perdure = open(null)) {
      live(perdure);
    }
    assertThat(Set.copyOf(filesWith(SECRET))).containsExactlyInAnyOrder("log", "snapshot", "index");
  }

  @Test
  void historiesResultsAndTheStateComeBackFromSealedFiles() {
    TaskId kept;
    try (var perdure = open(keys)) {
      kept = live(perdure);
    }
    try (var perdure = open(keys)) {
      assertThat(perdure.node().recovery().fromSnapshot()).isPositive();
      assertThat(perdure.await(kept, String.class)).isEqualTo(told(0));
      var texts = perdure.node().history(kept).stream().map(e -> EventText.brief((Event) e));
      assertThat(String.join("\n", texts.toList())).contains("a line about " + SECRET);
      var again = start(perdure, "keep", SECRET + "0");
      assertThat(again).as("joined by its key").isEqualTo(kept);
    }
  }

  @Test
  void theSameSealedSnapshotIsUsedByNobodyWithoutItsKey() throws IOException {
    try (var perdure = open(keys)) {
      live(perdure);
    }
    assertThatThrownBy(() -> open(null))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_KEY_MISSING));
    var bytes = Files.readAllBytes(data().resolve("snapshot"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(data().resolve("snapshot"), bytes);
    try (var perdure = open(keys)) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
    }
  }

  @Test
  void anEngineGoesOnSealedFromWhereItWasInClear() throws IOException {
    TaskId kept;
    try (var perdure = open(null)) {
      kept = live(perdure);
    }
    try (var perdure = open(keys)) {
      assertThat(perdure.node().recovery().fromSnapshot()).isZero();
      assertThat(perdure.await(kept, String.class)).isEqualTo(told(0));
      var young = start(perdure, "keep", "Younger");
      assertThat(perdure.await(young, String.class)).startsWith("Younger");
      perdure.node().index().orElseThrow().askFresh(reader -> reader.position());
      assertThat(filesWith("Younger")).isEmpty();
      await().until(() -> filesWith(SECRET).equals(List.of("log")));
    }
  }

  @Test
  void theIndexOfASealedLogHasNamesStatesAndTimesButNoTexts() {
    try (var perdure = open(keys)) {
      live(perdure);
      var index = perdure.node().index().orElseThrow();
      var failed =
          index.ask(reader ->
              reader.query(
                  "select function, failure_type, failure_message, result, attributes from tasks"
                      + " where status = 'failed'",
                  QueryLimits.defaults()));
      assertThat(failed.answer().rows())
          .containsExactly(
              Arrays.asList("lose", "java.lang.IllegalStateException", "", null, "{}"));
      for (var trigram : List.of("qzx", "kee")) {
        var sql = "select count(*) from task_text where task_text match '\"" + trigram + "\"'";
        var matches = index.ask(reader -> reader.query(sql, QueryLimits.defaults()));
        assertThat(matches.answer().rows()).containsExactly(List.of(0L));
      }
      assertThat(index.ask(reader -> reader.tasks(TaskFilter.ALL, 100)).answer().tasks())
          .hasSize((int) SNAPSHOT_EVENTS + 5);
      var byText = new TaskFilter(Set.of(), null, null, SECRET, TaskFilter.Period.ANY, null);
      assertThatThrownBy(() -> index.ask(reader -> reader.tasks(byText, 1)))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(IndexCode.INDEX_SEALED));
    }
    try (var reader = IndexReader.open(data())) {
      assertThat(reader.sealed()).isTrue();
    }
  }

  @Test
  void aBackupIsSealedAsItIsAndRestoredWithoutKeysButOpenedOnlyWithThem() {
    TaskId kept;
    try (var perdure = open(keys)) {
      kept = live(perdure);
      Backup.make(perdure.node(), temp.resolve("backup"));
    }
    assertThat(Backup.verify(temp.resolve("backup")).events()).isPositive();
    Backup.restore(temp.resolve("backup"), temp.resolve("restored"));
    var config = NodeConfig.in(temp.resolve("restored")).withoutRunningTasks();
    assertThat(Files.exists(temp.resolve("restored/log/keys-used"))).isTrue();
    assertThat(Log.verify(temp.resolve("restored/log")).isSound()).isTrue();
    assertThatThrownBy(() -> Node.open(config)).hasMessageContaining("no keys were given");
    try (var node = Node.open(config.withCodec(keys))) {
      assertThat(node.await(kept)).isInstanceOf(Outcome.Returned.class);
    }
  }

  @Test
  void aBackupThatIsMadeAgainAfterAKeyWasAddedKnowsBothKeys() {
    var file = new KeyFile(temp.resolve("keys"));
    file.create();
    for (int life = 0; life < 2; life++) {
      try (var perdure = open(file.read())) {
        perdure.await(start(perdure, "keep", SECRET + life), String.class);
        Backup.make(perdure.node(), temp.resolve("backup"));
      }
      file.add();
    }
    Backup.restore(temp.resolve("backup"), temp.resolve("restored"));
    assertThat(temp.resolve("restored/log/keys-used"))
        .content()
        .contains(file.read().inOrder().subList(0, 2));
  }

  @Test
  void anEngineInMemoryTakesACodecAndSealsNothing() {
    try (var perdure = Perdure.open(NodeConfig.inMemory().withCodec(keys).withLines(_ -> {}))) {
      perdure.effects().bind(Vault.Outside.class, new Vault.Teller());
      perdure.deploy("v1", Vault.class);
      assertThat(perdure.call("keep", SECRET + 1, String.class)).isEqualTo(told(1));
      assertThat(perdure.node().log().seals()).isFalse();
    }
  }
}
