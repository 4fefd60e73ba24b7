package dev.perdure.log;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The segments of an open log: extended by its writer, read by any thread, replaced one by one by
/// whoever compacts.
final class Segments {
  private volatile List<Segment> all;

  Segments(List<Segment> all) {
    this.all = List.copyOf(all);
  }

  void add(Segment segment) {
    change(now -> Stream.concat(now.stream(), Stream.of(segment)).toList());
  }

  /// The highest offset below which one of them had been decided when it was compacted; 0 if none
  /// was.
  long droppedBelow() {
    return all.stream().mapToLong(Segment::decided).filter(offset -> offset > 0).max().orElse(0);
  }

  /// All of them, in order.
  List<Segment> all() {
    return all;
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

  /// Puts another one in the place of a segment, when its file is there. Who has the old file open
  /// goes on reading it.
  void replace(Segment old, Segment by) {
    change(now -> now.stream().map(segment -> segment == old ? by : segment).toList());
  }

  private synchronized void change(UnaryOperator<List<Segment>> change) {
    all = change.apply(all);
  }
}
