package dev.perdure.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file of a [Storage].
public interface StorageFile extends Closeable {
  /// Its length in bytes.
  long size() throws IOException;

  /// Fills the buffer from a position, as far as the file goes; the buffer's position then tells
  /// how far.
  void read(ByteBuffer to, long position) throws IOException;

  /// Writes the whole buffer at a position within the file's length.
  void write(ByteBuffer from, long position) throws IOException;

  /// Makes the writes before durable. When it fails, nobody knows which of them are, and a second
  /// call that succeeds proves nothing.
  void force() throws IOException;

  @Override
  void close() throws IOException;
}
