package dev.perdure.engine;

import dev.perdure.value.Problem;
import org.jspecify.annotations.Nullable;

/// Ends an attempt from inside: thrown by [Seam] through the task's code, which must not notice.
/// Carries no stack trace: it is control flow, not a fault.
public final class Unwinding extends Error {
  private final transient Reason reason;
  private final transient @Nullable Divergence divergence;
  private final transient @Nullable Problem problem;

  /// Why the attempt ends.
  public enum Reason {
    /// The task was paused, the node is closing, or who follows a replay has seen enough.
    HALTED,
    /// A replay has come to the end of what was recorded.
    END_OF_HISTORY,
    /// The code asked something else than its history holds.
    DIVERGED,
    /// A shadow, a switched call or a question asked something that nobody may answer.
    UNANSWERABLE,
    /// A shadow used more than it may.
    LIMIT,
    /// A value that the attempt needs cannot be read: no answer of any kind may stand in for it.
    UNREADABLE
  }

  private Unwinding(
      Reason reason, String message, @Nullable Divergence divergence, @Nullable Problem problem) {
    super(message, null, false, false);
    this.reason = reason;
    this.divergence = divergence;
    this.problem = problem;
  }

  private Unwinding(Reason reason, String message, @Nullable Divergence divergence) {
    this(reason, message, divergence, null);
  }

  /// An unwinding for a reason that explains itself.
  public static Unwinding because(Reason reason) {
    return new Unwinding(reason, reason.name(), null);
  }

  /// The code and the history have parted.
  public static Unwinding diverged(Divergence divergence) {
    return new Unwinding(Reason.DIVERGED, Reason.DIVERGED.name(), divergence);
  }

  /// Something was asked that nobody may answer.
  ///
  /// @param what it was, for people
  public static Unwinding unanswerable(String what) {
    return new Unwinding(Reason.UNANSWERABLE, what, null);
  }

  /// A shadow used more than it may.
  ///
  /// @param what for people, such as `ran for more than 1000 ms`
  public static Unwinding limit(String what) {
    return new Unwinding(Reason.LIMIT, what, null);
  }

  /// A value cannot be read.
  public static Unwinding unreadable(Problem why) {
    return new Unwinding(Reason.UNREADABLE, why.text(), null, why);
  }

  /// Why the attempt ends.
  public Reason reason() {
    return reason;
  }

  /// How code and history part; null unless the reason is `DIVERGED`.
  public @Nullable Divergence divergence() {
    return divergence;
  }

  /// Why something cannot be read; null unless the reason is `UNREADABLE`.
  public @Nullable Problem problem() {
    return problem;
  }
}
