package dev.perdure.log.aes;

import dev.perdure.log.PayloadCodec;
import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Keys for AES-256-GCM: the newest seals, all open. [KeyFile] reads them.
///
/// Each sealer, so each opening of a log, encrypts under a key of its own that is derived from the
/// newest one and a random salt, and counts its nonces. Why no nonce is used twice is argued in
/// `docs/internals/encryption.md`.
public final class KeyRing implements PayloadCodec {
  private final List<Key> keys;
  private final Set<String> names;
  private final RandomGenerator random;
  private final Sessions sessions;

  /// @param keys at least one, oldest first, of different names
  KeyRing(List<Key> keys, RandomGenerator random) {
    SequencedMap<Integer, Key> byNumber = new LinkedHashMap<>();
    for (var key : keys) {
      if (byNumber.put(key.number(), key) != null) {
        throw new IllegalArgumentException("the key " + key.name() + " is there twice");
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no key");
    }
    this.keys = List.copyOf(keys);
    this.names = keys.stream().map(Key::name).collect(Collectors.toUnmodifiableSet());
    this.random = random;
    this.sessions = new Sessions(Map.copyOf(byNumber));
  }

  /// The keys of a file.
  ///
  /// @throws dev.perdure.value.PerdureException `KEY_FILE_UNUSABLE`
  public static KeyRing read(Path file) {
    return new KeyFile(file).read();
  }

  /// A ring with one key that nobody else has or will have: for tests.
  public static KeyRing fresh() {
    return of(new SecureRandom());
  }

  /// A ring with one key that is drawn as its salts are: for simulations, whose bytes follow from a
  /// seed. It is as secret as that.
  public static KeyRing of(RandomGenerator random) {
    return new KeyRing(List.of(Key.fresh(random)), random);
  }

  /// The names of the keys, oldest first.
  public List<String> inOrder() {
    return keys.stream().map(Key::name).toList();
  }

  @Override
  public Set<String> keys() {
    return names;
  }

  @Override
  public String newest() {
    return keys.getLast().name();
  }

  @Override
  public String keyOf(ByteBuffer sealed) {
    return SealHead.fits(sealed) ? Key.name(sealedWith(sealed)) : "";
  }

  private static int sealedWith(ByteBuffer sealed) {
    var head = new byte[SealHead.BYTES];
    sealed.get(sealed.position(), head);
    return SealHead.of(head).key();
  }

  @Override
  public int overhead() {
    return SealHead.OVERHEAD;
  }

  @Override
  public List<Hash> pseudonyms(Hash text) {
    return keys.reversed().stream().map(key -> key.pseudonym(text)).toList();
  }

  @Override
  public Sealer sealer() {
    return new AesSealer(keys.getLast(), random);
  }

  @Override
  public Opener opener() {
    return new AesOpener(sessions);
  }

  @Override
  public String toString() {
    return "keys " + inOrder();
  }
}
