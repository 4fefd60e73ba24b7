package dev.perdure.engine.travel;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Step;
import dev.perdure.engine.Unwinding;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes moments of the steps of a replay, and ends it when whoever looks has seen enough.
final class Observer implements Consumer<Step> {
  private final Predicate<Moment> eye;
  private @Nullable Frame top;
  private long number;
  private long lines;
  private boolean enough;

  /// @param eye is shown each moment; false: it has seen enough
  Observer(Predicate<Moment> eye) {
    this.eye = eye;
  }

  @Override
  public void accept(Step step) {
    if (!enough) {
      enough = !eye.test(moment(step));
    }
    if (enough && !(step instanceof Step.Ended)) {
      throw Unwinding.because(Unwinding.Reason.HALTED);
    }
  }

  private Moment moment(Step step) {
    top = step instanceof Step.Ended ? null : Frame.around(top, step.at());
    if (step instanceof Step.Called call) {
      top = new Frame(top, call);
    }
    if (step instanceof Step.Asked(var at, Effect.LogLine _, var _) && !standsIn(at)) {
      lines++;
    }
    var moment = new Moment(number++, step, top, lines);
    if (step instanceof Step.Returned && top != null) {
      top = top.caller();
    }
    return moment;
  }

  /// What the other version of a switched call writes, the task never wrote.
  private static boolean standsIn(Step.At at) {
    return at.mode() == Seam.Mode.STANDING_IN;
  }
}
