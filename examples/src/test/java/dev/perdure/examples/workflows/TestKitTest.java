package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.StartOptions;
import dev.perdure.testkit.Crashes;
import dev.perdure.testkit.PerdureExtension;
import dev.perdure.testkit.RecordedTask;
import dev.perdure.testkit.TestPerdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the guide to tests shows.
@ExtendWith(PerdureExtension.class)
class TestKitTest {
  private static void nobody(String person, String order) {}

  @Test
  void nobodyDecidesForThreeDays(TestPerdure perdure) {
    var asked = new ArrayList<String>();
    perdure
        .bind(Approval.Mail.class, (person, order) -> asked.add(person))
        .deploy("v1", Approval.class);
    var task = perdure.start("approve", "7");
    assertThat(asked).containsExactly("the manager");
    perdure.skip(Duration.ofDays(3).minusMillis(1));
    assertThat(perdure.isLive(task)).isTrue();
    perdure.skip(Duration.ofMillis(1));
    assertThat(perdure.await(task, String.class)).isEqualTo("nobody has decided");
  }

  @Test
  void somebodyDecidesOnTheSecondDay(TestPerdure perdure) {
    perdure.bind(Approval.Mail.class, TestKitTest::nobody).deploy("v1", Approval.class);
    var task = perdure.start("approve", "7");
    perdure.skip(Duration.ofDays(2));
    perdure.send(task, "decision", new Approval.Decision(true, "ada"));
    assertThat(perdure.await(task, String.class)).isEqualTo("approved by ada");
  }

  @Test
  void theManagerIsAskedOnceWhereverTheProcessDies(@TempDir Path dir) {
    int crashes = Crashes.atEveryStep(dir, () -> new Asking(new HashMap<>()));
    assertThat(crashes).isEqualTo(2);
  }

  /// A mail service that looks at keys, and a task that asks it.
  record Asking(Map<String, String> sent) implements Crashes.Scenario {
    @Override
    public void prepare(Crashes.Node node) {
      node.bind(Approval.Mail.class, this::send).deploy("v1", Approval.class);
    }

    private void send(String person, String order) {
      sent.put(IdempotencyKey.current(), person);
    }

    @Override
    public void run(TestPerdure perdure) {
      var once = StartOptions.NONE.withKey("order 7");
      var task = perdure.perdure().start("approve", List.of("7"), once);
      assertThat(perdure.await(task, String.class)).isEqualTo("nobody has decided");
      assertThat(sent.values()).containsExactly("the manager");
    }
  }

  @Test
  void aCandidatePassesTheGate(TestPerdure perdure) {
    perdure.bind(Approval.Mail.class, TestKitTest::nobody).deploy("v1", Approval.class);
    perdure.start("approve", "7");
    perdure.assertPassesGate("v2", Approval.class);
  }

  @Test
  void whatRanYesterdayRunsTheSameToday(TestPerdure perdure, @TempDir Path dir) throws IOException {
    perdure.bind(Approval.Mail.class, TestKitTest::nobody).deploy("v1", Approval.class);
    var task = perdure.start("approve", "7");
    perdure.send(task, "decision", new Approval.Decision(false, "bob"));
    var file = dir.resolve("order-7.task");
    Files.write(file, perdure.perdure().node().exportTask(task).toBytes());
    var recorded = RecordedTask.read(file);
    recorded.assertReplays();
    recorded.assertReplaysWith("approve", Approval.class);
  }
}
