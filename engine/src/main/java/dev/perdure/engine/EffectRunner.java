package dev.perdure.engine;

/// Performs the effects of one effect interface: the border to ordinary impure code.
@FunctionalInterface
public interface EffectRunner {

  /// Performs the effect on the calling thread; may block, and be interrupted.
  ///
  /// @return what the implementation returned or threw
  Tried perform(Effect.Perform effect, Try now);
}
