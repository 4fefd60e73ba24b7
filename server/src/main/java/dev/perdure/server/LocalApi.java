package dev.perdure.server;

import dev.perdure.engine.Extras;
import dev.perdure.log.Log;
import dev.perdure.node.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API without a network: a request is answered by a call, on the calling thread, and whoever
/// can call may do everything. It is the server's own table of endpoints, or as much of it as what
/// is there can answer.
///
/// Safe for use by many threads.
public final class LocalApi {
  /// The header that says who makes a change, percent-encoded: it counts here and at a socket file.
  public static final String USER = "Perdure-User";

  private final Api api;

  private LocalApi(List<Endpoint> table) {
    var limits = ServerLimits.defaults();
    api = new Api(table, new Gate(true, List.of(), new Tokens(null)), limits, new Flights());
  }

  /// All of it, for a node that nobody else asks.
  ///
  /// @param extras who answers what a switched version asks in excess in a replay; null: nobody can
  public static LocalApi of(Node node, @Nullable Extras extras) {
    var limits = ServerLimits.defaults();
    return new LocalApi(Endpoints.of(new Served(node, limits, new Flights(), true, extras)));
  }

  /// What the tables of an index answer.
  public static LocalApi of(IndexSource index) {
    return new LocalApi(
        List.of(
            new TaskLists(index).endpoint(),
            new LineLists(null, index).endpoint(),
            new Sql(index).endpoint()));
  }

  /// What the log answers.
  public static LocalApi of(Log log) {
    return new LocalApi(List.of(new LogRecords(log).endpoint()));
  }

  /// A request.
  ///
  /// @param method such as `GET`
  /// @param path percent-encoded
  /// @param query percent-encoded, without the question mark; null: none
  /// @param headers by their names, spelt as the API's description does
  public record Sent(
      String method,
      String path,
      @Nullable String query,
      Map<String, String> headers,
      InputStream body) {}

  /// Takes an answer.
  @FunctionalInterface
  public interface Receiver {
    /// Begins it.
    ///
    /// @param status of HTTP
    /// @return takes the body, and is closed behind it
    OutputStream begin(int status) throws IOException;
  }

  /// Answers a request.
  ///
  /// @throws IOException what the receiver throws
  public void answer(Sent request, Receiver receiver) throws IOException {
    api.handle(new LocalExchange(request, receiver));
  }
}
