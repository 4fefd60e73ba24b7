package dev.perdure.java.link;

/// A class loader that owns routed call sites. Implemented by the loader of a universe.
public interface Linked {
  /// The call sites of the universe.
  Sites sites();
}
