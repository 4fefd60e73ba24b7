package dev.perdure.wat.type;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which types were compared with which in one long comparison: those that share their parts are
/// compared once. For one thread.
final class Pairs {
  private int steps;
  private @Nullable Set<Pair> seen;

  /// Two types, as objects.
  ///
  /// @param how the comparison that was made
  record Pair(Type a, Type b, String how) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Pair pair && a == pair.a && b == pair.b && how.equals(pair.how);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(a) + System.identityHashCode(b);
    }
  }

  /// The pair if it is to be remembered, which it is from now on; null in a short comparison, which
  /// keeps no account.
  @Nullable Pair enter(Type a, Type b, String how) {
    if (++steps <= Limits.SHORT_WALK_MAX) {
      return null;
    }
    if (seen == null) {
      seen = new HashSet<>();
    }
    var pair = new Pair(a, b, how);
    return seen.add(pair) ? pair : null;
  }

  /// Whether the pair was entered.
  boolean has(Type a, Type b, String how) {
    return seen != null && seen.contains(new Pair(a, b, how));
  }

  /// Takes back what was entered: the attempt to fit the types failed.
  void forget(Pair pair) {
    if (seen != null) {
      seen.remove(pair);
    }
  }

  /// At the end of the comparison.
  void clear() {
    steps = 0;
    seen = null;
  }
}
