package dev.perdure.value.trie;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All entries of one hash, below the last level of the trie: a balanced tree in the order of the
/// keys. Somebody who knows the hash function can make as many such keys as he likes; a tree keeps
/// the cost of each logarithmic.
final class CollisionNode extends Node {
  private final Trie trie;
  private final Tree tree;

  private CollisionNode(Trie trie, Tree tree) {
    this.trie = trie;
    this.tree = tree;
  }

  static CollisionNode of(Trie trie, BitmapNode.Entry a, BitmapNode.Entry b) {
    var tree = Tree.put(trie, Tree.put(trie, null, a.key(), a.value()), b.key(), b.value());
    return new CollisionNode(trie, tree);
  }

  /// The entries `from` to `to` of `slots`, which are in order.
  static CollisionNode ofSorted(Trie trie, Object[] slots, int from, int to) {
    return new CollisionNode(
        trie, Objects.requireNonNull(Tree.ofSorted(slots, from, to, trie.width)));
  }

  @Override
  @Nullable Object find(Object key, int hash, int shift) {
    var found = Tree.find(trie, tree, key);
    return found == null ? null : trie.width == Trie.SET ? found.key() : found.value();
  }

  @Override
  Node put(Edit edit, int hash, int shift, Object key, Object value) {
    var held = Tree.find(trie, tree, key);
    if (held != null && (trie.width == Trie.SET || Trie.identical(held.value(), value))) {
      return this;
    }
    edit.sizeChange += held == null ? 1 : 0;
    return new CollisionNode(trie, Tree.put(trie, tree, held == null ? key : held.key(), value));
  }

  @Override
  Node remove(Edit edit, int hash, int shift, Object key) {
    if (Tree.find(trie, tree, key) == null) {
      return this;
    }
    edit.sizeChange--;
    // Two entries at least were here: a single one is taken in by the parent.
    var rest = Tree.remove(trie, tree, key);
    return rest == null ? this : new CollisionNode(trie, rest);
  }

  @Override
  Object @Nullable [] single() {
    return tree.size() == 1 ? slots() : null;
  }

  /// The entries in their order, as slots.
  Object[] slots() {
    var slots = new Object[tree.size() * trie.width];
    tree.copyTo(slots, 0, trie.width);
    return slots;
  }

  @Override
  boolean sameEntries(Node other) {
    return this == other
        || (other instanceof CollisionNode that
            && tree.size() == that.tree.size()
            && Arrays.equals(slots(), that.slots()));
  }
}
