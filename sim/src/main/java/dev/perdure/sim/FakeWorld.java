package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Tried;
import dev.perdure.node.Threads;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The outside: performs effects, slowly and not always with success, and remembers which were
/// performed how often. It outlives every crash.
final class FakeWorld {
  /// An effect interface that nobody performs at first.
  static final String LATE = "late";

  private static final int SLOW_MICROS_MAX = 400_000;

  private final SplittableRandom random;
  private final Time time;
  private final Consumer<Performed> onPerform;
  private final Map<String, Effect.Perform> byKey = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();

  /// An effect that begins.
  record Performed(String key, Effect.Perform effect, int times) {}

  /// @param onPerform is told of each effect at the moment it starts
  FakeWorld(SplittableRandom random, Time time, Consumer<Performed> onPerform) {
    this.random = random;
    this.time = time;
    this.onPerform = onPerform;
  }

  /// The outside as the threads of one life reach it.
  EffectRunner on(Lockstep threads) {
    return (effect, now) -> Tried.of(perform(effect, now.key(), threads));
  }

  private Outcome perform(Effect.Perform effect, String key, Lockstep threads) {
    threads.mayStop();
    var before = byKey.putIfAbsent(key, effect);
    if (before != null && !before.equals(effect)) {
      onPerform.accept(new Performed(key, before, -1));
    }
    onPerform.accept(new Performed(key, effect, times.merge(key, 1, Integer::sum)));
    if (random.nextInt(3) == 0 && !takeTime(threads)) {
      return threw("java.lang.InterruptedException", "interrupted");
    }
    threads.mayStop();
    if (random.nextInt(8) == 0) {
      return threw("sim.Declined", "declined " + random.nextInt(100));
    }
    return new Outcome.Returned(
        random.nextInt(24) == 0
            ? Payload.of(Bulk.any(random))
            : Payload.of(key.hashCode() ^ random.nextLong()));
  }

  private static Outcome threw(String type, String message) {
    return new Outcome.Threw(Failure.of(type, message));
  }

  private boolean takeTime(Lockstep threads) {
    long until = time.micros() + random.nextInt(SLOW_MICROS_MAX);
    Threads.Parked self = threads.current();
    time.alarm(until, self::unpark);
    while (time.micros() < until) {
      if (Thread.interrupted()) {
        return false;
      }
      threads.park();
    }
    return true;
  }

  /// How many effects were performed more than once: after a crash, under the same key.
  long repeated() {
    return times.values().stream().filter(n -> n > 1).count();
  }

  /// How many effects were performed.
  long performed() {
    return times.size();
  }
}
