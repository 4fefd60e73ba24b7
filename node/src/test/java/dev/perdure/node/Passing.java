package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import java.time.Duration;

/// A function of a universe that comes and goes: sleeps, fails, waits until it is stopped.
public final class Passing {
  /// What each such universe has another one of.
  static final String NAME = "passing";

  private final Clock clock;
  private final Tasks tasks;

  public Passing(Clock clock, Tasks tasks) {
    this.clock = clock;
    this.tasks = tasks;
  }

  /// An exception of this universe only.
  public static final class Failed extends IllegalStateException {
    public Failed(String message) {
      super(message);
    }
  }

  @Routed
  public String step(String what) {
    return switch (what) {
      case "sleep" -> asleep(Duration.ofMillis(1));
      case "fail" -> throw new Failed(NAME);
      case "wait" -> asleep(Duration.ofDays(1));
      default -> tasks.race(() -> asleep(Duration.ofDays(1)), () -> asleep(Duration.ofMillis(1)));
    };
  }

  private String asleep(Duration duration) {
    clock.sleep(duration);
    return NAME;
  }
}
