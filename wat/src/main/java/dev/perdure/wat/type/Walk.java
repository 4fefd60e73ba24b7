package dev.perdure.wat.type;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk over the parts of types. Types share parts, and a few lines of a program make one that
/// would fill the memory as a tree: a long walk goes into each part once. A short one, which nearly
/// all are, keeps no account. For one thread.
public final class Walk {
  private int steps;
  private @Nullable Set<Type> seen;

  /// At its beginning.
  public Walk() {}

  /// Whether to look into the type: not if this was asked before.
  ///
  /// @param head of the type, never a variable that has been found
  public boolean enters(Type head) {
    if (++steps <= Limits.SHORT_WALK_MAX) {
      return true;
    }
    if (seen == null) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    return seen.add(head);
  }
}
