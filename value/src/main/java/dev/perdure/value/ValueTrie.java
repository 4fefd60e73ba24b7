package dev.perdure.value;

import dev.perdure.value.trie.Trie;

/// Maps and sets of values.
final class ValueTrie extends Trie {
  static final ValueTrie MAP = new ValueTrie(Trie.MAP);
  static final ValueTrie SET = new ValueTrie(Trie.SET);

  private ValueTrie(int width) {
    super(width);
  }

  @Override
  protected int hash(Object key) {
    return key.hashCode();
  }

  @Override
  protected boolean same(Object a, Object b) {
    return Order.same(a, b);
  }

  @Override
  protected boolean same(Object a, Object b, int hashB) {
    return Order.identical(a, b) || (a.hashCode() == hashB && a.equals(b));
  }

  @Override
  protected int compare(Object a, Object b) {
    return Order.ofKeys(a, b);
  }
}
