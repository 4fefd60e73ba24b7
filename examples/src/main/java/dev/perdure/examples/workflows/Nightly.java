package dev.perdure.examples.workflows;

import dev.perdure.api.Cron;
import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import java.time.Duration;
import java.time.Instant;

/// Throws away what is old, every night.
public final class Nightly {
  private final Attic attic;
  private final Letters letters;

  public Nightly(Attic attic, Letters letters) {
    this.attic = attic;
    this.letters = letters;
  }

  /// Where old things are.
  @Effect
  public interface Attic {
    /// Throws away what is from before a time, and returns how much it was.
    int clear(Instant before);
  }

  /// Where the owner is written to.
  @Effect
  public interface Letters {
    /// Writes a letter.
    void send(String text);
  }

  @Routed
  @Cron(value = "30 2 * * *", zone = "Europe/Berlin", catchUp = 7)
  public void cleanUp(Instant due) {
    int cleared = attic.clear(due.minus(Duration.ofDays(30)));
    letters.send(cleared + " things were cleared at " + due);
  }
}
