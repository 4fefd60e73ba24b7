package dev.perdure.value.trie;

/// One change, or one run of changes, of a trie.
///
/// As the edit of a builder it also owns the nodes that were made under it: these, and only these,
/// may be changed in place, since no finished map or set has seen them.
public final class Edit {
  private final boolean owning;

  /// By how much the number of entries has changed since [#restart].
  public int sizeChange;

  private Edit(boolean owning) {
    this.owning = owning;
  }

  /// An edit that owns nothing: every changed node is copied.
  public static Edit once() {
    return new Edit(false);
  }

  /// The edit of a builder.
  public static Edit owning() {
    return new Edit(true);
  }

  boolean isOwning() {
    return owning;
  }

  /// Counts from here.
  public void restart() {
    sizeChange = 0;
  }
}
