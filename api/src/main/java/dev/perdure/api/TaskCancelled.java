package dev.perdure.api;

/// Thrown into a branch of a task that was cancelled, where it waits or asks next. Clean-up code
/// that catches it, or a `finally`, may ask effects as usual; the branch is told only once.
public final class TaskCancelled extends RuntimeException {
  /// A cancellation and its reason, such as `its deadline has passed`.
  public TaskCancelled(String why) {
    super(why);
  }
}
