package dev.perdure.sim;

import dev.perdure.engine.Debounce;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.StartOptions;
import java.util.SplittableRandom;

/// Starts of which many become one task, in some of the seeds. It draws numbers of its own, so that
/// the other seeds stay what they were.
final class Bursts {
  private static final int STARTS_MAX = 24;
  private static final int FUNCTIONS = 2;
  private static final int KEYS = 2;

  private final SplittableRandom random;
  private final Time time;
  private final boolean used;
  private int starts;

  Bursts(SplittableRandom random, Time time, boolean requests) {
    this.random = random;
    this.time = time;
    this.used = requests && random.nextInt(3) == 0;
  }

  /// Whether what is asked next is such a start.
  boolean wanted() {
    return used && starts < STARTS_MAX && random.nextInt(2) == 0;
  }

  void act(Clients clients) {
    starts++;
    var queueing = Queueing.NONE.withDebounce(debounce());
    if (random.nextInt(4) == 0) {
      queueing = queueing.withKey("k" + random.nextInt(2)).withPriority(random.nextInt(3) - 1);
    }
    var options = StartOptions.NONE.withQueueing(queueing);
    if (random.nextInt(6) == 0) {
      options = options.withDeadlineMillis(time.wallMillis() + random.nextInt(20_000));
    }
    var function = ToyUniverse.name(random.nextInt(FUNCTIONS));
    clients.start(function, clients.arguments(), options);
  }

  private Debounce debounce() {
    long quiet = 1L + random.nextInt(random.nextBoolean() ? 500 : 10_000);
    long longest = random.nextBoolean() ? 0 : quiet + random.nextInt(10_000);
    return new Debounce("d" + random.nextInt(KEYS), quiet, longest);
  }
}
