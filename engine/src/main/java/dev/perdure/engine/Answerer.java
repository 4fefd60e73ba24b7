package dev.perdure.engine;

/// Something that code of an attempt holds and that answers questions about it. Called when the
/// code has run as far as it can, on the thread that asks.
@FunctionalInterface
public interface Answerer {
  /// Answers one question.
  ///
  /// @param arguments a vector, one value a parameter
  /// @param seam of the question: whatever is asked of it but a call is refused
  /// @throws Unwinding if it asks an effect, or takes too much
  /// @throws dev.perdure.value.PerdureException if it does not take the arguments
  Outcome answer(Payload arguments, Seam seam);
}
