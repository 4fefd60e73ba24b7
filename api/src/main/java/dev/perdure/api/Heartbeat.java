package dev.perdure.api;

import java.util.function.Supplier;

/// A sign of life of an effect that takes long, for implementations of effect interfaces whose
/// methods have a [Timeout#heartbeat].
public final class Heartbeat {
  private static final ScopedValue<Runnable> CURRENT = ScopedValue.newInstance();

  private Heartbeat() {}

  /// Says that the effect that is being performed is still at work. Cheap: may be called often. On
  /// a thread that performs no effect, it does nothing.
  public static void beat() {
    if (CURRENT.isBound()) {
      CURRENT.get().run();
    }
  }

  /// Performs an effect that gives signs of life; for Perdure, and for tests of implementations.
  ///
  /// @param beat is run at each sign, on the thread that gives it
  public static <T> T performing(Runnable beat, Supplier<T> effect) {
    return ScopedValue.where(CURRENT, beat).call(effect::get);
  }
}
