package dev.perdure.engine.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All moments of a task. None is kept: each look at them is a replay from the beginning, as far as
/// it has to go. So a task of a million effects takes no more memory than its history, and looking
/// at its end takes as long as replaying it.
public final class Timeline {
  private final Recording recording;

  /// The moments of a recorded task.
  public Timeline(Recording recording) {
    this.recording = recording;
  }

  /// Shows each moment, in their order, until `eye` says false: it has seen enough.
  public void watch(Predicate<Moment> eye) {
    recording.replay(new Observer(eye));
  }

  /// Some moments from a number on; fewer, but one, if their values take more than 8 MiB. The end
  /// is among them if it comes before there are enough, whatever its number is.
  ///
  /// @param from 0 or more
  /// @param atMost how many, 1 or more
  public List<Moment> moments(long from, int atMost) {
    var moments = new ArrayList<Moment>();
    var bytes = new long[1];
    watch(moment -> {
      if (moment.number() >= from || moment.kind() == Moment.Kind.END) {
        moments.add(moment);
        bytes[0] += moment.bytes();
      }
      return moments.size() < atMost && bytes[0] < Window.BYTES_MAX;
    });
    return moments;
  }

  /// The first moment behind `after` that is looked for, with its neighbours; null if there is
  /// none.
  @Nullable Found next(long after, Predicate<Moment> wanted) {
    var filling = new Window.Filling();
    watch(moment -> {
      boolean more = filling.take(moment);
      if (!filling.hasFound() && moment.number() > after && wanted.test(moment)) {
        filling.found();
      }
      return more;
    });
    return filling.hasFound() ? filling.result() : null;
  }

  /// The last moment before `before` that is looked for, with its neighbours; null if there is
  /// none.
  @Nullable Found previous(long before, Predicate<Moment> wanted) {
    var newest = new long[] {-1};
    watch(moment -> {
      if (moment.number() < before && wanted.test(moment)) {
        newest[0] = moment.number();
      }
      return moment.number() + 1 < before;
    });
    return newest[0] < 0 ? null : at(newest[0]);
  }

  /// The moment of a number with its neighbours; null if there is none.
  @Nullable Found at(long number) {
    return next(number - 1, _ -> true);
  }

  /// A moment that was looked for.
  ///
  /// @param window in which it is
  record Found(Moment moment, Window window) {}
}
