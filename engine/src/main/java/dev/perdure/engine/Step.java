package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// One step of a task's code, for people who follow it.
public sealed interface Step {
  /// Where it is made.
  At at();

  /// Where a step is made.
  ///
  /// @param place of the effect, else the place that the next effect of the branch will have. In
  ///   the other version of a switched call it is counted from the call
  /// @param mode on which side of a switched call
  /// @param position of the code, `Shop.java:14`; empty if not known
  record At(Place place, Seam.Mode mode, String position) {}

  /// A routed function is called.
  ///
  /// @param at the position is that of the call
  /// @param version that serves the call
  record Called(At at, FunctionName function, Version version, Payload arguments) implements Step {}

  /// The newest call of the branch that has not returned yet does so.
  ///
  /// @param at without a position
  record Returned(At at, FunctionName function, Version version, Outcome outcome) implements Step {}

  /// An effect was asked and answered.
  ///
  /// @param at the position is that of who asks
  record Asked(At at, Effect effect, Outcome outcome) implements Step {}

  /// An effect was asked and not answered: the branch stops there.
  ///
  /// @param at the position is that of who asks
  /// @param why the history ends, code and history part, or nobody may answer it
  /// @param divergence null unless code and history part
  record Unanswered(At at, Effect effect, Unwinding.Reason why, @Nullable Divergence divergence)
      implements Step {}

  /// The two versions of a switched call have run, and are compared.
  ///
  /// @param at the place behind the call; without a position
  /// @param recorded the version that ran
  /// @param other the version that stood in for it
  record Compared(
      At at, FunctionName function, Version recorded, Version other, StandIn.Result result)
      implements Step {}

  /// The replay is over: the last step.
  ///
  /// @param at the place behind the last effect that is recorded; without a position
  /// @param outcome how the task ended; null if it did not come to an end
  /// @param why it did not come to an end; null if it did
  /// @param divergence where code and history part; null if they do not
  record Ended(
      At at,
      @Nullable Outcome outcome,
      Unwinding.@Nullable Reason why,
      @Nullable Divergence divergence)
      implements Step {}
}
