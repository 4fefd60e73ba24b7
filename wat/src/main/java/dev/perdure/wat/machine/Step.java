package dev.perdure.wat.machine;

import dev.perdure.wat.core.Operation;
import java.util.List;

/// A step of a lowered function. What can wait says where it stands; between two steps a frame can
/// be written down.
sealed interface Step {

  /// Puts what a part gives in a slot.
  record Compute(int into, Part part) implements Step {}

  /// Goes on at another step.
  record Jump(Label to) implements Step {}

  /// Goes on at another step unless a part gives true.
  record Unless(Part condition, Label to) implements Step {}

  /// Ends the frame with what a part gives.
  record Give(Part part) implements Step {}

  /// No case takes what the subject gives.
  record NoMatch(Part subject, Site site) implements Step {}

  /// What puts a value in a slot, and may wait for it.
  sealed interface Waiting extends Step {
    /// Where the value goes.
    int into();

    /// Where it stands.
    Site site();
  }

  /// Calls a named function in a frame of its own, or in the place of this one.
  ///
  /// @param isTail whether the frame has nothing left to do
  record Call(String function, List<Part> args, boolean isTail, int into, Site site)
      implements Waiting {}

  /// Calls a function value.
  ///
  /// @param spreads whether the last argument is a vector of the remaining ones
  /// @param fixed as [Operation.Spread] has it
  record Invoke(
      Part function,
      List<Part> args,
      boolean spreads,
      int fixed,
      boolean isTail,
      int into,
      Site site)
      implements Waiting {}

  /// Asks the world.
  record Perform(Operation.Perform operation, List<Part> args, int into, Site site)
      implements Waiting {}

  /// The first cell of a stream, as `uncons` gives it.
  record Force(Part stream, int into, Site site) implements Waiting {}

  /// All elements of a stream, as a vector; what is no stream is left as it is.
  record Drain(Part stream, int into, Site site) implements Waiting {}

  /// A place among the steps, known when all of them are.
  final class Label {
    private int at = -1;

    void bind(int step) {
      at = step;
    }

    int at() {
      return at;
    }
  }
}
