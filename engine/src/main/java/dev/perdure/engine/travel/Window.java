package dev.perdure.engine.travel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Neighbouring moments that are kept, so that steps between them need no replay.
final class Window {
  /// Moments that are kept: to look back at some screens of them costs nothing.
  static final int MOMENTS_MAX = 2_048;

  /// Bytes of their values that are kept.
  static final long BYTES_MAX = 8 << 20;

  private final List<Moment> moments;

  private Window(List<Moment> moments) {
    this.moments = moments;
  }

  long first() {
    return moments.getFirst().number();
  }

  long last() {
    return moments.getLast().number();
  }

  int size() {
    return moments.size();
  }

  boolean holds(long number) {
    return number >= first() && number <= last();
  }

  Moment at(long number) {
    return moments.get((int) (number - first()));
  }

  /// Whether the last moment of all is here.
  boolean isEnd() {
    return moments.getLast().kind() == Moment.Kind.END;
  }

  /// The first moment from a number on that is looked for; null if it is not here.
  @Nullable Moment next(long from, Predicate<Moment> wanted) {
    for (long n = Math.max(from, first()); n <= last(); n++) {
      if (wanted.test(at(n))) {
        return at(n);
      }
    }
    return null;
  }

  /// The last moment before a number that is looked for; null if it is not here.
  @Nullable Moment previous(long before, Predicate<Moment> wanted) {
    for (long n = Math.min(before, last() + 1) - 1; n >= first(); n--) {
      if (wanted.test(at(n))) {
        return at(n);
      }
    }
    return null;
  }

  /// A window that is being filled: the newest moments up to a wanted one, then those behind it
  /// until half of the room is theirs.
  static final class Filling {
    private final ArrayDeque<Moment> moments = new ArrayDeque<>();
    private long bytes;
    private long wanted = Long.MAX_VALUE;

    /// Takes the next moment; false: nothing more is needed.
    boolean take(Moment moment) {
      moments.add(moment);
      bytes += moment.bytes();
      while (isFull() && moments.getFirst().number() < Math.min(wanted, moment.number())) {
        bytes -= moments.removeFirst().bytes();
      }
      return !hasFound() || (!isFull() && moment.number() < wanted + MOMENTS_MAX / 2);
    }

    private boolean isFull() {
      return moments.size() > MOMENTS_MAX || bytes > BYTES_MAX;
    }

    /// The moment that was taken last is the wanted one.
    void found() {
      wanted = moments.getLast().number();
    }

    boolean hasFound() {
      return wanted != Long.MAX_VALUE;
    }

    /// The wanted moment, which was found.
    Timeline.Found result() {
      var window = new Window(new ArrayList<>(moments));
      return new Timeline.Found(window.at(wanted), window);
    }
  }
}
