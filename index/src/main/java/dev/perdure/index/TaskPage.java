package dev.perdure.index;

import java.util.List;

/// Some tasks, newest first.
///
/// @param tasks at most as many as were asked for
/// @param count how many there are in all
/// @param atLeast whether counting was given up there: there are more
public record TaskPage(List<TaskRow> tasks, long count, boolean atLeast) {
  public TaskPage {
    tasks = List.copyOf(tasks);
  }

  /// Whether more follow.
  public boolean more() {
    return count > tasks.size();
  }
}
