package dev.perdure.server;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// The body of an answer whose head is sent with its first byte: until then a problem can be told
/// in its place.
final class LateOutput extends OutputStream {
  private final Head head;
  private @Nullable OutputStream body;

  /// Sends the head of an answer.
  interface Head {
    OutputStream send() throws IOException;
  }

  LateOutput(Head head) {
    this.head = head;
  }

  /// Sends the head, if it is not sent.
  OutputStream begin() throws IOException {
    if (body == null) {
      body = head.send();
    }
    return body;
  }

  @Override
  public void write(int b) throws IOException {
    begin().write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    begin().write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    begin().flush();
  }

  /// Ends the body, if it was begun.
  @Override
  public void close() throws IOException {
    if (body != null) {
      body.close();
    }
  }
}
