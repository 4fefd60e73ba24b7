package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.testkit.Crashes;
import dev.perdure.testkit.TestPerdure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cron job over the night on which clocks are set, undisturbed and with a crash at every step.
class NightlyTest {
  private static final Instant START = Instant.parse("2030-03-29T12:00:00Z");
  private static final Instant END = Instant.parse("2030-04-01T12:00:00Z");
  private static final List<String> DONE =
      List.of(
          "clear before 2030-02-28T01:30:00Z",
          "3 things were cleared at 2030-03-30T01:30:00Z",
          "clear before 2030-03-01T01:00:00Z",
          "3 things were cleared at 2030-03-31T01:00:00Z",
          "clear before 2030-03-02T00:30:00Z",
          "3 things were cleared at 2030-04-01T00:30:00Z");

  @TempDir Path dir;

  @Test
  void eachNightIsCleanedUpOnceAndACrashAtAnyStepChangesNothing() {
    int crashes = Crashes.atEveryStep(dir, START, () -> new Course(new Outside()));
    assertThat(crashes).isEqualTo(2 * DONE.size());
  }

  /// Three nights, in an attic of their own.
  record Course(Outside outside) implements Crashes.Scenario {
    @Override
    public void prepare(Crashes.Node node) {
      node.bind(Nightly.Attic.class, before -> outside.once("clear before " + before, () -> 3));
      node.bind(Nightly.Letters.class, text -> outside.once(text, () -> ""));
      node.deploy("v1", Nightly.class);
    }

    @Override
    public void run(TestPerdure test) {
      if (test.now().isBefore(END)) {
        test.skip(Duration.between(test.now(), END));
      }
      assertThat(outside.done()).containsExactlyElementsOf(DONE);
    }
  }
}
