package dev.perdure.wat.run;

import dev.perdure.wat.core.Core;
import org.jspecify.annotations.Nullable;

/// Calls pure functions in another way than by interpreting them. What it cannot do, or what would
/// raise, it leaves: the same call is then interpreted, which is safe, as it changes nothing.
public interface PureCalls {
  /// Leaves everything.
  PureCalls NONE =
      new PureCalls() {
        @Override
        public boolean takes(Core.Call call) {
          return false;
        }

        @Override
        public @Nullable Object call(Core.Call call, Object[] args, int depth) {
          return null;
        }

        @Override
        public @Nullable Object call(String function) {
          return null;
        }

        @Override
        public void stop() {}
      };

  /// Whether it can do a call at all.
  boolean takes(Core.Call call);

  /// The value of a call that it takes; null if it is left all the same.
  ///
  /// @param depth how many calls within circles of functions it is nested in
  @Nullable Object call(Core.Call call, Object[] args, int depth);

  /// The value of a call without arguments; null if it is left.
  @Nullable Object call(String function);

  /// Ends what runs.
  void stop();
}
