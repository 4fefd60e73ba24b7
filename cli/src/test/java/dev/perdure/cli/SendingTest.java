package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Messages to tasks that wait for them.
@Timeout(60)
class SendingTest {
  private static final String APPROVAL =
      """
      package shop;
      import dev.perdure.api.Effect;
      import dev.perdure.api.Promise;
      import dev.perdure.api.Queries;
      import dev.perdure.api.Query;
      import dev.perdure.api.Routed;
      public final class Approval {
        private final People people;
        private final Queries queries;
        Approval(People people, Queries queries) {
          this.people = people;
          this.queries = queries;
        }
        record File(String order) {
          @Query String note(String by) { return order + ", read by " + by; }
        }
        @Effect
        public interface People {
          @Promise
          Decision decision();
        }
        public record Decision(boolean approved, String by) {}
        @Routed
        public String approve(String order) {
          queries.answeredBy(new File(order));
          var decision = people.decision();
          return order + (decision.approved() ? " approved by " : " refused by ") + decision.by();
        }
      }
      """;

  @TempDir Path directory;
  private Sandbox sandbox;
  private String id = "";

  @BeforeEach
  void startATaskThatWaits() throws IOException {
    sandbox = new Sandbox(directory);
    Files.write(directory.resolve("approval.jar"), Sample.jar(Map.of("Approval", APPROVAL)));
    sandbox.out("deploy", "approval.jar", "--as", "v1");
    id = sandbox.out("call", "approve", "\"order 7\"", "--key", "k", "--start").strip();
    try (var node = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
      while (node.read(state -> state.task(TaskId.parse(id)).waiting().isEmpty())) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whyATaskWaitsNamesTheCommandThatSendsWhatItWaitsFor() {
    assertThat(sandbox.out("task", "why", id))
        .contains("receive decision")
        .contains("somebody: `perdure task send " + id + " decision VALUE`");
  }

  @Test
  void aTaskThatWaitsAnswersQuestions() {
    assertThat(sandbox.out("task", "query", id, "note", "\"ada\""))
        .isEqualTo("\"order 7, read by ada\"\n");
    assertThat(sandbox.out("task", "query", id, "note", "\"ada\"", "--json"))
        .isEqualTo(
            "{\"task\":\""
                + id
                + "\",\"value\":\"order 7, read by ada\",\"edn\":\"\\\"order 7, read by"
                + " ada\\\"\"}\n");
  }

  @Test
  void aMessageThatIsSentIsReceivedWhenTheTaskGoesOn() {
    assertThat(sandbox.out("task", "send", id, "decision", "{:approved true :by \"ada\"}"))
        .contains("sent decision");
    assertThat(sandbox.out("call", "approve", "\"order 7\"", "--key", "k"))
        .isEqualTo("\"order 7 approved by ada\"\n");
    assertThat(sandbox.out("task", "show", id)).contains("sent decision {:approved true");
  }

  @Test
  void whatIsNoMessageOfTheTaskIsRefusedAndNothingIsSent() {
    assertThat(sandbox.run("task", "send", id, "decison", "true").err())
        .contains("UNKNOWN_MESSAGE", "Send one of [decision]");
    assertThat(sandbox.run("task", "send", id, "decision", "{:approved 7 :by \"ada\"}").err())
        .contains("VALUE_MISMATCH", "approved");
    assertThat(sandbox.run("task", "send", id, "decision", "{:approved").err())
        .contains("the value:1");
    assertThat(sandbox.out("task", "show", id)).doesNotContain("sent decision");
  }

  @Test
  void aSecondAnswerIsRefusedAndTheFirstStays() {
    sandbox.out("task", "send", id, "decision", "{:approved true :by \"ada\"}");
    assertThat(sandbox.run("task", "send", id, "decision", "{:approved false :by \"bob\"}").err())
        .contains("PROMISE_FULFILLED");
    assertThat(sandbox.out("call", "approve", "\"order 7\"", "--key", "k")).contains("ada");
  }
}
