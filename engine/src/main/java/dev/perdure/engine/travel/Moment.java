package dev.perdure.engine.travel;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Step;
import org.jspecify.annotations.Nullable;

/// One moment of a task, in the order in which a replay comes to them: one branch after the other.
///
/// @param number from 0
/// @param step that has just been made
/// @param frame the newest call that has not returned: the one that begins or returns here
///   included; null when the task's function is over
/// @param lines how many log lines the task has written up to here
public record Moment(long number, Step step, @Nullable Frame frame, long lines) {
  /// About the bytes of an exception's message and stack trace.
  private static final long FAILURE_BYTES = 4_096;

  /// What kind of moment it is.
  public enum Kind {
    /// A function is called.
    CALL,
    /// A function returns, or throws.
    RETURN,
    /// The world was asked, or a child was: a clock, a user's effect, a start, a sleep, an await.
    EFFECT,
    /// A message was received.
    MESSAGE,
    /// One of several versions, or the first of several branches, was chosen.
    CHOICE,
    /// Branches begin.
    FORK,
    /// A log line was written.
    LINE,
    /// An effect is asked that is not answered.
    STOP,
    /// Two versions of a switched call are compared.
    COMPARISON,
    /// The replay is over.
    END
  }

  /// What kind of moment it is.
  public Kind kind() {
    return switch (step) {
      case Step.Called _ -> Kind.CALL;
      case Step.Returned _ -> Kind.RETURN;
      case Step.Asked s -> kind(s.effect());
      case Step.Unanswered _ -> Kind.STOP;
      case Step.Compared _ -> Kind.COMPARISON;
      case Step.Ended _ -> Kind.END;
    };
  }

  private static Kind kind(Effect effect) {
    return switch (effect) {
      case Effect.LogLine _ -> Kind.LINE;
      case Effect.Receive _ -> Kind.MESSAGE;
      case Effect.Choose _, Effect.Winner _ -> Kind.CHOICE;
      case Effect.Fork _ -> Kind.FORK;
      case Effect.ReadClock _,
          Effect.RandomBits _,
          Effect.NewId _,
          Effect.StartTask _,
          Effect.CancelTask _,
          Effect.Sleep _,
          Effect.Await _,
          Effect.Perform _ ->
          Kind.EFFECT;
    };
  }

  /// Where it is: the place of the effect, or the place that the next effect of the branch has.
  public Place place() {
    return step.at().place();
  }

  /// Whether it belongs to the other version of a switched call.
  public boolean standsIn() {
    return step.at().mode() == Seam.Mode.STANDING_IN;
  }

  /// The name that a breakpoint is set on: of the function that begins or returns, or of the
  /// effect, as [Describe#name] gives it; empty if there is none.
  public String name() {
    return switch (step) {
      case Step.Called s -> s.function().text();
      case Step.Returned s -> s.function().text();
      case Step.Asked s -> Describe.name(s.effect());
      case Step.Unanswered s -> Describe.name(s.effect());
      case Step.Compared s -> s.function().text();
      case Step.Ended _ -> "";
    };
  }

  /// How the call or the effect ended; null if nothing has.
  public @Nullable Outcome outcome() {
    return switch (step) {
      case Step.Returned s -> s.outcome();
      case Step.Asked s -> s.outcome();
      case Step.Compared s -> s.result().outcome();
      case Step.Ended s -> s.outcome();
      case Step.Called _, Step.Unanswered _ -> null;
    };
  }

  /// The newest effect of the task that was answered in this branch, or in those that it was forked
  /// in; null if none was.
  public @Nullable Place answered() {
    var at = taskPlace();
    if (step instanceof Step.Asked && !standsIn()) {
      return at;
    }
    if (at.seq() > 0) {
      return new Place(at.branch(), at.seq() - 1);
    }
    var branch = at.branch();
    var parent = branch.parent();
    return parent == null ? null : new Place(parent, branch.forkSeq());
  }

  /// The other version is run at the place where the call was made.
  private Place taskPlace() {
    @Nullable Frame outer = frame;
    while (standsIn() && outer != null && outer.mode() == Seam.Mode.STANDING_IN) {
      outer = outer.caller();
    }
    if (!standsIn()) {
      return place();
    }
    return outer == null ? new Place(Branch.ROOT, 0) : outer.call().at().place();
  }

  /// How deep in calls it is; 0 outside any.
  int depth() {
    return frame == null ? 0 : frame.depth();
  }

  /// About the bytes of its own values.
  long bytes() {
    return switch (step) {
      case Step.Called s -> s.arguments().size();
      case Step.Returned s -> bytes(s.outcome());
      case Step.Asked s -> bytes(s.effect()) + bytes(s.outcome());
      case Step.Unanswered s -> bytes(s.effect());
      case Step.Compared s -> bytes(s.result().outcome());
      case Step.Ended s -> bytes(s.outcome());
    };
  }

  private static long bytes(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> 0;
      case Outcome.Returned r -> r.value().size();
      case Outcome.Threw t -> FAILURE_BYTES + size(t.failure().data());
      case Outcome.Cancelled _ -> 0;
    };
  }

  private static long bytes(Effect effect) {
    return switch (effect) {
      case Effect.Perform p -> p.arguments().size();
      case Effect.StartTask s -> s.arguments().size();
      case Effect.LogLine l -> l.text().length();
      default -> 0;
    };
  }

  private static long size(@Nullable Payload payload) {
    return payload == null ? 0 : payload.size();
  }
}
