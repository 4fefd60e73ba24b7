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
  /// Where a log that one program keeps differs from one that each command opens anew.
  private static final String OFFSETS = "(\"offset\":|the end of the log, which is )\\d+";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy",
        "routes",
        "tasks",
        "replay",
        "lines",
        "debug",
        "log",
        "schedules",
        "queues",
        "migrations",
        "bulk",
        "backup",
        "keys",
        "mistakes",
        "explain"
      })
  void aSessionComesOutAsItsTranscriptSays(String name) throws IOException {
    var file = file(name);
    var transcript = Files.readString(file);
    var real = new Session(new Sandbox(directory)).run(transcript);
    if (Boolean.getBoolean("transcripts.write")) {
      Files.writeString(file, real);
    }
    assertThat(real).isEqualTo(transcript);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy",
        "routes",
        "tasks",
        "replay",
        "lines",
        "schedules",
        "queues",
        "bulk",
        "mistakes"
      })
  void besideAServerThatOwnsTheDirectoryItComesOutTheSame(String name) throws IOException {
    var transcript = Files.readString(file(name));
    var owner = Owner.of(directory.resolve("perdure-data"));
    try (var session = new Session(new Sandbox(directory), owner)) {
      var real = session.run(transcript);
      assertThat(real.replaceAll(OFFSETS, "$1N")).isEqualTo(transcript.replaceAll(OFFSETS, "$1N"));
      assertThat(owner.asked()).isGreaterThan(5);
    }
  }

  private static Path file(String name) {
    return Path.of(
        System.getProperty("perdure.root"), "cli/src/test/resources/transcripts/" + name + ".txt");
  }
}
