package dev.perdure.wat.thread;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.machine.Checkpoint;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.World;
import org.jspecify.annotations.Nullable;

/// Runs the code of one thread of a program, on the thread that runs the program.
interface Runner {
  /// Goes on until the code waits or has ended.
  ///
  /// @return what it gives; null if it waits
  @Nullable Object go();

  /// Ends the code where it waits; it does nothing any more.
  default void end() {}

  /// The machine that runs it; null if none does.
  default @Nullable Machine machine() {
    return null;
  }

  /// A back end: makes what runs the threads of one program.
  interface Maker {
    /// Evaluates the constants of the program in their order.
    void evaluateConstants();

    /// What goes on from a checkpoint.
    ///
    /// @param world answers what the code asks
    default Runner resuming(Checkpoint checkpoint, World world) {
      throw new IllegalStateException("only machines are written down");
    }

    /// What calls a function when it goes for the first time.
    ///
    /// @param world answers what the code asks
    Runner calling(Function function, Object[] args, World world);
  }
}
