package dev.perdure.api;

/// Lets a task say which of its objects answers questions about it. Costs nothing while nobody
/// asks, and is no effect.
@FunctionalInterface
public interface Queries {
  /// From here on the methods of `state` that are marked with [Query] answer questions about the
  /// task. Of several objects with a query of one name the last one answers.
  ///
  /// @param state an object that the task has made for itself
  void answeredBy(Object state);
}
