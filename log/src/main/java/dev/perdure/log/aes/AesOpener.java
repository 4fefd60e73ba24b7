package dev.perdure.log.aes;

import dev.perdure.log.PayloadCodec;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Opens what was sealed in any session with a key that is here. The session of the payload before
/// is at hand: neighbours are mostly of one.
final class AesOpener implements PayloadCodec.Opener {
  private static final int SESSION_FROM = 1;
  private static final int SESSION_TO = SealHead.BYTES - Integer.BYTES;

  private final Sessions sessions;
  private final Cipher cipher = Ciphers.fresh();
  private final byte[] head = new byte[SealHead.BYTES];
  private byte[] before = new byte[0];
  private @Nullable SecretKey session;

  AesOpener(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public byte @Nullable [] open(byte[] bound, ByteBuffer sealed) {
    if (!SealHead.fits(sealed)) {
      return null;
    }
    sealed.get(sealed.position(), head);
    var under = session();
    if (under == null) {
      return null;
    }
    var payload = new byte[sealed.remaining() - SealHead.OVERHEAD];
    try {
      var nonce = SealHead.nonce(SealHead.of(head).number());
      Ciphers.begin(cipher, Cipher.DECRYPT_MODE, under, nonce);
      cipher.updateAAD(head);
      cipher.updateAAD(bound);
      var ciphertext =
          sealed.slice(sealed.position() + SealHead.BYTES, payload.length + Ciphers.TAG_BYTES);
      cipher.doFinal(ciphertext, ByteBuffer.wrap(payload));
      return payload;
    } catch (AEADBadTagException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  private @Nullable SecretKey session() {
    if (session == null
        || !Arrays.equals(head, SESSION_FROM, SESSION_TO, before, SESSION_FROM, SESSION_TO)) {
      var found = sessions.of(SealHead.of(head));
      session = found;
      before = head.clone();
    }
    return session;
  }
}
