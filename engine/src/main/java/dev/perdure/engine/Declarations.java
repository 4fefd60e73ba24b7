package dev.perdure.engine;

import java.util.List;

/// All that the code of a universe declares.
///
/// @param seed makes the ids of the tasks that its schedules start unique across engines
public record Declarations(TaskId seed, List<Declaration> all) {
  /// Nothing.
  public static final Declarations NONE = new Declarations(new TaskId(0, 0), List.of());

  public Declarations {
    all = List.copyOf(all);
  }
}
