package dev.perdure.sim.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of words between two processes. One thread reads; any may write.
///
/// | from the node | to the node |
/// |---|---|
/// | `begun`: the process is there | |
/// | `opened EPOCH`: so is the engine | |
/// | `ready`: it can be asked | `call N KEY FUNCTION NAME`, `start N KEY FUNCTION NAME`, `await N TASK` |
/// | `answer N TEXT` | |
/// | `draw N KEY`, `newest N KEY`: an effect is performed | `ticket N NUMBER` |
final class Wire {
  private final BufferedReader in;
  private final OutputStream out;

  Wire(InputStream in, OutputStream out) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
  }

  /// The next line; null if the other side is gone.
  @Nullable String read() throws IOException {
    return in.readLine();
  }

  /// Writes a line.
  synchronized void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
