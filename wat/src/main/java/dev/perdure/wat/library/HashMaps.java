package dev.perdure.wat.library;

import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashMapBuilder;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;

/// Maps (W15.1).
public final class HashMaps {
  private HashMaps() {}

  /// `(length m)`.
  public static long length(HashMap m) {
    return m.size();
  }

  /// The same of what is being built.
  public static long length(HashMapBuilder m) {
    return m.size();
  }

  /// `(empty? m)`.
  public static boolean isEmpty(HashMap m) {
    return m.isEmpty();
  }

  /// The same of what is being built.
  public static boolean isEmpty(HashMapBuilder m) {
    return m.size() == 0;
  }

  /// `(get m k)`.
  public static Variant get(HashMap m, Object key) {
    return Variant.option(m.get(key));
  }

  /// The same of what is being built.
  public static Variant get(HashMapBuilder m, Object key) {
    return Variant.option(m.get(key));
  }

  /// `(contains? m k)`.
  public static boolean contains(HashMap m, Object key) {
    return m.contains(key);
  }

  /// The same of what is being built.
  public static boolean contains(HashMapBuilder m, Object key) {
    return m.contains(key);
  }

  /// `(assoc m k v)`.
  public static HashMap assoc(HashMap m, Object key, Object value) {
    return m.with(key, value);
  }

  /// The same in place.
  public static HashMapBuilder assoc(HashMapBuilder m, Object key, Object value) {
    return m.put(key, value);
  }

  /// `(dissoc m k)`.
  public static HashMap dissoc(HashMap m, Object key) {
    return m.without(key);
  }

  /// The same in place.
  public static HashMapBuilder dissoc(HashMapBuilder m, Object key) {
    return m.remove(key);
  }

  /// `(keys m)`.
  public static Vector keys(HashMap m) {
    return Vector.ofAll(m.keys());
  }

  /// `(values m)`.
  public static Vector values(HashMap m) {
    return Vector.ofAll(m.values());
  }
}
