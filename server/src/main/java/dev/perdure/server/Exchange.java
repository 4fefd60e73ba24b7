package dev.perdure.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request and its answer, whatever library carries them. Belongs to one thread, which may
/// block.
interface Exchange {
  /// The method, such as `GET`.
  String method();

  /// The path as it was sent: percent-encoded.
  String path();

  /// The query as it was sent, without the question mark; null if there is none.
  @Nullable String query();

  /// What a header says, each time that it is there.
  List<String> headers(String name);

  /// A header; null if it is not there. One that is there several times is a list (RFC 9110,
  /// section 5.3).
  default @Nullable String header(String name) {
    var values = headers(name);
    return values.isEmpty() ? null : String.join(", ", values);
  }

  /// Whether it came over TLS.
  boolean secure();

  /// Whether it came through the socket file, which only the data directory's user may open.
  boolean local();

  /// How many bytes the body has; -1 if that was not said.
  long length();

  /// The body.
  InputStream body();

  /// Reads what is left of the body and forgets it, so that the connection can be used again.
  ///
  /// @param bytesMax at most so much
  /// @return whether that was all
  boolean discard(int bytesMax) throws IOException;

  /// Sends a whole answer.
  void answer(int status, Map<String, String> headers, byte[] body) throws IOException;

  /// Sends the head of an answer whose body is written to what is returned. Writing blocks while
  /// the reader does not read, and fails if that takes too long.
  OutputStream stream(int status, Map<String, String> headers) throws IOException;
}
