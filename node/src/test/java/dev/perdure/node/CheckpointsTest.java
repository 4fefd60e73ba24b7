package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks in wat that leave checkpoints and go on from them.
class CheckpointsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int LARGE = 200_000;
  private static final Change ADA = new Change("ada", "");

  private static final String DEPOT =
      """
      (%defeffect :dev::perdure::node::Depot
        [(text {:read-only true} [n <- :wat::core::i64] -> :wat::core::String)
         (pass {:read-only true} [n <- :wat::core::i64] -> :wat::core::i64)])
      (%defn :t::draw [left <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (%if (%= left 0) sum
          (:t::draw (%- left 1) (%rem (%+ (%* 3 sum) (:wat::random::i64 0 1000)) 1000003))))
      """;

  /// Draws numbers, asks for one that is given when the gate is open, and draws more.
  private static final String DRAWING =
      DEPOT
          + """
          (%defn :t::main [first <- :wat::core::i64  second <- :wat::core::i64] -> :wat::core::i64
            (:t::draw second (:dev::perdure::node::Depot/pass (:t::draw first 1))))
          """;

  /// Begins with a large text, of which it knows the length from then on.
  private static final String BEHIND_A_TEXT =
      DEPOT
          + """
          (%defn :t::main [chars <- :wat::core::i64  more <- :wat::core::i64] -> :wat::core::i64
            (%let [length (%string::length (:dev::perdure::node::Depot/text chars))
                   drawn (:t::draw more 1)
                   passed (:dev::perdure::node::Depot/pass drawn)]
              (%+ length (%- passed drawn))))
          """;

  /// Holds a large text to its end.
  private static final String AROUND_A_TEXT =
      DEPOT
          + """
          (%defn :t::main [chars <- :wat::core::i64  more <- :wat::core::i64] -> :wat::core::i64
            (%let [text (%string::concat (%str more) (:dev::perdure::node::Depot/text chars))
                   drawn (:t::draw more 1)
                   passed (:dev::perdure::node::Depot/pass drawn)]
              (%+ (%string::length text) (%- passed drawn))))
          """;

  @TempDir Path dir;
  private final List<Long> passed = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private NodeConfig config() {
    return NodeConfig.in(dir.resolve("data")).withCheckpointEffects(10);
  }

  private Perdure open() {
    return open(config());
  }

  private Perdure open(NodeConfig config) {
    var perdure = Perdure.open(config);
    perdure
        .effects()
        .bind(
            Depot.class,
            new Depot() {
              @Override
              public String text(long chars) {
                return "x".repeat((int) chars);
              }

              @Override
              public long pass(long n) {
                passed.add(n);
                try {
                  assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                  throw new IllegalStateException("interrupted");
                }
                return n;
              }
            });
    return perdure;
  }

  private Path wat(String text) {
    try {
      return Files.writeString(
          dir.resolve("program.wat"), text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> checkpoints(Perdure perdure, TaskId task) {
    return perdure.node().history(task).stream()
        .filter(Event.Checkpointed.class::isInstance)
        .map(event -> ((Event.Checkpointed) event).next())
        .toList();
  }

  /// A task that has drawn numbers and waits for one; its node is closed.
  private TaskId interrupted(String program, Long... arguments) {
    gate = new CountDownLatch(1);
    try (var perdure = open()) {
      perdure.deploy("v1", wat(program));
      var task = perdure.start("t::main", List.of((Object[]) arguments), StartOptions.NONE);
      await().atMost(LONG).until(() -> passed.size() == 1);
      return task;
    } finally {
      gate.countDown();
    }
  }

  private static <T> T look(Perdure perdure, TaskId task, Function<TaskState, T> at) {
    return perdure.node().read(state -> at.apply(Objects.requireNonNull(state.task(task))));
  }

  private static void replays(Perdure perdure, TaskId task) {
    var replay = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(replay.asRecorded()).as("%s", replay).isTrue();
    assertThat(replay.outcome()).isNotNull();
  }

  private List<Path> values() throws IOException {
    try (var files = Files.list(dir.resolve("data").resolve("log").resolve("values"))) {
      return files.toList();
    }
  }

  @Test
  void aTaskLeavesACheckpointAfterEachSoManyEffects() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(DRAWING));
      var task = perdure.start("t::main", List.of(35L, 0L), StartOptions.NONE);
      perdure.await(task, Long.class);
      assertThat(checkpoints(perdure, task)).containsExactly(10, 20, 30);
      replays(perdure, task);
    }
  }

  @Test
  void aTaskGoesOnFromItsLastCheckpointAndAReplayFromItsBeginning() {
    var task = interrupted(DRAWING, 35L, 17L);
    try (var perdure = open()) {
      perdure.await(task, Long.class);
      // the first was cut short: the same number again
      assertThat(passed).hasSize(2).containsOnly(passed.getFirst());
      assertThat(checkpoints(perdure, task)).containsExactly(10, 20, 30, 40, 50);
      replays(perdure, task);
    }
  }

  @Test
  void whatLiesBeforeTheLastCheckpointIsNotRead() throws IOException {
    var task = interrupted(BEHIND_A_TEXT, (long) LARGE, 35L);
    assertThat(values()).hasSize(1);
    Files.delete(values().getFirst());
    try (var perdure = open()) {
      assertThat(perdure.await(task, Long.class)).isEqualTo(LARGE);
    }
  }

  @Test
  void aTaskWithoutCheckpointsNeedsItsWholeHistory() throws IOException {
    var task = interrupted(BEHIND_A_TEXT, (long) LARGE, 5L);
    Files.delete(values().getFirst());
    try (var perdure = open()) {
      await().atMost(LONG).until(() -> look(perdure, task, TaskState::status) == TaskStatus.PAUSED);
      assertThat(look(perdure, task, TaskState::why)).contains("VALUE_MISSING");
    }
  }

  @Test
  void aTaskWhoseCheckpointCannotBeReadIsReplayedFromItsBeginning() throws IOException {
    var task = interrupted(AROUND_A_TEXT, (long) LARGE, 3_200L);
    long checkpoint = 0;
    try (var perdure = open(config().withoutRunningTasks())) {
      for (var event : perdure.node().history(task)) {
        if (event instanceof Event.Checkpointed left) {
          checkpoint = left.continuation().size();
        }
      }
    }
    assertThat(checkpoint).isGreaterThan(LARGE);
    for (var file : values()) {
      if (Files.size(file) >= checkpoint) {
        Files.delete(file);
      }
    }
    assertThat(values()).as("the text that was told").hasSize(1);
    try (var perdure = open()) {
      assertThat(perdure.await(task, Long.class)).isEqualTo(LARGE + 4);
    }
  }

  @Test
  void aTaskGoesOnFromACheckpointOfItsVersionWhenAnotherServesTheNextTasks() throws IOException {
    var task = interrupted(BEHIND_A_TEXT, (long) LARGE, 35L);
    Files.delete(values().getFirst());
    try (var perdure = open(config().withoutRunningTasks())) {
      perdure.deploy("v2", wat(BEHIND_A_TEXT.replace("(%+ length", "(%+ 1 length")));
      perdure.primary("t::main", "v2");
    }
    try (var perdure = open()) {
      assertThat(perdure.await(task, Long.class)).isEqualTo(LARGE);
    }
  }

  @Test
  void aMigratedTaskForgetsTheCheckpointsOfItsOldCode() {
    var task = interrupted(BEHIND_A_TEXT, 100L, 35L);
    try (var perdure = open(config().withoutRunningTasks())) {
      perdure.deploy(
          "v2",
          wat(
              BEHIND_A_TEXT
                  .replace("(%let [length (", "(%let [length (%+ 1 (")
                  .replace("chars))\n", "chars)))\n")));
      perdure.migrate(task, "v2");
      assertThat(look(perdure, task, TaskState::hasCheckpoint)).isFalse();
    }
    try (var perdure = open()) {
      assertThat(perdure.await(task, Long.class)).isEqualTo(101);
      replays(perdure, task);
    }
  }

  @Test
  void aTaskThatHoldsWhatCannotBeWrittenDownIsReplayedFromItsBeginning() {
    var nested =
        DEPOT
            + """
            (%defenum :t::Chain :wat::enum::Pure :End :Link [next <- :t::Chain])
            (%defn :t::chain [n <- :wat::core::i64  chain <- :t::Chain] -> :t::Chain
              (%if (%= n 0) chain (:t::chain (%- n 1) (:t::Chain::Link chain))))
            (%defn :t::length [chain <- :t::Chain  n <- :wat::core::i64] -> :wat::core::i64
              (%match chain (:t::Chain::End n) ((:t::Chain::Link next) (:t::length next (%+ n 1)))))
            (%defn :t::main [links <- :wat::core::i64  more <- :wat::core::i64] -> :wat::core::i64
              (%let [chain (:t::chain links :t::Chain::End)
                     drawn (:t::draw more 1)
                     passed (:dev::perdure::node::Depot/pass drawn)]
                (%+ (:t::length chain 0) (%- passed drawn))))
            """;
    var task = interrupted(nested, 1_000L, 35L);
    try (var perdure = open()) {
      assertThat(perdure.await(task, Long.class)).isEqualTo(1_000);
      assertThat(checkpoints(perdure, task)).isEmpty();
    }
  }

  private static final String TRIPLED = DRAWING.replace("(%* 3 sum)", "(%* 5 sum)");

  @Test
  void aTaskWhoseCallsAskWhoServesThemGoesOnFromItsCheckpoint() {
    try (var perdure = open(config().withoutRunningTasks())) {
      perdure.deploy("v1", wat(DRAWING));
      perdure.deploy("v2", wat(TRIPLED));
      perdure.percent("t::draw", "v1", "v2", 0);
    }
    var task = interrupted(DRAWING, 35L, 17L);
    try (var perdure = open()) {
      assertThat(look(perdure, task, TaskState::hasCheckpoint)).isTrue();
      perdure.await(task, Long.class);
      replays(perdure, task);
    }
  }

  @Test
  void aTaskThatIsRoutedOtherwiseWhileItRunsIsReplayedAndGoesOnWithTheOtherVersion() {
    var task = interrupted(DRAWING, 35L, 3L);
    try (var perdure = open(config().withoutRunningTasks())) {
      perdure.deploy("v2", wat(TRIPLED));
      var primary = new Policy.Primary(new Version("v2"));
      perdure.node().route(Map.of(new FunctionName("t::draw"), primary), true, ADA);
    }
    try (var perdure = open()) {
      perdure.await(task, Long.class);
      assertThat(perdure.node().history(task))
          .filteredOn(
              event -> event instanceof Event.Recorded r && r.effect() instanceof Effect.Choose)
          .isNotEmpty();
      replays(perdure, task);
    }
  }

  @Test
  void aCallThatIsComparedIsReplayedFromItsBeginning() {
    var task = interrupted(DRAWING, 35L, 17L);
    try (var perdure = open(config().withoutRunningTasks())) {
      perdure.deploy("v2", wat(DRAWING.replace("(%* 3 sum)", "(%+ sum (%* 2 sum))")));
      var shadow = new Policy.Shadow(new Version("v1"), new Version("v2"), 100);
      perdure.node().route(Map.of(new FunctionName("t::main"), shadow), true, ADA);
    }
    try (var perdure =
        open(
            config()
                .withShadowLimits(
                    ShadowLimits.defaults().onBusyMachine().withRun(5_000, 64 << 20)))) {
      perdure.await(task, Long.class);
      assertThat(perdure.node().awaitShadows(LONG)).isTrue();
      var reports =
          perdure.node().history(task).stream().filter(Event.Shadowed.class::isInstance).toList();
      assertThat(reports).hasSize(1);
      assertThat(((Event.Shadowed) reports.getFirst()).report().divergences()).isEmpty();
    }
  }
}
