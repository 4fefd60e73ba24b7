package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Action;
import dev.perdure.engine.Engine;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Request;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.Version;
import dev.perdure.log.Durability;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The writer's loop, turn by turn.
class LoopTest {
  private static final ShadowCount.Key COMPARED =
      new ShadowCount.Key(new FunctionName("f"), new Version("v1"), new Version("v2"));

  private final EngineState state = new EngineState();
  private final Log log = Log.inMemory();
  private final InputQueue inputs = new InputQueue(() -> {}, _ -> {});
  private final List<Long> seen = new ArrayList<>();
  private final Loop loop =
      new Loop(new Engine(state), log, () -> Instant.EPOCH, inputs, this::look);

  private void look(Action action) {
    assertThat(action).isInstanceOf(Action.Reply.class);
    assertThat(log.durable()).isEqualTo(log.end());
    assertThat(state.lastOffset()).isEqualTo(log.end().value() - 1);
    var count = state.shadows().get(COMPARED);
    seen.add(count == null ? 0 : count.dropped());
  }

  private void drop() {
    inputs.add(new Input.ShadowsDropped(COMPARED, 1));
  }

  @Test
  void aWriterWithNothingToDoForcesTheLogWhenItsWindowIsOver(@TempDir Path directory) {
    var now = new AtomicLong();
    var settings = LogSettings.defaults().withDurability(Durability.async(500));
    try (var file = Log.open(directory, settings)) {
      var writer =
          new Loop(
              new Engine(new EngineState()),
              file,
              () -> Instant.ofEpochMilli(now.get()),
              inputs,
              _ -> {});
      drop();
      writer.turn();
      now.addAndGet(Limits.LINGER_MILLIS);
      writer.turn();
      assertThat(file.durable()).isLessThan(file.end());
      now.addAndGet(writer.restNanos(false) / 1_000_000);
      assertThat(now.get()).isLessThanOrEqualTo(500);
      writer.turn();
      assertThat(file.durable()).isEqualTo(file.end());
    }
  }

  @Test
  void whoLooksSeesAllThatCameBeforeAndOnlyWhatIsDurable() {
    inputs.add(new Input.Look(new Request() {}));
    assertThat(loop.turn()).isTrue();
    drop();
    drop();
    inputs.add(new Input.Look(new Request() {}));
    drop();
    while (loop.turn()) {
      assertThat(seen).first().isEqualTo(0L);
    }
    assertThat(seen).hasSize(2);
    assertThat(seen.getLast()).isBetween(2L, 3L);
  }
}
