package dev.perdure.value;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All entries of one hash, below the last level of the trie: a balanced tree in the order of the
/// keys. Somebody who knows the hash function can make as many such keys as he likes; a tree keeps
/// the cost of each logarithmic.
final class CollisionNode extends Node {
  private final int width;
  private final Tree tree;

  private CollisionNode(int width, Tree tree) {
    this.width = width;
    this.tree = tree;
  }

  static CollisionNode of(int width, BitmapNode.Entry a, BitmapNode.Entry b) {
    var tree = Tree.put(Tree.put(null, a.key(), a.value()), b.key(), b.value());
    return new CollisionNode(width, tree);
  }

  /// The entries `from` to `to` of `slots`, which are in order.
  static CollisionNode ofSorted(int width, Object[] slots, int from, int to) {
    return new CollisionNode(width, Objects.requireNonNull(Tree.ofSorted(slots, from, to, width)));
  }

  @Override
  @Nullable Object find(Object key, int hash, int shift) {
    var found = Tree.find(tree, key);
    return found == null ? null : width == Trie.SET ? found.key() : found.value();
  }

  @Override
  Node put(Edit edit, int hash, int shift, Object key, Object value) {
    var held = Tree.find(tree, key);
    if (held != null && (width == Trie.SET || Order.identical(held.value(), value))) {
      return this;
    }
    edit.sizeChange += held == null ? 1 : 0;
    return new CollisionNode(width, Tree.put(tree, held == null ? key : held.key(), value));
  }

  @Override
  Node remove(Edit edit, int hash, int shift, Object key) {
    if (Tree.find(tree, key) == null) {
      return this;
    }
    edit.sizeChange--;
    // Two entries at least were here: a single one is taken in by the parent.
    var rest = Tree.remove(tree, key);
    return rest == null ? this : new CollisionNode(width, rest);
  }

  @Override
  Object @Nullable [] single() {
    return tree.size() == 1 ? slots() : null;
  }

  /// The entries in their order, as slots.
  Object[] slots() {
    var slots = new Object[tree.size() * width];
    tree.copyTo(slots, 0, width);
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
