package dev.perdure.wat.data;

import dev.perdure.value.trie.Trie;

/// Maps and sets of wat's values: keys are told apart by [Order#same].
final class DataTrie extends Trie {
  static final DataTrie MAP = new DataTrie(Trie.MAP);
  static final DataTrie SET = new DataTrie(Trie.SET);

  private DataTrie(int width) {
    super(width);
  }

  @Override
  protected int hash(Object key) {
    return Order.hash(key);
  }

  @Override
  protected boolean same(Object a, Object b) {
    return Order.same(a, b);
  }

  @Override
  protected int compare(Object a, Object b) {
    return Total.compare(a, b);
  }
}
