package dev.perdure.engine.travel;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Standpoint;
import dev.perdure.engine.Step;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A walk through the moments of a task, forward and back (E33). Nothing is performed. What is not
/// near is computed again by a replay, which takes as long as a replay up to there. For one thread.
///
/// Each step says whether there was such a moment; if there was none, the walk stays where it is.
public final class TimeTravel {
  private final Recording recording;
  private final Timeline timeline;
  private Window window;
  private Moment moment;

  /// Begins at the first moment.
  public TimeTravel(Recording recording) {
    this.recording = recording;
    this.timeline = new Timeline(recording);
    var first = Objects.requireNonNull(timeline.at(0), "every replay has an end");
    this.window = first.window();
    this.moment = first.moment();
  }

  /// Where the walk is.
  public Moment moment() {
    return moment;
  }

  /// All moments, to look at without walking.
  public Timeline timeline() {
    return timeline;
  }

  /// To the next moment.
  public boolean forward() {
    return to(moment.number() + 1);
  }

  /// To the moment before.
  public boolean back() {
    return to(moment.number() - 1);
  }

  /// To the moment of a number.
  public boolean to(long number) {
    if (number >= 0 && window.holds(number)) {
      moment = window.at(number);
      return true;
    }
    return number >= 0 && !(window.isEnd() && number > window.last()) && go(timeline.at(number));
  }

  /// To the last moment: the end of the task or of its history.
  public boolean toEnd() {
    return moment.kind() == Moment.Kind.END || next(m -> m.kind() == Moment.Kind.END);
  }

  /// To the next moment that is looked for.
  public boolean next(Predicate<Moment> wanted) {
    var near = window.next(moment.number() + 1, wanted);
    if (near != null) {
      moment = near;
      return true;
    }
    return !window.isEnd() && go(timeline.next(window.last(), wanted));
  }

  /// Back to the last moment that is looked for.
  public boolean previous(Predicate<Moment> wanted) {
    var near = window.previous(moment.number(), wanted);
    if (near != null) {
      moment = near;
      return true;
    }
    return window.first() > 0 && go(timeline.previous(window.first(), wanted));
  }

  /// To the next moment, but not into a call or into branches that begin with it: to where those
  /// are over.
  public boolean over() {
    var before = moment;
    if (!forward()) {
      return false;
    }
    var frame = moment.frame();
    if (isBelow(moment, before)) {
      next(m -> !isBelow(m, before));
    } else if (moment.step() instanceof Step.Called && frame != null) {
      next(returned(frame));
    }
    return true;
  }

  /// To where the newest call returns, or is left.
  public boolean out() {
    var frame = moment.frame();
    if (frame != null && moment.step() instanceof Step.Returned) {
      frame = frame.caller();
    }
    return frame == null ? toLaterEnd() : next(returned(frame));
  }

  private boolean toLaterEnd() {
    return moment.kind() != Moment.Kind.END && toEnd();
  }

  /// The call returns, or the code is no longer in it.
  private static Predicate<Moment> returned(Frame frame) {
    return m ->
        m.frame() == null
            || !m.frame().within(frame)
            || (m.step() instanceof Step.Returned && m.frame().depth() == frame.depth());
  }

  /// Whether a moment is in a branch that was forked in that of the other.
  private static boolean isBelow(Moment moment, Moment other) {
    var branch = moment.place().branch();
    var above = other.place().branch();
    return moment.step().at().mode() == other.step().at().mode()
        && branch.depth() > above.depth()
        && branch.within(above);
  }

  /// How many moments are kept: a bounded number, however many there are.
  public int kept() {
    return window.size();
  }

  private boolean go(Timeline.@Nullable Found found) {
    if (found == null) {
      return false;
    }
    window = found.window();
    moment = found.moment();
    return true;
  }

  /// The newest log lines that the task has written up to here, the oldest of them first.
  ///
  /// @param atMost how many, 1 or more
  public List<Effect.LogLine> lines(int atMost) {
    var newest = new ArrayDeque<Effect.LogLine>();
    long here = moment.number();
    timeline.watch(m -> {
      if (m.step() instanceof Step.Asked(var at, Effect.LogLine line, var _)
          && at.mode() != Seam.Mode.STANDING_IN) {
        newest.add(line);
        if (newest.size() > atMost) {
          newest.removeFirst();
        }
      }
      return m.number() < here;
    });
    return List.copyOf(newest);
  }

  /// The task as it stood when the newest effect up to here was answered: its mailbox, its
  /// children, what its branches waited for.
  public Standpoint standpoint() {
    var standpoint =
        switch (moment.kind()) {
          case STOP, END -> Standpoint.atTheEnd();
          default -> Standpoint.at(moment.answered());
        };
    recording.read((Event.OfTask event) -> standpoint.accept(event));
    return standpoint;
  }
}
