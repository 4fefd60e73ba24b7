package dev.perdure.examples.workflows;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import java.time.Duration;
import java.util.Optional;

/// Asks a service again and again whether something is finished, less and less often.
public final class Polling {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Exports exports;
  private final Clock clock;

  public Polling(Exports exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  /// A service that takes its time.
  @Effect
  public interface Exports {
    /// Begins an export and returns its number.
    String begin(String what);

    /// Where to find the export, when it is finished.
    @ReadOnly
    Optional<String> finished(String export);
  }

  @Routed
  public String export(String what) {
    var export = exports.begin(what);
    var wait = Duration.ofSeconds(1);
    var place = exports.finished(export);
    while (place.isEmpty()) {
      clock.sleep(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
      place = exports.finished(export);
    }
    return place.get();
  }
}
