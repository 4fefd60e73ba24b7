package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

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

  /// What goes on from a checkpoint that a call of the function left; null if this universe cannot
  /// go on from it, such as one whose code is another: then the call is made from its beginning.
  ///
  /// @param function one of [#info]'s
  /// @param seam that the call is to go on with
  /// @throws dev.perdure.value.PerdureException `VALUE_MISSING`, `VALUE_DAMAGED` if the checkpoint
  ///   cannot be read
  default @Nullable Continuation continuation(
      FunctionName function, Payload checkpoint, Seam seam) {
    return null;
  }
}
