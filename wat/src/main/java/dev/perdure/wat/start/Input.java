package dev.perdure.wat.start;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.thread.Wire;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Values that are read from streams, one a frame: each is a `Result` of the value and
/// `PeerDiedError` (W12.2). Threads may share one.
final class Input {
  private static final String DIED = "wat::kernel::PeerDiedError";

  /// What no frame may exceed, whatever a program asks for.
  private static final long BYTES_MAX = 1L << 30;

  private final ReaderHandle stdin;
  private final long frameBytesMax;

  Input(InputStream stdin, long frameBytesMax) {
    this.stdin = ReaderHandle.of(stdin);
    this.frameBytesMax = frameBytesMax;
  }

  /// The process's own.
  ReaderHandle stdin() {
    return stdin;
  }

  /// The next value of stdin.
  Object value(Context context) {
    return value(context, frameBytesMax);
  }

  /// The next value of stdin, in a frame of so many bytes at most.
  Object value(Context context, long bytesMax) {
    var wanted = context.wanted().toString();
    var frame = frame(stdin, "wat::kernel::readln", bytesMax);
    if (frame == null) {
      return disconnected();
    }
    if (frame.fault() != null) {
      return Wire.bad(frame.fault(), frame.text(), wanted, "");
    }
    return Wire.value(frame.text(), context);
  }

  /// The text of the next frame of stdin.
  Object text() {
    return text(stdin, "wat::kernel::read-frame");
  }

  /// The text of the next frame of a reader.
  Object text(ReaderHandle reader) {
    return text(reader, "wat::io::IOReader/read-frame");
  }

  private Object text(ReaderHandle reader, String op) {
    var frame = frame(reader, op, frameBytesMax);
    if (frame == null) {
      return disconnected();
    }
    return frame.fault() == null
        ? Variant.ok(frame.text())
        : Wire.bad(frame.fault(), frame.text(), ":wat::core::String", "");
  }

  private static Frames.@Nullable Frame frame(ReaderHandle reader, String op, long bytesMax) {
    try {
      return reader.frame(Math.clamp(bytesMax, 0, BYTES_MAX));
    } catch (IOException e) {
      throw Raise.of(
          Kind.RUNTIME_IO_FAILED,
          "the stream cannot be read: " + e.getMessage(),
          ":" + op,
          String.valueOf(e.getMessage()));
    }
  }

  private static Variant disconnected() {
    return Variant.err(Made.variant(DIED, "Disconnected"));
  }
}
