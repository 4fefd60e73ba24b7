package dev.perdure.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The times of operations in spells of one kind, a spell of each kind to a round. What two kinds
/// differ by is told with an interval: whole rounds are drawn again and again from those that were
/// measured, so that a pause which falls into one spell counts as the one event it is.
final class Spells {
  private static final int DRAWS = 400;

  private final List<long[]> rounds = new ArrayList<>();

  /// A ratio, and the middle 95 % of the ratios that other draws of the rounds give.
  record Ratio(double value, double low, double high) {}

  /// @param nanos of all operations of one spell
  void add(long[] nanos) {
    rounds.add(nanos);
  }

  /// Of all operations of all rounds, in nanoseconds.
  double percentile(double share) {
    return percentile(share, everyRound());
  }

  /// This kind's percentile over that of another kind measured in the same rounds.
  Ratio over(Spells other, double share) {
    var random = new Random(1);
    var drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      var some = random.ints(rounds.size(), 0, rounds.size()).toArray();
      drawn[i] = percentile(share, some) / other.percentile(share, some);
    }
    Arrays.sort(drawn);
    return new Ratio(
        percentile(share) / other.percentile(share),
        drawn[DRAWS / 40],
        drawn[DRAWS - 1 - DRAWS / 40]);
  }

  /// Both kinds as one, a round of it being a spell of each.
  Spells and(Spells other) {
    var both = new Spells();
    for (int round : everyRound()) {
      both.add(join(rounds.get(round), other.rounds.get(round)));
    }
    return both;
  }

  private int[] everyRound() {
    var all = new int[rounds.size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private double percentile(double share, int[] some) {
    var nanos = join(Arrays.stream(some).mapToObj(rounds::get).toArray(long[][]::new));
    Arrays.sort(nanos);
    return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)];
  }

  /// All of them as one.
  static long[] join(long[]... parts) {
    return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
  }
}
