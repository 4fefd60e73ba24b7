package dev.perdure.java.link;

/// The engine's way out of task code: thrown by whoever answers effects to pause, evict or abort.
///
/// Handlers of frozen code that would catch it begin with [#pass(Throwable)], so no `catch` and no
/// `finally` of a user runs for it. It is no outcome: nothing of it is recorded.
public final class Unwind extends Error {
  /// An unwinding that carries what whoever answers effects has thrown.
  public Unwind(Throwable reason) {
    super(reason.getMessage(), reason, false, false);
  }

  /// What is thrown says nothing but why; it has no stack trace and suppresses nothing.
  public Unwind(String why) {
    super(why, null, false, false);
  }

  /// Called first in every rewritten handler: throws on what is not for user code to see.
  ///
  /// Besides unwinding that is every [VirtualMachineError]: how deep a stack may grow varies from
  /// run to run, so it is a crashed attempt and must not become an outcome.
  ///
  /// @param caught what the handler has caught
  public static void pass(Throwable caught) {
    if (caught instanceof Unwind unwind) {
      throw unwind;
    }
    if (caught instanceof VirtualMachineError crash) {
      throw crash;
    }
  }
}
