package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Performs the effects of one effect interface: the border to ordinary impure code.
@FunctionalInterface
public interface EffectRunner {

  /// Performs the effect on the calling thread; may block, and be interrupted.
  ///
  /// @return what the implementation returned or threw
  Tried perform(Effect.Perform effect, Try now);

  /// Looks what came of an effect that was tried before and shall not be performed any more.
  ///
  /// @return null if it was not done, as far as the implementation knows
  default @Nullable Outcome recall(Effect.Perform effect, Try now) {
    return null;
  }
}
