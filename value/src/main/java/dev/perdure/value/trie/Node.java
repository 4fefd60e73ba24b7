package dev.perdure.value.trie;

import org.jspecify.annotations.Nullable;

/// A node below the root of a large map or set. Keys, values and nodes share untyped slots, as in
/// every array-mapped trie; the width of the trie says which slot is which.
///
/// `value` arguments are ignored by sets.
abstract sealed class Node permits BitmapNode, CollisionNode {
  /// The bits of a hash that one level consumes.
  static final int LEVEL_BITS = 5;

  /// The value under the key, for a set the key; null if the key is absent.
  abstract @Nullable Object find(Object key, int hash, int shift);

  /// This node with the entry; itself if nothing changes.
  abstract Node put(Edit edit, int hash, int shift, Object key, Object value);

  /// This node without the key; itself if the key is absent.
  abstract Node remove(Edit edit, int hash, int shift, Object key);

  /// The slots of the only entry if there is just one, else null: the parent takes it in.
  abstract Object @Nullable [] single();

  /// Whether both hold the same entries, given that both stand at the same place of two tries.
  abstract boolean sameEntries(Node other);
}
