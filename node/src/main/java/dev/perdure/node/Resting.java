package dev.perdure.node;

import dev.perdure.engine.Version;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Candidates that were stopped, and until when they are left alone: each time twice as long as the
/// time before. For many threads.
final class Resting {
  private static final long GROWTH_MAX = 60;

  private final Map<Version, Rest> rests = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final long firstNanos;

  private record Rest(long untilNanos, long nanos) {}

  /// @param firstNanos how long the first rest is
  Resting(LongSupplier nanos, long firstNanos) {
    this.nanos = nanos;
    this.firstNanos = firstNanos;
  }

  /// The candidate was stopped.
  void stopped(Version candidate) {
    rests.merge(candidate, rest(firstNanos), (before, _) -> rest(2 * before.nanos()));
  }

  private Rest rest(long length) {
    long bounded = Math.min(length, GROWTH_MAX * firstNanos);
    return new Rest(nanos.getAsLong() + bounded, bounded);
  }

  /// The candidate does not even let itself be stopped: it is left alone for good.
  void lost(Version candidate) {
    rests.put(candidate, new Rest(nanos.getAsLong() + Long.MAX_VALUE / 2, GROWTH_MAX * firstNanos));
  }

  /// The candidate came to an end.
  void ended(Version candidate) {
    rests.remove(candidate);
  }

  /// Whether the candidate is left alone now.
  boolean contains(Version candidate) {
    var rest = rests.get(candidate);
    return rest != null && nanos.getAsLong() - rest.untilNanos() < 0;
  }
}
