package dev.perdure.node;

import dev.perdure.engine.Divergence;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.value.Problem;
import java.util.List;

/// What became of the histories of tasks when a candidate's functions were put in the place of
/// those that ran (E27).
///
/// @param candidate the version it is to be deployed as
/// @param tasks how many were replayed: the live ones, and the newest that have ended
/// @param clean how many do the same with the candidate; those are among them that never call one
///   of its functions
/// @param diverging those that would do something else, in the order of their ids; at most
///   [Limits#GATE_FINDINGS_MAX] of them
/// @param unreplayable those that cannot be replayed, in the order of their ids; at most as many
public record GateReport(
    Version candidate, Tasks tasks, int clean, Findings diverging, Findings unreplayable) {

  /// How many tasks.
  ///
  /// @param live have not ended
  /// @param ended have
  /// @param calling of both call a function of the candidate
  public record Tasks(int live, int ended, int calling) {}

  /// Some of the tasks that something is the matter with.
  ///
  /// @param count of all of them
  /// @param first of them
  public record Findings(int count, List<Finding> first) {
    public Findings {
      first = List.copyOf(first);
    }
  }

  /// What is the matter with a task.
  public sealed interface Finding {
    /// The task.
    TaskId task();

    /// Why, in a line for people.
    String text();
  }

  /// A task that would do something else.
  ///
  /// @param function that does
  /// @param recorded the version of it that ran
  /// @param first where the two part
  public record Diverging(TaskId task, FunctionName function, Version recorded, Divergence first)
      implements Finding {
    @Override
    public String text() {
      return function + " " + recorded + ": " + first.text();
    }
  }

  /// A task whose history nothing can be said about.
  ///
  /// @param why it cannot be replayed, also with the code that it ran on
  public record Unreplayable(TaskId task, Problem why) implements Finding {
    @Override
    public String text() {
      return why.code() + ": " + why.what();
    }
  }

  /// Whether nothing that was replayed would do anything else. What cannot be replayed is not
  /// counted: it says nothing about the candidate.
  public boolean passed() {
    return diverging.count() == 0;
  }
}
