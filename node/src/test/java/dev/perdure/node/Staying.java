package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import java.time.Duration;

/// The functions of a universe that stays while others come and go.
public final class Staying {
  private final Clock clock;

  public Staying(Clock clock) {
    this.clock = clock;
  }

  /// Calls whoever serves `step`.
  @Routed
  public String visit(String what) {
    try {
      return "visited " + step(what);
    } catch (RuntimeException e) {
      return "caught " + e.getMessage();
    }
  }

  @Routed
  public String step(String what) {
    clock.sleep(Duration.ofMillis(1));
    return "staying";
  }
}
