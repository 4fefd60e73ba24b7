package dev.perdure.api;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The key of the effect that is being performed, for implementations of effect interfaces: the
/// same whenever this very effect is performed again after a crash, and never the same for another.
public final class IdempotencyKey {
  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  private IdempotencyKey() {}

  /// One performance of an effect.
  ///
  /// @param requests how many keys were given out for its requests
  private record Scope(String key, AtomicInteger requests) {}

  /// The key, such as `0198c0e2-7a31-7b44-9c3f-5d0f6d1f2a77/3`.
  ///
  /// @throws IllegalStateException on a thread that performs no effect
  public static String current() {
    return scope().key();
  }

  /// A key for the next request of the effect to others: the effect's own for the first one, then
  /// such as `0198c0e2-7a31-7b44-9c3f-5d0f6d1f2a77/3#2`. When the effect is performed again, its
  /// requests get the same keys in the same order, and no other effect's requests get them.
  ///
  /// @throws IllegalStateException on a thread that performs no effect
  public static String nextRequest() {
    var scope = scope();
    int number = scope.requests().incrementAndGet();
    return number == 1 ? scope.key() : scope.key() + "#" + number;
  }

  private static Scope scope() {
    return CURRENT.orElseThrow(
        () -> new IllegalStateException("no effect is being performed on this thread"));
  }

  /// Performs an effect under its key; for Perdure, and for tests of implementations.
  public static <T> T performing(String key, Supplier<T> effect) {
    return ScopedValue.where(CURRENT, new Scope(key, new AtomicInteger())).call(effect::get);
  }
}
