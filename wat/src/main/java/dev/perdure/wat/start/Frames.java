package dev.perdure.wat.start;

import dev.perdure.wat.syntax.Nesting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes frames out of a stream (W10): the bytes up to the first newline at which the text is no
/// longer an incomplete value. For one thread at a time.
final class Frames {
  /// How many times the budget a frame that is over it may go on until any newline ends it: behind
  /// that nobody keeps track of how its delimiters are nested.
  private static final long SKIPPED_MAX = 16;

  private final InputStream in;

  /// @param in is read byte by byte
  Frames(InputStream in) {
    this.in = in;
  }

  /// A frame.
  ///
  /// @param text what is in it; of one that is over its budget, what fits
  /// @param fault what is wrong with it; null if it can be read as a value
  record Frame(String text, @Nullable String fault) {}

  /// The next frame; null at the end of the stream.
  ///
  /// @param bytesMax its budget, without the newline
  /// @throws IOException if the stream fails
  @Nullable Frame next(long bytesMax) throws IOException {
    var reading = new Reading(bytesMax);
    int b = in.read();
    while (b >= 0 && !reading.endsWith(b)) {
      b = in.read();
    }
    return b < 0 && reading.isEmpty() ? null : reading.frame();
  }

  /// One frame as far as it has come.
  private static final class Reading {
    private final long bytesMax;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Nesting nesting = new Nesting();
    private long size;

    Reading(long bytesMax) {
      this.bytesMax = bytesMax;
    }

    /// Takes the next byte; whether the frame ends with it.
    boolean endsWith(int b) {
      if (b == '\n') {
        watch();
        nesting.accept("\n");
        if (!nesting.isBlank() && !nesting.isIncomplete()) {
          return true;
        }
      }
      size++;
      if (size <= bytesMax) {
        bytes.write(b);
      }
      if (size > bytesMax * SKIPPED_MAX) {
        return b == '\n';
      }
      if (b != '\n') {
        line.write(b);
      }
      return false;
    }

    private void watch() {
      nesting.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }

    boolean isEmpty() {
      watch();
      return nesting.isBlank();
    }

    Frame frame() {
      var text = bytes.toString(StandardCharsets.UTF_8);
      if (size > bytesMax) {
        return new Frame(text, "the frame has more than " + bytesMax + " bytes");
      }
      try {
        return new Frame(Bytes.text(bytes.toByteArray()), null);
      } catch (CharacterCodingException e) {
        return new Frame(text, "the frame is not UTF-8");
      }
    }
  }
}
