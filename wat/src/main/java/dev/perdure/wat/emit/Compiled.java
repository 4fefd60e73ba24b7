package dev.perdure.wat.emit;

import dev.perdure.wat.run.Standing;

/// A class of compiled functions; what calls them by number.
public abstract class Compiled {
  /// For the compiled class.
  protected Compiled() {}

  /// Calls the function of this number.
  ///
  /// @param captured what fills its captured slots
  /// @param args what fills its parameters
  /// @param depth how many calls within circles of functions it is nested in
  public abstract Object call(
      Activation activation, int number, Object[] captured, Object[] args, int depth);

  /// Does the pure steps of the function of this number, from where it stands up to the next that
  /// is not; false if there are none. If one throws, it stands there.
  public abstract boolean steps(Activation activation, int number, Standing standing);
}
