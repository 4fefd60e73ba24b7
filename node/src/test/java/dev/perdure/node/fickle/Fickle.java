package dev.perdure.node.fickle;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Random;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;

/// Does something else each time it runs, which only trusted code can.
public final class Fickle {
  private static int runs;

  private final Clock clock;
  private final Random random;
  private final Post post;

  /// Letters.
  @Effect
  public interface Post {
    /// Waits for one.
    @Signal
    String letter();
  }

  public Fickle(Clock clock, Random random, Post post) {
    this.clock = clock;
    this.random = random;
    this.post = post;
  }

  @Routed
  public String fickle() {
    if (runs++ % 2 == 0) {
      clock.now();
    } else {
      random.nextInt();
    }
    return post.letter();
  }
}
