package dev.perdure.engine;

/// Names one effect of one task.
///
/// @param branch the thread of control that asks
/// @param seq the number of the effect in that branch, from 0
public record Place(Branch branch, int seq) {
  /// `12` in the root branch, else `3.0/12`.
  @Override
  public String toString() {
    return branch.equals(Branch.ROOT) ? String.valueOf(seq) : branch + "/" + seq;
  }
}
