package dev.perdure.engine.travel;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Place;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One switched call, what both versions did in it side by side.
///
/// @param call of the recorded version
/// @param compared what came of the comparison
/// @param rows in the order of both, for the first [#ROWS_MAX] moments of each, or fewer of large
///   values
/// @param differs the index of the row in which they differ first; −1 if they do not, or if that
///   row is not among them
public record SideBySide(Step.Called call, Step.Compared compared, List<Row> rows, int differs) {
  /// Moments of a side that are kept: who wants to see more walks there.
  public static final int ROWS_MAX = 500;

  /// What the two did at one point; one of them null if only the other did anything.
  public record Row(@Nullable Moment recorded, @Nullable Moment other) {}

  /// The first switched call of a walk in which the two differ; the first of all if they differ in
  /// none, null if there is none.
  public static @Nullable SideBySide first(Timeline timeline) {
    var reader = new Reader();
    timeline.watch(reader::see);
    return reader.result;
  }

  /// Gathers the moments of one call after the other.
  private static final class Reader {
    private final List<Moment> recorded = new ArrayList<>();
    private final List<Moment> other = new ArrayList<>();
    private long bytes;
    private @Nullable SideBySide result;

    boolean see(Moment moment) {
      switch (moment.step().at().mode()) {
        case LEARNING -> keep(recorded, moment);
        case STANDING_IN -> keep(other, moment);
        case NORMAL -> {}
      }
      return !(moment.step() instanceof Step.Compared compared) || compared(compared);
    }

    private void keep(List<Moment> side, Moment moment) {
      if (side.isEmpty() || (side.size() < ROWS_MAX && bytes < Window.BYTES_MAX)) {
        side.add(moment);
        bytes += moment.bytes();
      }
    }

    private boolean compared(Step.Compared compared) {
      boolean same = compared.result().divergences().isEmpty();
      if (result == null || !same) {
        result = sideBySide(compared);
      }
      recorded.clear();
      other.clear();
      bytes = 0;
      return same;
    }

    private SideBySide sideBySide(Step.Compared compared) {
      var rows = Alignment.of(List.copyOf(recorded), List.copyOf(other));
      return new SideBySide(call(), compared, rows, differs(rows, compared));
    }

    private Step.Called call() {
      return (Step.Called) recorded.getFirst().step();
    }

    private int differs(List<Row> rows, Step.Compared compared) {
      if (compared.result().divergences().isEmpty()) {
        return -1;
      }
      var first = compared.result().divergences().getFirst();
      for (int i = 0; i < rows.size(); i++) {
        if (isAt(first, rows.get(i))) {
          return i;
        }
      }
      return -1;
    }

    private boolean isAt(Divergence first, Row row) {
      return switch (first.kind()) {
        case EFFECT, ARGUMENTS, ORDER, EXTRA ->
            row.other() != null && isAsked(row.other(), first.place());
        case MISSING -> row.recorded() != null && isMissing(row.recorded(), first);
        case RESULT -> row.other() != null && isLast(row.other());
        case STOPPED -> other.getLast().equals(row.other());
      };
    }

    private static boolean isAsked(Moment moment, @Nullable Place place) {
      return moment.place().equals(place) && !describe(moment).isEmpty();
    }

    /// Its place is counted from the call.
    private boolean isMissing(Moment moment, Divergence first) {
      var begin = call().at().place();
      var place = Objects.requireNonNull(first.place());
      return describe(moment).equals(first.recorded())
          && (!place.branch().equals(Branch.ROOT)
              || !moment.place().branch().equals(begin.branch())
              || moment.place().seq() == begin.seq() + place.seq());
    }

    private static String describe(Moment moment) {
      return switch (moment.step()) {
        case Step.Asked s -> Describe.effect(s.effect());
        case Step.Unanswered s -> Describe.effect(s.effect());
        default -> "";
      };
    }

    private static boolean isLast(Moment moment) {
      var frame = moment.frame();
      return moment.step() instanceof Step.Returned
          && frame != null
          && (frame.caller() == null || frame.caller().mode() != Seam.Mode.STANDING_IN);
    }
  }
}
