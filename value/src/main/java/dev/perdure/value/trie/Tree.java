package dev.perdure.value.trie;

import org.jspecify.annotations.Nullable;

/// A weight-balanced search tree (S. Adams, "Efficient sets: a balancing act", 1993; the parameters
/// 3 and 2 are proved right by Y. Hirai and K. Yamamoto, "Balancing weight-balanced trees", 2011).
/// The empty tree is null.
record Tree(Object key, Object value, int size, @Nullable Tree left, @Nullable Tree right) {
  private static final int DELTA = 3;
  private static final int RATIO = 2;

  static @Nullable Tree find(Trie trie, @Nullable Tree tree, Object key) {
    var at = tree;
    while (at != null) {
      int order = trie.compare(key, at.key);
      if (order == 0) {
        return at;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  static Tree put(Trie trie, @Nullable Tree tree, Object key, Object value) {
    if (tree == null) {
      return new Tree(key, value, 1, null, null);
    }
    int order = trie.compare(key, tree.key);
    if (order == 0) {
      return new Tree(key, value, tree.size, tree.left, tree.right);
    }
    return order < 0
        ? balanced(tree, put(trie, tree.left, key, value), tree.right)
        : balanced(tree, tree.left, put(trie, tree.right, key, value));
  }

  /// The tree of the entries `from` to `to` of `slots`, which are in order.
  static @Nullable Tree ofSorted(Object[] slots, int from, int to, int width) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    var left = ofSorted(slots, from, middle, width);
    var right = ofSorted(slots, middle + 1, to, width);
    int at = middle * width;
    return new Tree(slots[at], slots[at + width - 1], to - from, left, right);
  }

  static @Nullable Tree remove(Trie trie, @Nullable Tree tree, Object key) {
    if (tree == null) {
      return null;
    }
    int order = trie.compare(key, tree.key);
    if (order == 0) {
      return joined(trie, tree.left, tree.right);
    }
    return order < 0
        ? balanced(tree, remove(trie, tree.left, key), tree.right)
        : balanced(tree, tree.left, remove(trie, tree.right, key));
  }

  /// Both trees in one, all keys of `left` being smaller.
  private static @Nullable Tree joined(Trie trie, @Nullable Tree left, @Nullable Tree right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    var first = right;
    while (first.left != null) {
      first = first.left;
    }
    return balanced(first, left, remove(trie, right, first.key));
  }

  private static Tree balanced(Tree entry, @Nullable Tree left, @Nullable Tree right) {
    int l = sizeOf(left);
    int r = sizeOf(right);
    if (right != null && l + r > 1 && r > DELTA * l) {
      return rotatedLeft(entry, left, right);
    }
    if (left != null && l + r > 1 && l > DELTA * r) {
      return rotatedRight(entry, left, right);
    }
    return node(entry, left, right);
  }

  private static Tree rotatedLeft(Tree entry, @Nullable Tree left, Tree right) {
    var inner = right.left;
    if (inner == null || inner.size < RATIO * sizeOf(right.right)) {
      return node(right, node(entry, left, inner), right.right);
    }
    return node(inner, node(entry, left, inner.left), node(right, inner.right, right.right));
  }

  private static Tree rotatedRight(Tree entry, Tree left, @Nullable Tree right) {
    var inner = left.right;
    if (inner == null || inner.size < RATIO * sizeOf(left.left)) {
      return node(left, left.left, node(entry, inner, right));
    }
    return node(inner, node(left, left.left, inner.left), node(entry, inner.right, right));
  }

  private static Tree node(Tree entry, @Nullable Tree left, @Nullable Tree right) {
    return new Tree(entry.key, entry.value, sizeOf(left) + sizeOf(right) + 1, left, right);
  }

  private static int sizeOf(@Nullable Tree tree) {
    return tree == null ? 0 : tree.size;
  }

  /// Writes the entries in order from slot `at`; answers the slot behind them.
  int copyTo(Object[] slots, int at, int width) {
    int next = left == null ? at : left.copyTo(slots, at, width);
    slots[next] = key;
    if (width == Trie.MAP) {
      slots[next + 1] = value;
    }
    return right == null ? next + width : right.copyTo(slots, next + width, width);
  }
}
