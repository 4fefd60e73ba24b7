package dev.perdure.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.StartOptions;
import dev.perdure.testkit.Crashes;
import dev.perdure.testkit.TestPerdure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rate-limited queue, undisturbed and with a crash at every step.
class MailingTest {
  private static final List<String> CUSTOMERS = List.of("ada", "bob", "cy", "dee", "eve");

  @TempDir Path dir;

  @Test
  void twoLettersAMinuteAreSentAndACrashAtAnyStepChangesNothing() {
    int crashes = Crashes.atEveryStep(dir, () -> new Course(new Outside()));
    assertThat(crashes).isEqualTo(2 * CUSTOMERS.size());
  }

  /// One mailing, to a post office of its own.
  record Course(Outside outside) implements Crashes.Scenario {
    @Override
    public void prepare(Crashes.Node node) {
      node.bind(
          Mailing.Post.class, customer -> outside.once(node.now() + " to " + customer, () -> ""));
      node.deploy("v1", Mailing.class);
      var perdure = node.perdure();
      perdure.limit(new QueueLimit(new FunctionName("writeTo"), 0, 2, 60_000, false));
    }

    @Override
    public void run(TestPerdure test) {
      var once = StartOptions.NONE.withKey("the only one");
      var task = test.perdure().start("writeToAll", List.of(CUSTOMERS), once);
      assertThat(test.end(task)).isEqualTo(new Outcome.Returned(Payload.of(CUSTOMERS.size())));
      assertThat(outside.done())
          .containsExactlyInAnyOrder(
              "2030-01-01T00:00:00Z to ada",
              "2030-01-01T00:00:00Z to bob",
              "2030-01-01T00:01:00Z to cy",
              "2030-01-01T00:01:00Z to dee",
              "2030-01-01T00:02:00Z to eve");
    }
  }
}
