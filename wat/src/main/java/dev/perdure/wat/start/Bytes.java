package dev.perdure.wat.start;

import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes as wat has them: a vector of u8.
final class Bytes {
  /// The most that is read or kept at once: a vector takes some 6 times as much.
  static final int SIZE_MAX = 256 << 20;

  private Bytes() {}

  /// All that is left of a stream.
  static byte[] all(InputStream in) throws IOException {
    var bytes = in.readNBytes(SIZE_MAX + 1);
    if (bytes.length > SIZE_MAX) {
      throw new IOException("there are more than " + SIZE_MAX + " bytes");
    }
    return bytes;
  }

  /// @throws CharacterCodingException if they are not UTF-8
  static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  static Vector of(byte[] bytes) {
    var vector = new VectorBuilder();
    for (byte b : bytes) {
      vector.add((long) (b & 0xFF));
    }
    return vector.build();
  }

  static byte[] of(Vector vector) {
    var bytes = new byte[vector.size()];
    int at = 0;
    for (var element : vector) {
      bytes[at++] = (byte) (long) element;
    }
    return bytes;
  }
}
