package dev.perdure.engine;

/// One step of a task's code, for people who follow it.
public sealed interface Step {
  /// A routed function is called.
  ///
  /// @param version that serves the call
  /// @param position of the call, `Shop.java:14`; empty if not known
  record Called(FunctionName function, Version version, Payload arguments, String position)
      implements Step {}

  /// The newest call that has not returned yet does so.
  record Returned(FunctionName function, Version version, Outcome outcome) implements Step {}

  /// An effect was asked and answered.
  ///
  /// @param position of who asks, `Shop.java:14`; empty if not known
  record Asked(Place place, Effect effect, Outcome outcome, String position) implements Step {}
}
