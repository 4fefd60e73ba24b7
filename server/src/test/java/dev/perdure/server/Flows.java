package dev.perdure.server;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import java.time.Duration;
import java.util.List;

/// Functions to call.
public final class Flows {
  private final Clock clock;

  Flows(Clock clock) {
    this.clock = clock;
  }

  /// One line of an order.
  public record Line(String item, int count) {}

  @Routed
  public String greet(String name) {
    return "Hello " + name;
  }

  @Routed("shop/total")
  public long total(List<Line> lines) {
    return lines.stream().mapToLong(Line::count).sum();
  }

  @Routed
  public String nap(long millis) {
    clock.sleep(Duration.ofMillis(millis));
    return "rested";
  }

  @Routed
  public String fail(String why) {
    throw new IllegalStateException(why);
  }
}
