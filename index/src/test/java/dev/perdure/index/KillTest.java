package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that writes the log and the index is killed again and again, at any point. What it
/// leaves goes on without a gap and without anything twice.
class KillTest {
  private static final int ROUNDS = 12;

  @TempDir Path directory;

  /// Where the driver unpacks its native library, which a process that is killed leaves behind.
  @TempDir Path libraries;

  @Test
  void aKilledProcessLeavesAnIndexThatGoesOn() throws Exception {
    var random = new SplittableRandom(21);
    for (int round = 0; round < ROUNDS; round++) {
      killed(round, 1 + random.nextInt(60), random.nextInt(3_000_000));
      try (var place = new Workplace(directory)) {
        long before = position();
        assertThat(before).isLessThanOrEqualTo(place.log().durable().value());
        var file = IndexFiles.of(directory).key();
        place.project();
        assertThat(IndexFiles.of(directory).key()).as("the same file goes on").isEqualTo(file);
        assertThat(position()).isEqualTo(place.log().durable().value()).isPositive();
        assertThat(place.dump()).as("after round " + round).isEqualTo(place.dumpOfFresh());
      }
    }
  }

  private long position() {
    try (var reader = IndexReader.open(directory)) {
      return reader.position().nextOffset();
    }
  }

  /// Lets the process take some steps and a moment more, and kills it.
  private void killed(int seed, int steps, int moreNanos) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Dorg.sqlite.tmpdir=" + libraries,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                directory.toString(),
                String.valueOf(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < steps; i++) {
        assertThat(lines.readLine()).as("the process goes on").isNotNull();
      }
      LockSupport.parkNanos(moreNanos);
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(137);
  }

  /// The process: appends, and projects what it appended, without end.
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      try (var place = new Workplace(Path.of(args[0]))) {
        var events = new RandomEvents(Long.parseLong(args[1]), place.log());
        try (var index = place.index()) {
          while (true) {
            events.append(place.log());
            place.log().sync();
            index.advance();
            System.out.println(index.position().nextOffset());
          }
        }
      }
    }
  }
}
