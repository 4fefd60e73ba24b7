package dev.perdure.engine;

/// Answers what a version asks that stands in for the one that ran, where that one asked nothing
/// alike.
@FunctionalInterface
public interface Extras {
  /// The outcome.
  ///
  /// @throws Unwinding if there is none
  Outcome answer(Effect effect);

  /// Nobody answers: the run stops there.
  static Extras none() {
    return effect -> {
      throw Unwinding.because(Unwinding.Reason.UNANSWERABLE);
    };
  }
}
