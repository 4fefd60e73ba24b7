package dev.perdure.engine.travel;

import dev.perdure.engine.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pairs what two versions of a call did: their beginnings, their ends, and of what lies between as
/// many of the same name as can be paired in order (the longest common subsequence).
final class Alignment {
  private final List<SideBySide.Row> rows = new ArrayList<>();
  private final List<Moment> left;
  private final List<Moment> right;

  /// In cell `l`, `r`: how many can be paired of what comes from there on.
  private final int[][] pairs;

  private Alignment(List<Moment> left, List<Moment> right) {
    this.left = left;
    this.right = right;
    this.pairs = new int[left.size() + 1][right.size() + 1];
  }

  /// @param left each list begins with the call
  static List<SideBySide.Row> of(List<Moment> left, List<Moment> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return new Alignment(left, right).rows();
    }
    var leftEnd = end(left);
    var rightEnd = end(right);
    boolean both = leftEnd != null && rightEnd != null;
    var between = new Alignment(inner(left, both), inner(right, both));
    var rows = between.rows();
    rows.addFirst(new SideBySide.Row(left.getFirst(), right.getFirst()));
    if (both) {
      rows.add(new SideBySide.Row(leftEnd, rightEnd));
    }
    return rows;
  }

  /// Where the call itself returns, if it does.
  private static @Nullable Moment end(List<Moment> side) {
    var last = side.getLast();
    return last.step() instanceof Step.Returned && last.depth() == side.getFirst().depth()
        ? last
        : null;
  }

  private static List<Moment> inner(List<Moment> side, boolean withoutEnd) {
    return side.subList(1, withoutEnd ? side.size() - 1 : side.size());
  }

  private List<SideBySide.Row> rows() {
    count();
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      if (l < left.size() && r < right.size() && same(left.get(l), right.get(r))) {
        rows.add(new SideBySide.Row(left.get(l++), right.get(r++)));
      } else if (r == right.size() || (l < left.size() && pairs[l + 1][r] >= pairs[l][r + 1])) {
        rows.add(new SideBySide.Row(left.get(l++), null));
      } else {
        rows.add(new SideBySide.Row(null, right.get(r++)));
      }
    }
    return rows;
  }

  private void count() {
    for (int l = left.size() - 1; l >= 0; l--) {
      for (int r = right.size() - 1; r >= 0; r--) {
        pairs[l][r] =
            same(left.get(l), right.get(r))
                ? pairs[l + 1][r + 1] + 1
                : Math.max(pairs[l + 1][r], pairs[l][r + 1]);
      }
    }
  }

  /// An effect that is not answered is still the same effect.
  private static boolean same(Moment left, Moment right) {
    return left.name().equals(right.name()) && sort(left) == sort(right);
  }

  private static int sort(Moment moment) {
    return switch (moment.step()) {
      case Step.Called _ -> 0;
      case Step.Returned _ -> 1;
      case Step.Asked _, Step.Unanswered _ -> 2;
      case Step.Compared _, Step.Ended _ -> 3;
    };
  }
}
