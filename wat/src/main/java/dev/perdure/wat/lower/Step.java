package dev.perdure.wat.lower;

import dev.perdure.wat.core.Operation;

/// A step of a lowered function. What can wait says where it stands; between two steps a frame can
/// be written down.
public sealed interface Step {

  /// What touches nothing, and ends nothing.
  sealed interface Pure extends Step {}

  /// Puts what a part gives in a slot.
  record Compute(int into, Part part) implements Pure {}

  /// Goes on at another step.
  record Jump(Label to) implements Pure {}

  /// Goes on at another step unless a part gives true.
  record Unless(Part condition, Label to) implements Pure {}

  /// Ends the frame with what a part gives.
  record Give(Part.Ready part) implements Step {}

  /// No case takes what the subject gives.
  record NoMatch(Part.Ready subject, Site site) implements Step {}

  /// What puts a value in a slot, and may wait for it.
  sealed interface Waiting extends Step {
    /// Where the value goes.
    int into();

    /// Where it stands.
    Site site();
  }

  /// Calls a named function in a frame of its own, or in the place of this one.
  ///
  /// @param mayLeadBack whether the function may call the one that calls it
  /// @param isTail whether the frame has nothing left to do
  record Call(Callee callee, Given args, boolean mayLeadBack, boolean isTail, int into, Site site)
      implements Waiting {}

  /// Calls a function value.
  ///
  /// @param spreads whether the last argument is a vector of the remaining ones
  /// @param fixed as [Operation.Spread] has it
  record Invoke(
      Part.Ready function,
      Given args,
      boolean spreads,
      int fixed,
      boolean isTail,
      int into,
      Site site)
      implements Waiting {}

  /// Asks the world.
  record Perform(Operation.Perform operation, Given args, int into, Site site) implements Waiting {}

  /// The first cell of a stream, as `uncons` gives it.
  record Force(Part.Ready stream, int into, Site site) implements Waiting {}

  /// All elements of a stream, as a vector; what is no stream is left as it is.
  record Drain(Part.Ready stream, int into, Site site) implements Waiting {}

  /// A place among the steps, known when all of them are.
  final class Label {
    private int at = -1;

    Label() {}

    void bind(int step) {
      at = step;
    }

    /// The number of the step.
    public int at() {
      return at;
    }
  }
}
