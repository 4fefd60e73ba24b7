package dev.perdure.engine;

import dev.perdure.value.Decoder;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;

/// How often a candidate did the same as the primary.
public final class ShadowCount {
  /// Differences whose offsets are kept for looking into; older ones are only counted.
  private static final int SAMPLES_MAX = 100;

  private long same;
  private long different;
  private long dropped;
  private final ArrayDeque<Long> samples = new ArrayDeque<>();

  ShadowCount() {}

  /// As a snapshot has it: the three counts, and the samples.
  static ShadowCount of(Decoder in) {
    var count = new ShadowCount();
    count.same = in.varint();
    count.different = in.varint();
    count.dropped = in.varint();
    for (long left = in.varint(); left > 0; left--) {
      count.samples.addLast(in.varint());
    }
    return count;
  }

  /// A function and the two versions that were compared.
  public record Key(FunctionName function, Version primary, Version candidate)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::function)
            .thenComparing(Key::primary)
            .thenComparing(Key::candidate);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  void count(boolean equal, long offset) {
    if (equal) {
      same++;
      return;
    }
    different++;
    samples.addLast(offset);
    if (samples.size() > SAMPLES_MAX) {
      samples.removeFirst();
    }
  }

  /// What was counted so far; differences below an offset are no longer kept.
  void counted(Remains.Count count, long below) {
    same = count.all() - count.bad();
    different = count.bad();
    samples.removeIf(offset -> offset < below);
  }

  void drop(long calls) {
    dropped += calls;
  }

  /// Calls that were not compared, for lack of room or time.
  public long dropped() {
    return dropped;
  }

  /// Comparisons that found no difference.
  public long same() {
    return same;
  }

  /// Comparisons that found one.
  public long different() {
    return different;
  }

  /// Offsets of the newest reports with a difference, oldest first.
  public List<Long> samples() {
    return List.copyOf(samples);
  }
}
