package dev.perdure.sim;

import dev.perdure.engine.Limits;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Values that are too large for the log; few, so that records refer to the same ones.
final class Bulk {
  private static final List<Value> ALL =
      IntStream.range(0, 4)
          .<Value>mapToObj(i -> new Str(String.valueOf((char) ('a' + i)).repeat(size(i))))
          .toList();

  private Bulk() {}

  private static int size(int number) {
    return Limits.INLINE_BYTES_MAX + number;
  }

  static Value any(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
