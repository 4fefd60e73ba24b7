package dev.perdure.log.aes;

import dev.perdure.log.PayloadCodec;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Seals under a key of its own, derived with a random salt, and counts its nonces from 0: no two
/// payloads share key and nonce unless two sealers drew the same 96 bits. When the count is at its
/// end it draws again.
final class AesSealer implements PayloadCodec.Sealer {
  /// As many payloads as the count has numbers.
  private static final long NUMBERS = 1L << Integer.SIZE;

  private final Key key;
  private final RandomGenerator random;
  private final long numbers;
  private final Cipher cipher = Ciphers.fresh();
  private @Nullable SecretKey session;
  private byte[] head = new byte[0];
  private long next;

  AesSealer(Key key, RandomGenerator random) {
    this(key, random, NUMBERS);
  }

  /// @param numbers after so many payloads there is another session
  AesSealer(Key key, RandomGenerator random, long numbers) {
    this.key = key;
    this.random = random;
    this.numbers = numbers;
  }

  @Override
  public void seal(byte[] bound, ByteBuffer payload, ByteBuffer to) {
    var under = session == null || next == numbers ? begin() : session;
    SealHead.number(head, (int) next);
    try {
      Ciphers.begin(cipher, Cipher.ENCRYPT_MODE, under, SealHead.nonce((int) next));
      next++;
      cipher.updateAAD(head);
      cipher.updateAAD(bound);
      to.put(head);
      cipher.doFinal(payload.duplicate(), to);
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  private SecretKey begin() {
    var salt = SealHead.Salt.fresh(random);
    var fresh = key.session(salt.bytes());
    head = new SealHead(key.number(), salt, 0).bytes();
    next = 0;
    session = fresh;
    return fresh;
  }
}
