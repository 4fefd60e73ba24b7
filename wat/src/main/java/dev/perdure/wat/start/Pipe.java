package dev.perdure.wat.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/// Bytes on their way from a writer to a reader, who wait for each other while it is full or empty.
final class Pipe {
  /// As that of Linux (`man 7 pipe`).
  private static final int SIZE_MAX = 64 << 10;

  private final byte[] ring = new byte[SIZE_MAX];
  private int from;
  private int size;
  private boolean isClosed;
  private boolean isLeft;

  /// The side that is written to.
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        put(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        put(bytes, offset, length);
      }

      @Override
      public void close() {
        end();
      }
    };
  }

  /// The side that is read from.
  InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return take(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return take(bytes, offset, length);
      }

      @Override
      public int available() {
        return waiting();
      }

      @Override
      public void close() {
        leave();
      }
    };
  }

  private synchronized int waiting() {
    return size;
  }

  private synchronized void end() {
    isClosed = true;
    notifyAll();
  }

  private synchronized void leave() {
    isLeft = true;
    notifyAll();
  }

  private synchronized void put(byte[] bytes, int offset, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      awaitWhile(() -> size == SIZE_MAX && !isLeft);
      if (isLeft) {
        throw new IOException("nobody reads the pipe any more");
      }
      ring[(from + size++) % SIZE_MAX] = bytes[offset + i];
      notifyAll();
    }
  }

  private synchronized int take(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    awaitWhile(() -> size == 0 && !isClosed);
    if (size == 0) {
      return -1;
    }
    int count = Math.min(length, size);
    for (int i = 0; i < count; i++) {
      bytes[offset + i] = ring[from];
      from = (from + 1) % SIZE_MAX;
    }
    size -= count;
    notifyAll();
    return count;
  }

  private synchronized void awaitWhile(BooleanSupplier isSo) throws IOException {
    try {
      while (isSo.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the wait for the other side of the pipe was ended");
    }
  }
}
