package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thread of control inside a task. The root is the task's own; the fork at place `p` opens the
/// branches `(p, 0)`, `(p, 1)`, … It depends on the code's control flow only, never on timing.
public final class Branch {
  /// The task's own thread of control.
  public static final Branch ROOT = new Branch(null, 0, 0);

  private final @Nullable Branch parent;
  private final int forkSeq;
  private final int index;
  private final int depth;
  private final int hash;

  private Branch(@Nullable Branch parent, int forkSeq, int index) {
    this.parent = parent;
    this.forkSeq = forkSeq;
    this.index = index;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.hash = parent == null ? 0 : (parent.hash * 31 + forkSeq) * 31 + index + 1;
  }

  /// The branch that the fork at `forkSeq` of this one opens with number `index`.
  ///
  /// @throws dev.perdure.value.PerdureException `TOO_MANY_BRANCHES`
  public Branch child(int forkSeq, int index) {
    if (depth >= Limits.BRANCH_DEPTH_MAX || index >= Limits.BRANCHES_MAX) {
      throw Problem.of(
              EngineCode.TOO_MANY_BRANCHES,
              "branch " + index + " at depth " + (depth + 1) + " of " + this,
              "Fork at most "
                  + Limits.BRANCHES_MAX
                  + " branches at once and "
                  + Limits.BRANCH_DEPTH_MAX
                  + " levels deep, or start child tasks")
          .exception();
    }
    return new Branch(this, forkSeq, index);
  }

  /// The branch that forked this one; null for the root.
  public @Nullable Branch parent() {
    return parent;
  }

  /// The sequence number of the fork in the parent.
  public int forkSeq() {
    return forkSeq;
  }

  /// The number of this branch in its fork, from 0.
  public int index() {
    return index;
  }

  /// How many forks lie above this branch; 0 for the root.
  public int depth() {
    return depth;
  }

  /// The ancestor (or itself) at the given depth, which is at most this branch's own.
  Branch ancestor(int atDepth) {
    var branch = this;
    while (branch.depth > atDepth) {
      branch = Objects.requireNonNull(branch.parent);
    }
    return branch;
  }

  /// Whether this branch is `other` or was forked, directly or not, inside it.
  public boolean within(Branch other) {
    return depth >= other.depth && ancestor(other.depth).equals(other);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return this == o
        || (o instanceof Branch other
            && depth == other.depth
            && hash == other.hash
            && forkSeq == other.forkSeq
            && index == other.index
            && Objects.equals(parent, other.parent));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// `root`, or `3.0/7.1`: branch 1 of the fork at 7 in branch 0 of the fork at 3.
  @Override
  public String toString() {
    if (parent == null) {
      return "root";
    }
    var own = forkSeq + "." + index;
    return parent.parent == null ? own : parent + "/" + own;
  }
}
