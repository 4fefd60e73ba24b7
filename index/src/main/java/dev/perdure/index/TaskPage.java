package dev.perdure.index;

import java.util.List;

/// Some tasks, newest first.
///
/// @param tasks at most as many as were asked for
/// @param count how many there are in all
/// @param atLeast whether counting was given up there: there are more
public record TaskPage(List<Line> tasks, long count, boolean atLeast) {
  public TaskPage {
    tasks = List.copyOf(tasks);
  }

  /// One task.
  ///
  /// @param about what it waits for, why it stands still, or how it failed; empty if none of these
  public record Line(
      String id,
      String status,
      String function,
      String version,
      long startedMillis,
      String about) {}
}
