package dev.perdure.log;

import dev.perdure.value.Hash;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The values that the records of a log in memory refer to.
final class MemoryValues implements ValueStore {
  private final Map<Hash, byte[]> values = new HashMap<>();
  private final Set<Hash> batched = new HashSet<>();

  /// See [ValueFiles#refer].
  synchronized Reference refer(Referred value) {
    keep(value);
    batched.add(value.hash());
    return new Reference(value.hash(), value.size());
  }

  /// See [ValueFiles#appended].
  synchronized void appended() {
    batched.clear();
  }

  @Override
  public synchronized void keep(Referred value) {
    if (!values.containsKey(value.hash())) {
      values.put(value.hash(), value.bytes());
    }
  }

  @Override
  public byte[] bytes(Hash hash, int size) {
    var bytes = find(hash);
    return bytes == null ? ValueSource.NONE.bytes(hash, size) : bytes.clone();
  }

  private synchronized byte @Nullable [] find(Hash hash) {
    return values.get(hash);
  }

  /// See [ValueFiles#sweep].
  synchronized long sweep(Supplier<Set<Hash>> references) {
    long before = bytes();
    var referred = references.get();
    values.keySet().removeIf(hash -> !referred.contains(hash) && !batched.contains(hash));
    return before - bytes();
  }

  private long bytes() {
    return values.values().stream().mapToLong(bytes -> bytes.length).sum();
  }
}
