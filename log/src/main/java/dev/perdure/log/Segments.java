package dev.perdure.log;

import java.util.List;
import java.util.stream.Stream;

/// The segments of an open log: extended by its writer, read by any thread.
final class Segments {
  private volatile List<Segment> all;

  Segments(List<Segment> all) {
    this.all = List.copyOf(all);
  }

  void add(Segment segment) {
    all = Stream.concat(all.stream(), Stream.of(segment)).toList();
  }

  /// The segment that holds an existing record: the last one that begins at or before it.
  Segment holding(long offset) {
    var now = all;
    int low = 0;
    int high = now.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (now.get(middle).name().first() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return now.get(low);
  }
}
