package dev.perdure.log.fault;

import java.util.EnumMap;
import java.util.Map;

/// How often each fault happened: what shows that a simulation was a test.
public final class FaultCounts {
  private final EnumMap<Fault, Long> counts = new EnumMap<>(Fault.class);

  FaultCounts() {}

  void add(Fault fault) {
    counts.merge(fault, 1L, Long::sum);
  }

  public long of(Fault fault) {
    return counts.getOrDefault(fault, 0L);
  }

  /// All of them that happened at all.
  public Map<Fault, Long> all() {
    return Map.copyOf(counts);
  }

  /// Adds another's counts to these.
  public void addAll(FaultCounts other) {
    other.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
  }

  /// Counts of nothing yet.
  public static FaultCounts none() {
    return new FaultCounts();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
