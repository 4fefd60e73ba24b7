package dev.perdure.examples.shop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// Answers lines of text with lines of text, on a loopback port of its own choice: the least that a
/// client and a server can agree on. A virtual thread for each connection.
final class LineServer implements AutoCloseable {
  private final ServerSocket listening;
  private final UnaryOperator<String> answers;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param answers gives the answer to a line; called by many threads at once, and may block
  LineServer(UnaryOperator<String> answers) throws IOException {
    this.answers = answers;
    this.listening = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
  }

  /// Begins to serve; returns the port.
  int start() {
    threads.execute(this::accept);
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var socket = listening.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the server was closed; who is connected finds out by itself
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var answer = answers.apply(line).replace('\n', ' ') + "\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      // the client went away: there is nobody to tell
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
