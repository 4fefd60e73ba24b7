package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Threads within a task in wat: only what they ask of the world outside is recorded, and a replay
/// of that replays the threads.
class WatThreadsTest {
  @TempDir Path dir;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Perdure open() {
    return Perdure.open(
        NodeConfig.in(dir.resolve("data")).withLines(line -> lines.add(line.text())));
  }

  private Path wat(String text) {
    try {
      return Files.writeString(
          dir.resolve("program.wat"), text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String DICE =
      """
      (%defn :t::roller [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
        (%match (:wat::kernel::Peer/readln p)
          ((Ok n)
            (%let [rolled (:wat::random::i64 0 n)]
              (:wat::kernel::println (:wat::runtime::current-thread))
              (:wat::kernel::Peer/println p rolled)
              (:t::roller p)))
          ((Err _) nil)))
      (%defn :t::rolled [a <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::i64
        (%Result/expect (:wat::kernel::Peer/readln a) "no roll"))
      (%defn :t::client [a <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>
                         b <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::Vector<wat::core::i64>
        (%do
          (:wat::kernel::Peer/println a 1000)
          (:wat::kernel::Peer/println b 1000)
          (:wat::kernel::Peer/println a 1000)
          (%let [x (:t::rolled b)  y (:t::rolled a)  z (:t::rolled a)] [x y z])))
      (%defn :t::dice [] -> :wat::core::Vector<wat::core::i64>
        (%match (:wat::kernel::run-threads (%Tuple :t::roller :t::roller) :t::client)
          ((Ok rolled) rolled)
          ((Err _) [])))
      """;

  @Test
  void threadsOfATaskAreReplayedFromWhatTheyAskedOutside() {
    try (var perdure = open()) {
      perdure.deploy("v1", wat(DICE));
      var task = perdure.start("t::dice", List.of(), StartOptions.NONE);
      var rolled = perdure.await(task, new TypeToken<List<Long>>() {});
      assertThat(rolled).hasSize(3).allMatch(n -> n >= 0 && n < 1000).doesNotHaveDuplicates();
      assertThat(lines).containsExactly("\"thread-1\"", "\"thread-1\"", "\"thread-2\"");
      assertThat(effects(perdure, task))
          .containsExactly(
              "RandomBits", "LogLine", "RandomBits", "LogLine", "RandomBits", "LogLine");
      assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    }
  }

  private static List<String> effects(Perdure perdure, TaskId task) {
    return perdure.node().history(task).stream()
        .filter(Event.Recorded.class::isInstance)
        .map(event -> ((Event.Recorded) event).effect())
        .map(Effect::getClass)
        .map(Class::getSimpleName)
        .toList();
  }

  @Test
  void aTimerOfATaskIsDurable() {
    TaskId task;
    var program =
        wat(
            """
            (%defn :t::sleeper [p <- :wat::kernel::Peer<wat::core::i64,wat::core::String>] -> :wat::core::nil
              (%match (:wat::kernel::recv (:wat::kernel::after (:wat::time::Millisecond 300) "woken"))
                ((Ok s) (%do (:wat::kernel::Peer/println p s) nil))
                ((Err _) nil)))
            (%defn :t::slept [] -> :wat::core::String
              (%do
                (:wat::kernel::println "going to sleep")
                (%match (:wat::kernel::Thread/readln (:wat::kernel::spawn-thread :t::sleeper))
                  ((Ok s) s)
                  ((Err e) (:wat::kernel::PeerDiedError/message e)))))
            """);
    try (var perdure = open()) {
      perdure.deploy("v1", program);
      task = perdure.start("t::slept", List.of(), StartOptions.NONE);
    }
    try (var perdure = open()) {
      assertThat(perdure.await(task, String.class)).isEqualTo("woken");
      assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    }
  }

  @Test
  void aTaskWhoseThreadsAllWaitForEachOtherFails() {
    try (var perdure = open()) {
      perdure.deploy(
          "v1",
          wat(
              """
              (%defn :t::stuck [] -> :wat::core::i64
                (%let [[tx rx] (:wat::kernel::make-bounded-channel :wat::core::i64 1)]
                  (%Result/expect (:wat::kernel::recv rx) "closed")))
              """));
      var task = perdure.start("t::stuck", List.of(), StartOptions.NONE);
      assertThatThrownBy(() -> perdure.await(task, Long.class))
          .hasMessageContaining("wat.runtime/Deadlock");
    }
  }

  @Test
  void aRaiseOfTheClientFailsNoThreadButIsTold() {
    try (var perdure = open()) {
      perdure.deploy(
          "v1",
          wat(
              DICE
                  + """
                  (%defn :t::raises [a <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::i64
                    (%quot 1 0))
                  (%defn :t::told [] -> :wat::core::Result<wat::core::i64,wat::kernel::ProcessGroupErr>
                    (:wat::kernel::run-threads (%Tuple :t::roller) :t::raises))
                  (%defn :t::count [] -> :wat::core::i64
                    (%match (:t::told) ((Ok n) n) ((Err e) (%length (:wat::kernel::ProcessGroupErr/siblings e)))))
                  """));
      var task = perdure.start("t::count", List.of(), StartOptions.NONE);
      assertThat(perdure.await(task, Long.class)).isEqualTo(1L);
      assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    }
  }
}
