package dev.perdure.sim.kill;

import dev.perdure.sim.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One life of the node's process, from its start to its end.
final class Life implements AutoCloseable {
  /// Far more than a life takes: one that hangs is ended, and told as such.
  private static final long SECONDS_MAX = 60;

  /// What a process ends with that got signal 9.
  private static final int KILLED = 128 + 9;

  private final Process process;
  private final Wire wire;
  private final Path errors;

  /// @param errors where its standard error goes
  Life(Process process, Path errors) {
    this.process = process;
    this.wire = new Wire(process.getInputStream(), process.getOutputStream());
    this.errors = errors;
    CompletableFuture.delayedExecutor(SECONDS_MAX, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /// What it says next; null if it has ended and said all.
  @Nullable String read() throws IOException {
    return wire.read();
  }

  /// Says something to it. Does nothing if it has ended.
  void write(String line) {
    try {
      wire.write(line);
    } catch (IOException ended) {
      // it was killed: what it was told is lost, as it is for a process that dies a moment later
    }
  }

  /// Kills it after so many microseconds. What it has said by then can still be read.
  void kill(long afterMicros) throws InterruptedException {
    if (process.waitFor(afterMicros, TimeUnit.MICROSECONDS)) {
      throw new Violation("ends", "the node's process ended by itself: " + errors());
    }
    process.toHandle().destroyForcibly(); // the process itself would close its pipes, unread
  }

  /// Waits for the end of a process that was killed.
  void awaitKilled() throws IOException {
    int value = process.onExit().join().exitValue();
    if (value != KILLED) {
      throw new Violation("ends", "the node's process ended with " + value + ": " + errors());
    }
  }

  /// Lets it end by itself.
  void end() throws IOException {
    process.getOutputStream().close();
    int value = process.onExit().join().exitValue();
    if (value != 0) {
      throw new Violation("ends", "the node's process ended with " + value + ": " + errors());
    }
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
