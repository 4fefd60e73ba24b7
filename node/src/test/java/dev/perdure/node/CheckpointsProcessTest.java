package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A task in wat whose process is killed (SIGKILL) again and again.
class CheckpointsProcessTest {
  private static final int ROUNDS = 30;

  @TempDir Path dir;

  private Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DrawingProcess.class.getName(),
            dir.resolve("data").toString(),
            dir.resolve("program.wat").toString(),
            String.valueOf(ROUNDS))
        .redirectError(dir.resolve("errors").toFile())
        .start();
  }

  /// What a process says until it has said so much, when it is killed, or has ended.
  private List<String> said(int lines) throws IOException {
    var process = process();
    var said = new ArrayList<String>();
    try (var out = process.inputReader()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (said.size() == lines) {
          process.toHandle().destroyForcibly(); // the process itself would close its pipes, unread
        }
      }
    } finally {
      process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
    return said;
  }

  @Test
  void aTaskOfManyEffectsEndsAsItsHistorySaysHoweverOftenItsProcessIsKilled() throws IOException {
    Files.writeString(dir.resolve("program.wat"), DrawingProcess.PROGRAM);
    for (int lines : new int[] {3, 5, 4, 7}) {
      assertThat(said(lines)).hasSizeGreaterThanOrEqualTo(lines);
    }
    var last = said(Integer.MAX_VALUE).getLast();
    assertThat(last).as("see %s", dir.resolve("errors")).startsWith("ended ");
    long ended = Long.parseLong(last.substring("ended ".length()));
    try (var perdure = Perdure.open(dir.resolve("data"))) {
      var task = perdure.node().read(state -> state.ended().keySet().iterator().next());
      var replay = perdure.node().replay(task, Map.of(), Extras.none());
      assertThat(replay.asRecorded()).isTrue();
      assertThat(Objects.requireNonNull(replay.outcome()))
          .isEqualTo(new Outcome.Returned(Payload.of(ended)));
      assertThat(perdure.node().history(task))
          .filteredOn(Event.Checkpointed.class::isInstance)
          .hasSizeBetween(ROUNDS - 4, ROUNDS + 1);
    }
  }
}
