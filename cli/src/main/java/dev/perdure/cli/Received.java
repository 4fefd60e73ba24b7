package dev.perdure.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What has come of an answer: its bytes, or its lines as they come. A problem is always kept as a
/// whole.
final class Received {
  private static final int OK_MAX = 299;
  private final Consumer<String> reader;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  Received(Consumer<String> reader) {
    this.reader = reader;
  }

  OutputStream whole(int newStatus) {
    status = newStatus;
    return body;
  }

  OutputStream lines(int newStatus) {
    status = newStatus;
    return newStatus <= OK_MAX ? new Lines() : body;
  }

  /// @throws Refusal if it is a problem
  Got got() {
    var got = new Got(status, body.toByteArray());
    if (status > OK_MAX) {
      throw Refusal.of(got);
    }
    return got;
  }

  /// Hands over each line when it is complete.
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      if (b == '\n') {
        reader.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
