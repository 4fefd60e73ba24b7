package dev.perdure.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Routed;
import dev.perdure.engine.StartOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The test kit, used as its users do (J7).
@ExtendWith(PerdureExtension.class)
class TestPerdureTest {
  private final List<String> letters = new ArrayList<>();

  private TestPerdure prepared(TestPerdure perdure) {
    return perdure.bind(Trial.Letters.class, this::note).deploy("v1", Trial.class);
  }

  private synchronized int note(String text) {
    letters.add(text);
    return letters.size();
  }

  @Test
  void aYearPassesInMillisecondsAndNothingHappensTooEarly(TestPerdure perdure) {
    prepared(perdure);
    var begin = perdure.now();
    var task = perdure.start("remind", 365L);
    assertThat(letters).containsExactly("welcome");
    perdure.skip(Duration.ofDays(365).minusMillis(1));
    assertThat(letters).containsExactly("welcome");
    assertThat(perdure.isLive(task)).isTrue();
    perdure.skip(Duration.ofMillis(1));
    assertThat(letters).containsExactly("welcome", "good bye");
    assertThat(perdure.await(task, Instant.class)).isEqualTo(begin.plus(Duration.ofDays(365)));
  }

  @Test
  void whatBecomesDueOnTheWayHappensInItsOrderEachAtItsOwnTime(TestPerdure perdure) {
    prepared(perdure);
    var begin = perdure.now();
    var late = perdure.start("remind", 3L);
    var early = perdure.start("remind", 2L);
    perdure.skip(Duration.ofDays(10));
    assertThat(perdure.await(early, Instant.class)).isEqualTo(begin.plus(Duration.ofDays(2)));
    assertThat(perdure.await(late, Instant.class)).isEqualTo(begin.plus(Duration.ofDays(3)));
    assertThat(perdure.now()).isEqualTo(begin.plus(Duration.ofDays(10)));
  }

  @Test
  void aCallTakesAsMuchTimeAsItNeeds(TestPerdure perdure) {
    prepared(perdure);
    var begin = perdure.now();
    assertThat(perdure.call("remind", Instant.class, 30L))
        .isEqualTo(begin.plus(Duration.ofDays(30)));
  }

  @Test
  void whatTimeDoesNotBringIsSaid(TestPerdure perdure) {
    prepared(perdure);
    var task = perdure.start("ask");
    assertThatThrownBy(() -> perdure.await(task, String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("waits for what time does not bring")
        .hasMessageContaining("answer");
    perdure.send(task, "answer", "yes");
    assertThat(perdure.await(task, String.class)).isEqualTo("yes");
  }

  @Test
  void aCrashAtEveryStepMeetsEachSideOfEachEffect(@TempDir Path dir) {
    var seen = new ArrayList<List<String>>();
    int crashes = Crashes.atEveryStep(dir, () -> new Reminding(seen));
    assertThat(crashes).isEqualTo(4);
    assertThat(seen)
        .as("the world sees an effect again only if the crash came behind it")
        .containsExactlyInAnyOrder(
            List.of("welcome", "good bye"),
            List.of("welcome", "welcome", "good bye"),
            List.of("welcome", "good bye"),
            List.of("welcome", "good bye", "good bye"),
            List.of("welcome", "good bye"));
  }

  /// A world that does not look at keys, so that it is seen what is done again.
  private record Reminding(List<List<String>> seen, List<String> letters)
      implements Crashes.Scenario {
    Reminding(List<List<String>> seen) {
      this(seen, new ArrayList<>());
    }

    @Override
    public void prepare(Crashes.Node node) {
      node.bind(
              Trial.Letters.class,
              text -> {
                letters.add(text);
                return letters.size();
              })
          .deploy("v1", Trial.class);
    }

    @Override
    public void run(TestPerdure test) {
      var once = StartOptions.NONE.withKey("once");
      test.end(test.perdure().start("remind", List.of(1L), once));
      seen.add(List.copyOf(letters));
    }
  }

  /// The same letters in other words.
  public static final class Reworded {
    private final Trial.Letters letters;

    public Reworded(Trial.Letters letters) {
      this.letters = letters;
    }

    @Routed
    public String ask() {
      letters.send("tell me");
      return "";
    }
  }

  @Test
  void theDeployGateIsAnAssertion(TestPerdure perdure) {
    prepared(perdure);
    var task = perdure.start("ask");
    perdure.assertPassesGate("v2", Trial.class);
    assertThatThrownBy(() -> perdure.assertPassesGate("v2", Reworded.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("tasks that would do something else: 1")
        .hasMessageContaining(task.toString())
        .hasMessageContaining("tell me");
  }

  @Test
  void anExportedTaskIsARegressionTest(TestPerdure perdure, @TempDir Path dir) throws IOException {
    prepared(perdure);
    var task = perdure.start("ask");
    perdure.send(task, "answer", "yes");
    var file = dir.resolve("ask.task");
    Files.write(file, perdure.perdure().node().exportTask(task).toBytes());
    var recorded = RecordedTask.read(file);
    recorded.assertReplays();
    recorded.assertReplaysWith("ask", Trial.class);
    assertThatThrownBy(() -> recorded.assertReplaysWith("ask", Reworded.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("well?")
        .hasMessageContaining("tell me");
    assertThatThrownBy(() -> recorded.assertReplaysWith("remind", Trial.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("never calls [remind]");
  }
}
