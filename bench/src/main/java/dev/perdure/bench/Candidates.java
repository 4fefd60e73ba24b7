package dev.perdure.bench;

import dev.perdure.api.Routed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Candidates for [Primary#shadowed], from the honest to the worst.
final class Candidates {
  private Candidates() {}

  /// Three functions of the same ten steps, so that no route changes while they take turns.
  public static final class Primary {
    private final TenSteps steps;

    public Primary(TenSteps.World world) {
      this.steps = new TenSteps(world);
    }

    /// Never has a candidate.
    @Routed
    public int alone(int from) {
      return steps.tenSteps(from);
    }

    /// Never has one either: what it differs by is noise.
    @Routed
    public int control(int from) {
      return steps.tenSteps(from);
    }

    /// Has each of the candidates for a while.
    @Routed
    public int shadowed(int from) {
      return steps.tenSteps(from);
    }
  }

  /// The same, written in another way.
  public static final class Honest {
    private final TenSteps.World world;

    public Honest(TenSteps.World world) {
      this.world = world;
    }

    @Routed
    public int shadowed(int from) {
      var sums = new ArrayList<Integer>(List.of(from));
      while (sums.size() <= TenSteps.STEPS) {
        sums.add(sums.getLast() + world.step(sums.size() - 1));
      }
      return sums.getLast();
    }
  }

  /// Never ends.
  public static final class Looping {
    @Routed
    public int shadowed(int from) {
      int i = from;
      while (i < Integer.MAX_VALUE) {
        i = i == 1 ? from : 1;
      }
      return i;
    }
  }

  /// Calls itself without end.
  public static final class Recursive {
    @Routed
    public int shadowed(int from) {
      return 1 + deeper(from);
    }

    private int deeper(int n) {
      return n == Integer.MIN_VALUE ? n : 1 + deeper(n);
    }
  }

  /// Takes 10 GB, and keeps it.
  public static final class Hungry {
    @Routed
    public int shadowed(int from) {
      var kept = new ArrayList<byte[]>();
      for (int i = 0; i < 10_000; i++) {
        kept.add(new byte[1_000_000]);
      }
      return kept.size() + from;
    }
  }

  /// Stays for minutes in platform code that never looks at a budget.
  public static final class Stuck {
    @Routed
    public int shadowed(int from) {
      var many = Collections.nCopies(Integer.MAX_VALUE, List.of(from, 1, 2, 3, 4, 5, 6));
      return Collections.frequency(many, List.of(from, 1, 2, 3, 4, 5, 7));
    }
  }
}
