package dev.perdure.wat.run;

import dev.perdure.wat.core.Code;
import org.jspecify.annotations.Nullable;

/// Calls pure code in another way than by interpreting it. What it cannot do, or what would raise,
/// it leaves: the same call is then interpreted, which is safe, as it changes nothing. Threads may
/// share one.
public interface PureCalls {
  /// Leaves everything. No constant, as [World#none] says.
  static PureCalls none() {
    return (code, captured, args, depth) -> null;
  }

  /// The value of a call; null if it is left.
  ///
  /// @param captured what fills the captured slots of the code
  /// @param args what fills its parameters
  /// @param depth how many calls within circles of functions it is nested in
  @Nullable Object call(Code code, Object[] captured, Object[] args, int depth);

  /// Does the pure steps of a function that is not pure itself, from where it stands up to the next
  /// that is not; false if it leaves one: there it stands.
  ///
  /// @param number of the function among those of the program that run in steps
  default boolean steps(int number, Standing standing) {
    return false;
  }

  /// What runs is to look at [Loaded#checkStopped] at its next call and its next loop; from any
  /// thread.
  default void stop() {}
}
