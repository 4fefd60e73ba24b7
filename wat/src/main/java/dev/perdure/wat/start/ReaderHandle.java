package dev.perdure.wat.start;

import dev.perdure.wat.data.Handle;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An `IOReader` (W15.4). Threads may share one: what one of them takes is not another's.
final class ReaderHandle extends Handle {
  /// The most that one read gives.
  private static final int READ_MAX = 1 << 20;

  private final @Nullable Start start;
  private InputStream in;
  private Frames frames;

  /// Gives the stream from its beginning on.
  @FunctionalInterface
  private interface Start {
    InputStream stream() throws IOException;
  }

  private ReaderHandle(InputStream in, @Nullable Start start) {
    super("wat::io::IOReader");
    this.start = start;
    this.in = buffered(in);
    this.frames = new Frames(this.in);
  }

  private static InputStream buffered(InputStream in) {
    return in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
  }

  /// Of a stream that passes once.
  static ReaderHandle of(InputStream in) {
    return new ReaderHandle(in, null);
  }

  /// Of bytes in memory.
  static ReaderHandle of(byte[] bytes) {
    return new ReaderHandle(new ByteArrayInputStream(bytes), () -> new ByteArrayInputStream(bytes));
  }

  /// Of an open file.
  static ReaderHandle of(FileChannel file) {
    return new ReaderHandle(
        Channels.newInputStream(file), () -> Channels.newInputStream(file.position(0)));
  }

  /// Whether reading may wait for who writes.
  boolean mayWait() {
    return start == null;
  }

  /// Up to so many bytes; null at the end.
  synchronized byte @Nullable [] read(long count) throws IOException {
    if (count < 0) {
      throw new IOException("a number of bytes is negative: " + count);
    }
    var bytes = new byte[(int) Math.min(count, READ_MAX)];
    int got = in.read(bytes);
    return got < 0 ? null : Arrays.copyOf(bytes, got);
  }

  /// The bytes before the next LF or CRLF, which is taken too; null at the end.
  synchronized byte @Nullable [] line() throws IOException {
    var line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (line.size() == Bytes.SIZE_MAX) {
        throw new IOException("the line has more than " + Bytes.SIZE_MAX + " bytes");
      }
      line.write(b);
      b = in.read();
    }
    var bytes = line.toByteArray();
    boolean isReturned = b == '\n' && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return isReturned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  /// All that is left.
  synchronized byte[] all() throws IOException {
    return Bytes.all(in);
  }

  /// The next frame; null at the end.
  synchronized Frames.@Nullable Frame frame(long bytesMax) throws IOException {
    return frames.next(bytesMax);
  }

  /// Starts again from the beginning.
  synchronized void rewind() throws IOException {
    if (start == null) {
      throw new IOException("what was read from it is gone");
    }
    in = buffered(start.stream());
    frames = new Frames(in);
  }

  /// Ends the use of a file.
  synchronized void close() throws IOException {
    in.close();
  }
}
