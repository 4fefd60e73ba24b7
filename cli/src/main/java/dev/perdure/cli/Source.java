package dev.perdure.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/// An engine, wherever it runs: whatever a command wants of it is a request of its API, so that a
/// command is the same beside a server, over a network, and on a data directory that nobody owns.
interface Source extends AutoCloseable {

  /// Takes an answer as it comes.
  @FunctionalInterface
  interface Receiver {
    /// @param status of HTTP
    /// @return takes the body, and is closed behind it
    OutputStream begin(int status) throws IOException;
  }

  /// Sends a request.
  ///
  /// @throws dev.perdure.value.PerdureException `SERVER_UNREACHABLE`
  void send(Ask ask, Receiver receiver);

  /// Whether others have it, who perform effects and run tasks.
  boolean served();

  @Override
  void close();

  /// Asks.
  ///
  /// @throws Refusal what the engine answers that it cannot
  default Got ask(Ask ask) {
    var answer = new Received(line -> {});
    send(ask, answer::whole);
    return answer.got();
  }

  /// Asks for lines, which are handed over as they come.
  ///
  /// @throws Refusal what the engine answers that it cannot
  default void lines(Ask ask, Consumer<String> reader) {
    var answer = new Received(reader);
    send(ask, answer::lines);
    answer.got();
  }
}
