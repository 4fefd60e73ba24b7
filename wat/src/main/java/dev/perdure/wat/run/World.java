package dev.perdure.wat.run;

import org.jspecify.annotations.Nullable;

/// Answers the effects of a program.
@FunctionalInterface
public interface World {
  /// That of pure code, which asks nothing.
  World NONE =
      (effect, operation, args) -> {
        throw new IllegalStateException(":" + operation + " in pure code");
      };

  /// Does it, on the calling thread; what it gives.
  ///
  /// @param effect its name, such as `io`, or the path of an interface
  /// @param operation the path of the function that stands for it
  /// @param args what it is called with
  Object perform(String effect, String operation, Object[] args);

  /// Calls a function of the program that another version may serve, on the calling thread; what it
  /// gives. Null if the program serves the call itself.
  ///
  /// @param function its path
  default @Nullable Object routed(String function, Object[] args) {
    return null;
  }

  /// Ends the code that it runs for the program, from any thread; most run none.
  default void stop() {}
}
