package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.util.SequencedCollection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Seals payloads before they are written and opens them when they are read: encryption at rest.
/// Whoever has the bytes and no key learns their length alone, and cannot change them or put them
/// elsewhere without being found out.
///
/// It has one or more keys, of which one seals and all open. For any thread; what it makes is for
/// one thread at a time.
public interface PayloadCodec {
  /// The names of all its keys, each of 1 to 64 letters and digits: no secret.
  Set<String> keys();

  /// The name of the key that seals.
  String newest();

  /// The name of the key that some bytes were sealed with, whether it is one of these or not; empty
  /// if they were not sealed by such a codec.
  ///
  /// @param sealed between position and limit, which stay as they are
  String keyOf(ByteBuffer sealed);

  /// How many bytes more a payload has when it is sealed: always as many, at most
  /// [Limits#SEAL_BYTES_MAX].
  int overhead();

  /// Names for a secret text: the newest key's first, then those that the other keys give it. The
  /// same text has the same names; whoever has no key learns nothing from them, not even by
  /// guessing the text.
  SequencedCollection<Hash> pseudonyms(Hash text);

  /// Seals, never twice with the same key and nonce, whatever other sealers there are or were.
  Sealer sealer();

  /// Opens what any sealer has sealed.
  Opener opener();

  /// Seals payloads; for one thread at a time.
  interface Sealer {
    /// Seals one payload.
    ///
    /// @param bound what the payload belongs to: it can be opened only as that. Not kept
    /// @param payload between position and limit, which stay as they are
    /// @param to gets the sealed bytes at its position, which then stands behind them
    void seal(byte[] bound, ByteBuffer payload, ByteBuffer to);
  }

  /// Opens payloads; for one thread at a time.
  interface Opener {
    /// Opens one payload.
    ///
    /// @param bound what it belongs to. Not kept
    /// @param sealed between position and limit, which stay as they are
    /// @return null if these bytes were never sealed as that with a key that is here
    byte @Nullable [] open(byte[] bound, ByteBuffer sealed);
  }
}
