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

  /// The value of a part of a function that is not pure itself; null if it is left.
  ///
  /// @param number of the part among all of the program
  /// @param slots those of the frame
  /// @param depth how many calls within circles of functions the frame is nested in
  default @Nullable Object part(int number, Object[] slots, int depth) {
    return null;
  }

  /// What runs is to look at [Loaded#checkStopped] at its next call and its next loop; from any
  /// thread.
  default void stop() {}
}
