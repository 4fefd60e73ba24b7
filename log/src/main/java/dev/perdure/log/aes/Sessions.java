package dev.perdure.log.aes;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The derived keys of the sessions that were read from lately. For any thread.
final class Sessions {
  /// A log that was opened more often is read from end to end at one derivation a session; only who
  /// reads here and there derives again.
  private static final int KEPT_MAX = 256;

  private record Name(int key, SealHead.Salt salt) {}

  private final Map<Integer, Key> keys;
  private final LinkedHashMap<Name, SecretKey> lately = new LinkedHashMap<>(16, 0.75f, true);

  Sessions(Map<Integer, Key> keys) {
    this.keys = Map.copyOf(keys);
  }

  /// The key of a session; null if it was derived from a key that is not here.
  synchronized @Nullable SecretKey of(SealHead head) {
    var key = keys.get(head.key());
    if (key == null) {
      return null;
    }
    var name = new Name(head.key(), head.salt());
    var known = lately.get(name);
    if (known != null) {
      return known;
    }
    var derived = key.session(head.salt().bytes());
    lately.put(name, derived);
    if (lately.size() > KEPT_MAX) {
      lately.pollFirstEntry();
    }
    return derived;
  }
}
