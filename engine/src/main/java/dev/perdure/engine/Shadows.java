package dev.perdure.engine;

/// Runs candidates beside calls of tasks. Called on the tasks' threads.
public interface Shadows {
  /// Whether a call is wanted that is about to begin: to note what it does is not free. One that is
  /// not wanted counts as dropped.
  boolean wants(ShadowCount.Key compared);

  /// A call that was wanted has ended: its candidate may now be run and compared.
  void offer(StandIn call);
}
