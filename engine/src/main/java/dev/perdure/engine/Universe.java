package dev.perdure.engine;

/// A frozen set of functions that can be run: what a front end makes of a program. The engine sees
/// no class, no class loader and no syntax tree.
public interface Universe {

  /// What it holds.
  UniverseInfo info();

  /// Runs a function on the calling thread to its end; its effects are asked of `seam`.
  ///
  /// @param function one of [#info]'s
  /// @param arguments a vector, one value a parameter
  /// @throws Unwinding if the attempt has to end
  /// @throws VirtualMachineError if the machine gave up, which is no outcome
  Outcome call(FunctionName function, Payload arguments, Seam seam);
}
