package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Decoder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BiConsumer;

/// States folded from a log that a test keeps in a list.
final class Folded {
  private static final int CUTS = 20;

  private final List<Event> log;

  private Folded(List<Event> log) {
    this.log = log;
  }

  /// The fold of all events.
  static EngineState of(List<Event> log) {
    var state = new EngineState();
    new Folded(log).apply(state, 0, log.size());
    return state;
  }

  /// Checks that a state is the fold of its events: also of those behind a snapshot taken anywhere
  /// among them, and if as little as possible is kept of tasks that wait.
  static void check(List<Event> log, EngineState live) {
    assertThat(of(log).describe()).isEqualTo(live.describe());
    var folded = new Folded(log);
    int step = Math.max(1, log.size() / CUTS);
    for (int cut = log.size(); cut >= 0; cut -= step) {
      if (!folded.isInside(cut)) {
        assertThat(folded.snapshottedAt(cut).describe())
            .as("with a snapshot at offset %d", cut)
            .isEqualTo(live.describe());
      }
    }
  }

  /// Whether the offset is inside a decision: the child that a task was given has not started.
  private boolean isInside(int cut) {
    return cut < log.size()
        && log.get(cut) instanceof Event.Started child
        && child.parent() != null;
  }

  private EngineState snapshottedAt(int cut) {
    var before = new EngineState(this::read, 0);
    apply(before, 0, cut);
    var pieces = new ArrayDeque<byte[]>();
    StateCodec.write(before, piece -> pieces.add(piece.toByteArray()));
    var after =
        StateCodec.read(() -> pieces.isEmpty() ? null : Decoder.of(pieces.remove()), this::read, 0);
    assertThat(after.describe()).isEqualTo(before.describe());
    apply(after, cut, log.size());
    return after;
  }

  private void apply(EngineState state, int from, int to) {
    for (int offset = from; offset < to; offset++) {
      state.apply(log.get(offset), offset);
      state.cool(offset + 1, _ -> false);
    }
  }

  /// The history of the task whose event is the newest.
  private void read(long from, long newest, BiConsumer<Long, Event.OfTask> reader) {
    var task = ((Event.OfTask) log.get((int) newest)).task();
    for (int offset = (int) from; offset <= newest; offset++) {
      if (log.get(offset) instanceof Event.OfTask event && event.task().equals(task)) {
        reader.accept((long) offset, event);
      }
    }
  }
}
