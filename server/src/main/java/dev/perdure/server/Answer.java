package dev.perdure.server;

import dev.perdure.server.json.Data;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is sent back.
sealed interface Answer {
  /// JSON, known as a whole.
  ///
  /// @param body what [dev.perdure.server.json.Json] writes
  /// @param headers beside those that every answer has
  record Whole(int status, @Nullable Object body, Map<String, String> headers) implements Answer {
    public Whole {
      headers = Map.copyOf(headers);
    }
  }

  /// Something that is written as it comes to be.
  record Stream(String type, Writing writing) implements Answer {}

  /// Writes a stream.
  @FunctionalInterface
  interface Writing {
    /// Returns when the stream is at its end.
    ///
    /// @throws IOException if the reader is gone, or does not read
    void to(OutputStream out) throws IOException;
  }

  static Answer ok(@Nullable Object body) {
    return new Whole(200, body, Map.of());
  }

  static Answer done(String what) {
    return ok(Data.of("done", what));
  }
}
