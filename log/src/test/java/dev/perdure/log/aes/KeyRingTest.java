package dev.perdure.log.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final SplittableRandom random = new SplittableRandom(7);

  private final Key first = Key.fresh(RANDOM);
  private final Key second = Key.fresh(RANDOM);

  private static KeyRing ring(Key... keys) {
    return new KeyRing(List.of(keys), RANDOM);
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(KeyRing ring, byte[] bound, byte[] payload) {
    var to = ByteBuffer.allocate(payload.length + ring.overhead());
    ring.sealer().seal(bound, ByteBuffer.wrap(payload), to);
    return to.array();
  }

  @Test
  void whatWasSealedOpensAsWhatItWasAndIsLongerByTheOverhead() {
    var ring = ring(first, second);
    var sealer = ring.sealer();
    var opener = ring.opener();
    for (int i = 0; i < 2_000; i++) {
      var bound = bytes(random.nextInt(100));
      var payload = bytes(random.nextInt(i % 50 == 0 ? 70_000 : 300));
      var buffer = i % 2 == 0 ? ByteBuffer.allocateDirect(80_000) : ByteBuffer.allocate(80_000);
      buffer.position(random.nextInt(1_000));
      int at = buffer.position();
      sealer.seal(bound, ByteBuffer.wrap(payload).asReadOnlyBuffer(), buffer);
      assertThat(buffer.position()).isEqualTo(at + payload.length + ring.overhead());
      var sealed = buffer.flip().position(at);
      assertThat(ring.keyOf(sealed)).isEqualTo(second.name());
      assertThat(opener.open(bound, sealed)).isEqualTo(payload);
      assertThat(sealed.position()).isEqualTo(at);
    }
  }

  @Test
  void aFlippedBitAShorterOneAndAnotherPlaceAreRefused() {
    var ring = ring(first);
    var opener = ring.opener();
    var bound = bytes(48);
    var sealed = sealed(ring, bound, bytes(60));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      var changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(opener.open(bound, ByteBuffer.wrap(changed))).as("bit %d", bit).isNull();
    }
    for (int bit = 0; bit < bound.length * 8; bit++) {
      var other = bound.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(opener.open(other, ByteBuffer.wrap(sealed))).as("bit %d", bit).isNull();
    }
    for (int length = 0; length < sealed.length; length++) {
      assertThat(opener.open(bound, ByteBuffer.wrap(sealed, 0, length))).isNull();
    }
    assertThat(opener.open(bound, ByteBuffer.wrap(sealed))).hasSize(60);
  }

  @Test
  void eachKeyOpensWhatItSealedWhateverIsTheNewestAndNoOtherDoes() {
    var bound = bytes(48);
    var payload = bytes(100);
    var old = sealed(ring(first), bound, payload);
    var both = ring(first, second);
    assertThat(both.opener().open(bound, ByteBuffer.wrap(old))).isEqualTo(payload);
    assertThat(both.keyOf(ByteBuffer.wrap(old))).isEqualTo(first.name());
    var young = sealed(both, bound, payload);
    assertThat(ring(second).opener().open(bound, ByteBuffer.wrap(young))).isEqualTo(payload);
    assertThat(ring(first).opener().open(bound, ByteBuffer.wrap(young))).isNull();
    assertThat(both.keyOf(ByteBuffer.wrap(new byte[100]))).isEmpty();
  }

  @Test
  void noTwoPayloadsShareASessionAndANumber() {
    var ring = ring(first);
    var seen = new HashSet<String>();
    for (int sealers = 0; sealers < 20; sealers++) {
      var sealer = new AesSealer(first, RANDOM, 10);
      for (int i = 0; i < 35; i++) {
        var to = ByteBuffer.allocate(ring.overhead());
        sealer.seal(new byte[0], ByteBuffer.allocate(0), to);
        var head = Arrays.copyOf(to.array(), SealHead.BYTES);
        assertThat(seen.add(HexFormat.of().formatHex(head))).isTrue();
        assertThat(ring.opener().open(new byte[0], to.flip())).isEmpty();
      }
    }
  }

  @Test
  void manySessionsAreReadInAnyOrder() {
    var ring = ring(first);
    var sealed = new byte[600][];
    for (int i = 0; i < sealed.length; i++) {
      sealed[i] = sealed(ring, new byte[] {1}, new byte[] {(byte) i});
    }
    var opener = ring.opener();
    for (int i = 0; i < 3_000; i++) {
      int which = random.nextInt(sealed.length);
      assertThat(opener.open(new byte[] {1}, ByteBuffer.wrap(sealed[which])))
          .containsExactly((byte) which);
    }
  }

  /// Computed by another implementation of HKDF and AES-GCM, so that no later release derives or
  /// encrypts otherwise.
  @Test
  void theFormatIsWhatItWas() {
    var key = Key.parse("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    var golden = HexFormat.of().parseHex(GOLDEN);
    var bound = "bound".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(ring(key).opener().open(bound, ByteBuffer.wrap(golden)))
        .asString()
        .isEqualTo("payload");
    assertThat(key.name()).isEqualTo(GOLDEN.substring(2, 10));
  }

  private static final String GOLDEN =
      "01146d9e3d404142434445464748494a4b00000005e46e0d50886ba07616"
          + "91b06deea30d05aaa4cce620028a";

  @Test
  void aRingHasKeysOfDifferentNames() {
    assertThatThrownBy(() -> ring(first, first)).hasMessageContaining("twice");
    assertThatThrownBy(() -> ring()).hasMessageContaining("no key");
  }

  @Test
  void noTextTellsASecret() {
    assertThat(first + " " + ring(first)).doesNotContain(first.secretText()).contains(first.name());
  }
}
