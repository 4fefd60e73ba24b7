package dev.perdure.wat.emit;

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

  /// Computes the part of this number.
  ///
  /// @param slots those of the frame
  /// @param depth how many calls within circles of functions the frame is nested in
  public abstract Object part(Activation activation, int number, Object[] slots, int depth);
}
