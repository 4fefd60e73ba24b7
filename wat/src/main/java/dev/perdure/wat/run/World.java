package dev.perdure.wat.run;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.syntax.Ast;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers the effects of a program.
@FunctionalInterface
public interface World {
  /// That of pure code, which asks nothing. No constant: of an interface that has to be initialised
  /// the launcher cannot keep what implements it from one start for the next.
  static World none() {
    return (effect, operation, args) -> {
      throw new IllegalStateException(":" + operation + " in pure code");
    };
  }

  /// Does it, on the calling thread; what it gives.
  ///
  /// @param effect its name, such as `io`, or the path of an interface
  /// @param operation the path of the function that stands for it
  /// @param args what it is called with: not to be changed
  /// @throws Parked if it cannot be done yet: it is asked again when the turn of whoever asks comes
  Object perform(String effect, String operation, Object[] args);

  /// The same for a program that is loaded, which asks it from now on.
  default World of(Loaded program) {
    return this;
  }

  /// Whether it does what the operations of an effect interface say.
  ///
  /// @param effect its path
  default boolean performs(String effect) {
    return true;
  }

  /// Calls a function of another program, such as one that evaluated code has given.
  ///
  /// @throws Parked as [#perform] does
  default Object call(Function function, Object[] args) {
    return function.apply(args);
  }

  /// The same, where code that it runs for the program asks another world.
  default World evaluatingIn(World asked) {
    return this;
  }

  /// Whether an operation runs code of the program, in [#evaluatingIn] that world.
  default boolean evaluates(String operation) {
    return false;
  }

  /// The same for one more thread of the program, which starts now.
  default World ofThread() {
    return this;
  }

  /// Loads a program that shall run on a thread beside this one, in a universe of its own (W12.3).
  ///
  /// @param argv what it is given behind its entry
  /// @throws Unstartable if it cannot be started
  default Beside load(List<Ast> forms, List<String> argv) {
    throw Ungranted.operation("spawn", "wat::kernel::run-threads");
  }

  /// A program beside another one.
  ///
  /// @param loaded it has a main, and its constants are not evaluated yet
  /// @param world what it may ask, but for its streams
  record Beside(Loaded loaded, World world) {}

  /// Why a program cannot be started.
  final class Unstartable extends RuntimeException {
    private final transient Variant death;

    /// @param death a `PeerDiedError`
    public Unstartable(Variant death) {
      super(death.toString(), null, false, false);
      this.death = death;
    }

    /// A `PeerDiedError`.
    public Variant death() {
      return death;
    }
  }

  /// The same for code whose lines are kept; null if it keeps none.
  default @Nullable Capture capture() {
    return null;
  }

  /// Whether an operation may wait for something outside the program, such as a line of its input.
  default boolean mayWait(String operation, Object[] args) {
    return false;
  }

  /// Waits for so long, as nothing else is left to do; less if it was told to [#wake].
  default void sleep(Duration duration) {
    throw new IllegalStateException("nobody has a clock");
  }

  /// Ends its sleep, this one or the next; from any thread.
  default void wake() {}

  /// Calls a function of the program that another version may serve, on the calling thread; what it
  /// gives. Null if the program serves the call itself.
  ///
  /// @param function its path
  default @Nullable Object routed(String function, Object[] args) {
    return null;
  }

  /// Ends the code that it runs for the program, from any thread.
  default void stop() {}

  /// Keeps the lines that code prints.
  interface Capture {
    /// The world of the code.
    World world();

    /// What became of the code, with its lines, as a `RunResult` (W17).
    ///
    /// @param failure the `Failure` that it ended with; null if it ended well
    Object result(@Nullable Object failure);
  }

  /// A value was written to stderr, which ends the program as failed (W11). Nothing in the language
  /// catches it.
  final class Ended extends RuntimeException {
    /// @param line what was written
    public Ended(String line) {
      super(line, null, false, false);
    }
  }
}
