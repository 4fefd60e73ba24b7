package dev.perdure.wat.start;

import dev.perdure.wat.data.Handle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// An `IOWriter` (W15.4). Threads may share one: what two of them write never mixes.
final class WriterHandle extends Handle {
  private final OutputStream out;

  /// What was written to memory; null of all other writers.
  private final @Nullable ByteArrayOutputStream memory;

  private final boolean mayWait;
  private boolean closed;

  private WriterHandle(OutputStream out, @Nullable ByteArrayOutputStream memory, boolean mayWait) {
    super("wat::io::IOWriter");
    this.out = out;
    this.memory = memory;
    this.mayWait = mayWait;
  }

  /// To a stream.
  static WriterHandle of(OutputStream out) {
    return new WriterHandle(out, null, false);
  }

  /// To a pipe.
  static WriterHandle of(Pipe pipe) {
    return new WriterHandle(pipe.out(), null, true);
  }

  /// To an open file.
  static WriterHandle of(FileChannel file) {
    return of(Channels.newOutputStream(file));
  }

  /// To memory.
  static WriterHandle toMemory() {
    var memory = new ByteArrayOutputStream();
    return new WriterHandle(memory, memory, false);
  }

  /// Whether writing may wait for who reads.
  boolean mayWait() {
    return mayWait;
  }

  /// Writes all of the bytes; how many there are.
  synchronized long write(byte[] bytes) throws IOException {
    requireOpen();
    if (memory != null && memory.size() > Bytes.SIZE_MAX - bytes.length) {
      throw new IOException("it holds more than " + Bytes.SIZE_MAX + " bytes");
    }
    out.write(bytes);
    return bytes.length;
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("it is closed");
    }
  }

  synchronized void flush() throws IOException {
    requireOpen();
    out.flush();
  }

  /// Ends the writing; twice is once.
  synchronized void close() throws IOException {
    closed = true;
    out.close();
  }

  /// What was written to memory.
  synchronized byte[] written() throws IOException {
    if (memory == null) {
      throw new IOException("it writes somewhere else than to memory");
    }
    return memory.toByteArray();
  }
}
