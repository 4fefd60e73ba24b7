package dev.perdure.engine;

/// What goes on from a checkpoint instead of from the beginning.
@FunctionalInterface
public interface Continuation {

  /// Goes on with the call that left the checkpoint, on the calling thread, to its end, once. The
  /// first effect it asks is the one that was about to be asked.
  ///
  /// @throws Unwinding if the attempt has to end
  /// @throws VirtualMachineError if the machine gave up, which is no outcome
  Outcome resume();
}
