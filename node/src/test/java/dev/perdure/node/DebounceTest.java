package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Routed;
import dev.perdure.engine.Change;
import dev.perdure.engine.Debounce;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Starts that come in bursts and become one task (E18), on a real node and log, by a clock that is
/// set.
class DebounceTest {
  private static final Change ADA = new Change("ada", "changed my mind");
  private static final StartOptions BURST =
      StartOptions.NONE.withDebounce(Debounce.of("ada", Duration.ofSeconds(5)));

  private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");
  @TempDir Path dir;
  private Perdure perdure;

  @BeforeEach
  void open() {
    perdure = Perdure.open(NodeConfig.in(dir).withClock(() -> now));
    perdure.deploy("v1", Reminders.class);
  }

  @AfterEach
  void close() {
    perdure.close();
  }

  private TaskId start(String customer) {
    return perdure.start("remind", List.of(customer), BURST);
  }

  /// The writer reads the clock once a turn: a look is answered at the end of one.
  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
    assertThat(perdure.node().<Long>read(state -> state.epoch())).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startsBeforeAndAfterARestartAreOneTask(boolean snapshot) {
    var task = start("one");
    pass(4);
    start("two");
    restart(snapshot);
    pass(4);
    assertThat(start("three")).isEqualTo(task);
    restart(snapshot);
    pass(4);
    assertThat(perdure.node().await(task, Duration.ZERO)).isEmpty();
    pass(1);
    assertThat(perdure.await(task, String.class)).isEqualTo("three at 2030-01-01T00:00:13Z");
    assertThat(perdure.node().history(task))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "Started", "Queued", "Debounced", "Debounced", "Begun", "Recorded", "Finished");
    close();
    open();
    assertThat(perdure.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
    assertThat(start("four")).isNotEqualTo(task);
  }

  /// @param snapshot whether the engine recovers from one of what it knew last
  private void restart(boolean snapshot) {
    if (snapshot) {
      perdure.call("remind", "another", String.class);
      perdure.node().compact(Duration.ZERO, ADA);
    }
    close();
    assertThat(Files.exists(dir.resolve("snapshot"))).isEqualTo(snapshot);
    open();
  }

  @Test
  void whoCallsIsToldHowTheTaskEndsThatItJoined() {
    var task = start("one");
    var arguments = Payload.of(Vec.of(new Str("two")));
    var remind = new FunctionName("remind");
    var called = perdure.node().call(remind, arguments, BURST, Duration.ZERO);
    assertThat(called.task()).isEqualTo(task);
    assertThat(called.outcome()).isEmpty();
    pass(5);
    assertThat(perdure.await(task, String.class)).isEqualTo("two at 2030-01-01T00:00:05Z");
  }

  /// The next version.
  public static final class Polite {
    @Routed
    public String remind(String customer) {
      return "dear " + customer;
    }
  }

  @Test
  void theCodeThatRunsIsThatOfTheLastStart() {
    var task = start("one");
    perdure.deploy("v2", Polite.class);
    perdure.primary("remind", "v2");
    assertThat(start("two")).isEqualTo(task);
    perdure.primary("remind", "v1");
    close();
    open();
    assertThatThrownBy(() -> perdure.start("remind", List.of(7), BURST))
        .as("which is refused, and changes nothing")
        .hasMessageContaining("VALUE_MISMATCH");
    pass(5);
    assertThat(perdure.await(task, String.class)).isEqualTo("dear two");
  }

  @Test
  void oneThatWaitsIsKeptWhenOthersAreForgottenAndItsKeyIsFreeWhenItWasCancelled() {
    var task = start("one");
    perdure.call("remind", "other", String.class);
    perdure.node().compact(Duration.ZERO, ADA);
    assertThat(start("two")).isEqualTo(task);
    perdure.node().cancel(task, ADA);
    perdure.node().compact(Duration.ZERO, ADA);
    assertThat(perdure.node().<Boolean>read(state -> state.knows(task))).isFalse();
    var next = start("three");
    assertThat(next).isNotEqualTo(task);
    pass(5);
    assertThat(perdure.await(next, String.class)).startsWith("three at");
  }

  @Test
  void itsHistoryIsReplayedElsewhereAndPutsNothingOffThere() {
    var task = start("one");
    start("two");
    var waits = perdure.node().exportTask(task);
    pass(5);
    perdure.await(task, String.class);
    var over = perdure.node().exportTask(task);
    try (var elsewhere = Perdure.inMemory()) {
      elsewhere.node().importTask(over, ADA);
      assertThat(elsewhere.node().replay(task, Map.of(), Extras.none()).asRecorded()).isTrue();
      assertThat(
              elsewhere
                  .node()
                  .<Payload>read(state -> state.imported().get(task).start().arguments()))
          .isEqualTo(Payload.of(Vec.of(new Str("two"))));
    }
    try (var elsewhere = Perdure.inMemory()) {
      elsewhere.deploy("v1", Reminders.class);
      elsewhere.node().importTask(waits, ADA);
      assertThat(elsewhere.start("remind", List.of("mine"), BURST)).isNotEqualTo(task);
    }
  }
}
