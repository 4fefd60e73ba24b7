package dev.perdure.wat.syntax;

import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Strict UTF-8.
final class Utf8 {
  private Utf8() {}

  /// The text of the bytes; those that are no UTF-8 are refused at their place.
  static String decode(String source, byte[] bytes) {
    if (bytes.length > Limits.FILE_BYTES_MAX) {
      // The reader refuses it for its size.
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    var in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException _) {
      // The decoder leaves the buffer before what it could not decode.
      throw malformed(source, bytes, in.position());
    }
  }

  private static Refused malformed(String source, byte[] bytes, int at) {
    var good = new String(Arrays.copyOf(bytes, at), StandardCharsets.UTF_8);
    var text = new SourceText(source, good);
    while (!text.isEnd()) {
      text.pass();
    }
    var message = "byte %d, 0x%02X, is not UTF-8".formatted(at, bytes[at]);
    return text.lex(Lex.UNEXPECTED_CHAR, text.at, text.at, message);
  }
}
