package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Names one effect of one task.
///
/// @param branch the thread of control that asks
/// @param seq the number of the effect in that branch, from 0
public record Place(Branch branch, int seq) {
  /// How many effects were asked before it, in its branch and in those that this was forked in.
  public long before() {
    long sum = seq;
    for (@Nullable Branch b = branch; b != null; b = b.parent()) {
      sum += b.forkSeq();
    }
    return sum;
  }

  /// `12` in the root branch, else `3.0/12`.
  @Override
  public String toString() {
    return branch.equals(Branch.ROOT) ? String.valueOf(seq) : branch + "/" + seq;
  }
}
