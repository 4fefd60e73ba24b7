package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each transcript is a session at a terminal: remarks behind a `;`, commands behind a `$`, and
/// what they print. It is run and must come out the same. In it `TASK1` stands for the first task's
/// id, and so on.
///
/// Run with `-Dtranscripts.write=true` to write what comes out instead.
class TranscriptsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy",
        "routes",
        "tasks",
        "replay",
        "debug",
        "log",
        "schedules",
        "queues",
        "migrations",
        "mistakes",
        "explain"
      })
  void aSessionComesOutAsItsTranscriptSays(String name) throws IOException {
    var file =
        Path.of(
            System.getProperty("perdure.root"),
            "cli/src/test/resources/transcripts/" + name + ".txt");
    var transcript = Files.readString(file);
    var real = new Session(new Sandbox(directory)).run(transcript);
    if (Boolean.getBoolean("transcripts.write")) {
      Files.writeString(file, real);
    }
    assertThat(real).isEqualTo(transcript);
  }
}
