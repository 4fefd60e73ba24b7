package dev.perdure.engine;

/// Performs the effects of one effect interface: the border to ordinary impure code.
@FunctionalInterface
public interface EffectRunner {

  /// Performs the effect on the calling thread; may block, and be interrupted.
  ///
  /// @param key the same whenever this very effect is performed again, and for no other effect
  /// @return what the implementation returned or threw
  Outcome perform(Effect.Perform effect, String key);
}
