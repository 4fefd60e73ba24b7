package dev.perdure.examples.shop.demo;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Asks a [LineServer]. For many threads; has as many connections as there are questions at once.
final class LineClient implements AutoCloseable {
  private final int port;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  private record Connection(Socket socket, BufferedReader in) {}

  LineClient(int port) {
    this.port = port;
  }

  /// Sends a line and waits for the answer.
  ///
  /// @throws IOException if the server is not there or goes away before it has answered
  String ask(String line) throws IOException {
    var waiting = idle.poll();
    var connection = waiting == null ? connect() : waiting;
    try {
      var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      connection.socket().getOutputStream().write(bytes);
      var answer = connection.in().readLine();
      if (answer == null) {
        throw new EOFException("the server went away");
      }
      idle.add(connection);
      return answer;
    } catch (IOException gone) {
      connection.socket().close();
      throw gone;
    }
  }

  private Connection connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
    return new Connection(socket, new BufferedReader(in));
  }

  @Override
  public void close() throws IOException {
    for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.socket().close();
    }
  }
}
