package dev.perdure.wat.library;

import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;

/// Persistent maps, which do what maps do (W15.1).
public final class PersistentMaps {
  private PersistentMaps() {}

  /// `(length m)`.
  public static long length(PersistentMap m) {
    return HashMaps.length(m.entries());
  }

  /// `(empty? m)`.
  public static boolean isEmpty(PersistentMap m) {
    return HashMaps.isEmpty(m.entries());
  }

  /// `(get m k)`.
  public static Variant get(PersistentMap m, Object key) {
    return HashMaps.get(m.entries(), key);
  }

  /// `(contains? m k)`.
  public static boolean contains(PersistentMap m, Object key) {
    return HashMaps.contains(m.entries(), key);
  }

  /// `(assoc m k v)`.
  public static PersistentMap assoc(PersistentMap m, Object key, Object value) {
    return new PersistentMap(HashMaps.assoc(m.entries(), key, value));
  }

  /// `(dissoc m k)`.
  public static PersistentMap dissoc(PersistentMap m, Object key) {
    return new PersistentMap(HashMaps.dissoc(m.entries(), key));
  }

  /// `(keys m)`.
  public static Vector keys(PersistentMap m) {
    return HashMaps.keys(m.entries());
  }

  /// `(values m)`.
  public static Vector values(PersistentMap m) {
    return HashMaps.values(m.entries());
  }
}
