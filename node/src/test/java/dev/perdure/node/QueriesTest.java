package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.value.Code;
import dev.perdure.value.PerdureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a task's code holds answers questions about it (J12).
class QueriesTest {
  private static final TypeToken<Map<String, Integer>> STANDINGS = new TypeToken<>() {};

  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(config());
    perdure.deploy("v1", Votes.class);
  }

  private NodeConfig config() {
    return NodeConfig.in(dir).withMemory(new MemoryLimits(Duration.ZERO, 0, 1));
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private TaskId started(String... votes) {
    var task = perdure.start("votes", List.of(), StartOptions.NONE);
    for (var vote : votes) {
      perdure.send(task, "vote", vote);
    }
    return task;
  }

  private Map<String, Integer> standings(TaskId task) {
    return perdure.query(task, "standings", List.of(), STANDINGS);
  }

  private void assertRefused(
      TaskId task, String question, List<?> arguments, Code code, String what) {
    assertThatThrownBy(() -> perdure.query(task, question, arguments, String.class))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().text()).contains(what);
            });
  }

  @Test
  void whatWasAcknowledgedBeforeIsInTheAnswerWhileATaskWaits() {
    var task = started();
    await().until(() -> perdure.node().attempts() == 0);
    for (int i = 1; i <= 20; i++) {
      perdure.send(task, "vote", "ada");
      assertThat(standings(task)).isEqualTo(Map.of("ada", i));
    }
    assertThat(perdure.query(task, "of", List.of("ada", 3), Integer.class)).isEqualTo(60);
  }

  @Test
  void anAnswerLeavesNoTraceInTheTaskOrTheLog() {
    var task = started("ada", "bob");
    await().until(() -> standings(task).size() == 2);
    long end = perdure.node().log().end().value();
    assertThat(perdure.query(task, "stolen", List.of(), Integer.class)).isEqualTo(202);
    assertThat(standings(task)).isEqualTo(Map.of("ada", 1, "bob", 1));
    assertThat(perdure.node().log().end().value()).isEqualTo(end);
  }

  @Test
  void aTaskThatHasEndedAnswersFromItsHistoryAlsoAfterARestart() {
    var task = started("ada", "ada", "bob", "");
    assertThat(perdure.await(task, Integer.class)).isEqualTo(2);
    perdure.close();
    perdure = Perdure.open(config());
    assertThat(standings(task)).isEqualTo(Map.of("ada", 2, "bob", 1));
  }

  @Test
  void anAnswerThatAsksAnEffectIsRefusedWhateverItsCodeCatches() {
    assertRefused(started(), "time", List.of(), NodeCode.QUERY_ASKS, "clock");
  }

  @Test
  void anAnswerThatTakesTooMuchIsGivenUp() {
    var task = started();
    assertRefused(task, "endless", List.of(), NodeCode.QUERY_TOO_COSTLY, "ms");
    assertRefused(task, "greedy", List.of(), NodeCode.QUERY_TOO_COSTLY, "bytes");
    assertThat(standings(task)).isEmpty();
  }

  @Test
  void anAnswerThatIsTooLargeIsToldToBeThat() {
    var task = started();
    var arguments = List.of("ada", 12 << 20);
    assertRefused(task, "longer", arguments, EngineCode.VALUE_TOO_LARGE, "the answer to longer");
    assertThat(perdure.query(task, "longer", List.of("ada", 2), String.class)).isEqualTo("adaada");
  }

  @Test
  void aQuestionThatCannotBeAnsweredSaysWhy() {
    var task = started();
    assertRefused(task, "failing", List.of(), NodeCode.QUERY_FAILED, "no such vote");
    assertRefused(task, "winner", List.of(), NodeCode.UNKNOWN_QUERY, "standings");
    assertRefused(task, "of", List.of("ada"), CodecCode.VALUE_MISMATCH, "of takes 2 arguments");
    assertRefused(
        perdure.start("silent", List.of(), StartOptions.NONE),
        "standings",
        List.of(),
        NodeCode.UNKNOWN_QUERY,
        "Queries.answeredBy");
    assertRefused(
        new TaskId(1, 2), "standings", List.of(), EngineCode.UNKNOWN_TASK, "there is no task");
  }

  @Test
  void ofSeveralObjectsTheLastOneAnswers() {
    var task = perdure.start("again", List.of(), StartOptions.NONE);
    perdure.send(task, "vote", "ada");
    perdure.send(task, "vote", "bob");
    assertThat(standings(task)).isEqualTo(Map.of("bob", 1));
  }

  @Test
  void aTaskThatWaitsForItsTurnKnowsNothingYet() {
    perdure.limit(new QueueLimit(new FunctionName("votes"), 1, 0, 0, false));
    started();
    assertRefused(started(), "standings", List.of(), EngineCode.TASK_QUEUED, "has not begun");
  }

  @Test
  void anotherVersionAnswersForATaskThatWasMigrated() {
    var task = started("ada");
    await().until(() -> standings(task).size() == 1);
    perdure.deploy("v2", Votes.class);
    perdure.migrate(task, "v2");
    assertThat(standings(task)).isEqualTo(Map.of("ada", 1));
  }
}
