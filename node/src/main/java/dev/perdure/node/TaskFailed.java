package dev.perdure.node;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Outcome;

/// A task ended without a result: it threw, or was cancelled. It has ended for good; calling again
/// starts another task.
public final class TaskFailed extends RuntimeException {
  private final transient Outcome outcome;

  TaskFailed(Outcome outcome) {
    super(Describe.outcome(outcome));
    this.outcome = outcome;
  }

  /// How it ended: [Outcome.Threw] or [Outcome.Cancelled].
  public Outcome outcome() {
    return outcome;
  }
}
