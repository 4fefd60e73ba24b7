package dev.perdure.api;

/// A task started by this one.
///
/// @param <R> what it returns
public interface Task<R> {
  /// Its id: unique, and sortable by the time of its start.
  String id();

  /// Waits for its result. Throws what it failed with, or says that it was cancelled.
  R await();

  /// Asks it and its children to stop; their clean-up code runs. Of a finished task: nothing.
  void cancel();
}
