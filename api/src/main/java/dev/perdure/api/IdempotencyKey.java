package dev.perdure.api;

import java.util.function.Supplier;

/// The key of the effect that is being performed, for implementations of effect interfaces: the
/// same whenever this very effect is performed again after a crash, and never the same for another.
public final class IdempotencyKey {
  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private IdempotencyKey() {}

  /// The key, such as `0198c0e2-7a31-7b44-9c3f-5d0f6d1f2a77/3`.
  ///
  /// @throws IllegalStateException on a thread that performs no effect
  public static String current() {
    return CURRENT.orElseThrow(
        () -> new IllegalStateException("no effect is being performed on this thread"));
  }

  /// Performs an effect under its key; for Perdure, and for tests of implementations.
  public static <T> T performing(String key, Supplier<T> effect) {
    return ScopedValue.where(CURRENT, key).call(effect::get);
  }
}
