package dev.perdure.node;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Lets a thread run only on processors that nobody else wants. Linux does nothing with the
/// priorities of Java's threads, and the JDK has no call for its scheduling classes, so its own
/// command for them is run, `chrt`. A thread in the class for idle processors gives way at once to
/// any other; where the command is missing or may not be run, the thread goes on as before.
final class IdleScheduling {
  private static final Path THREAD = Path.of("/proc/thread-self");
  private static final int SECONDS_MAX = 5;

  private IdleScheduling() {}

  /// Asks for it for the calling platform thread, and waits for the answer, some milliseconds.
  ///
  /// @return whether it was granted
  static boolean ask() {
    try {
      var id = Files.readSymbolicLink(THREAD).getFileName().toString();
      var command = new ProcessBuilder("chrt", "-i", "-p", "0", id).redirectErrorStream(true);
      var process = command.redirectOutput(Redirect.DISCARD).start();
      return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
