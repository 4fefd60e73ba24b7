package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever comes in, a reader answers a value or a located problem.
class FuzzTest {
  private static final String PIECES = "()[]{}#_\"\\:;/.+-0123N M\neEau^'`~@,d8\0é";

  @Test
  void changedBytesDecodeOrAreRefused() {
    Seeds.check(
        10_000,
        gen -> {
          var bytes = changed(gen, ValueCodec.encode(gen.value(3)));
          try {
            // There is one encoding of each value, so what is accepted encodes to itself.
            assertThat(ValueCodec.encode(ValueCodec.decode(bytes, Limits.OUTSIDE)))
                .isEqualTo(bytes);
          } catch (PerdureException e) {
            assertThat(e.code())
                .isIn(ValueCode.CODEC_CORRUPT, ValueCode.CODEC_LIMIT, ValueCode.CODEC_VERSION);
            assertThat(e.problem().where()).startsWith("byte ");
          }
        });
  }

  private static byte[] changed(Gen gen, byte[] bytes) {
    var copy = gen.chance(4) ? Arrays.copyOf(bytes, gen.below(bytes.length + 3)) : bytes.clone();
    for (int i = gen.below(4); i > 0 && copy.length > 0; i--) {
      int at = gen.below(copy.length);
      copy[at] = (byte) (gen.chance(2) ? gen.below(256) : copy[at] ^ (1 << gen.below(8)));
    }
    return copy;
  }

  @Test
  void changedTextIsReadOrRefused() {
    Seeds.check(10_000, gen -> readOrRefused(changed(gen, Edn.print(gen.value(3)))));
  }

  @Test
  void textOfRandomPiecesIsReadOrRefused() {
    Seeds.check(
        10_000,
        gen ->
            readOrRefused(
                gen.several(gen.below(12), () -> PIECES.charAt(gen.below(PIECES.length()))).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining())));
  }

  private static String changed(Gen gen, String text) {
    var copy = new StringBuilder(text);
    for (int i = 1 + gen.below(3); i > 0; i--) {
      int at = gen.below(copy.length() + 1);
      switch (gen.below(4)) {
        case 0 -> copy.insert(at, PIECES.charAt(gen.below(PIECES.length())));
        case 1 -> copy.delete(at, Math.min(copy.length(), at + gen.below(4)));
        case 2 -> copy.insert(at, (char) gen.below(0x10000));
        default -> copy.setLength(at);
      }
    }
    return copy.toString();
  }

  private static void readOrRefused(String text) {
    try {
      for (var value : Edn.readAll(text, "fuzz", Limits.OUTSIDE)) {
        assertThat(Edn.read(Edn.print(value))).isEqualTo(value);
      }
    } catch (PerdureException e) {
      assertThat(e.code().name()).startsWith("EDN_");
      assertThat(e.problem().where()).startsWith("fuzz:");
    }
  }
}
