package dev.perdure.examples.workflows;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import java.time.Duration;

/// Sleeps for days between two letters.
public final class Reminder {
  private final Letters letters;
  private final Clock clock;

  public Reminder(Letters letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /// How customers are written to.
  @Effect
  public interface Letters {
    /// Writes a letter.
    void send(String customer, String text);
  }

  @Routed
  public void remind(String customer) {
    letters.send(customer, "Welcome");
    clock.sleep(Duration.ofDays(30));
    letters.send(customer, "Your trial ends today");
  }
}
