package dev.perdure.node;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Replay;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Universes;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run of a live task's whole history, bound as the task shall be.
///
/// @param start of the task, so bound
/// @param routes that bind it then
/// @param newest the offset of its newest event
record Rehearsal(Event.Started start, RouteTable routes, long newest) {

  /// Runs it, with no side effect.
  ///
  /// @return why the task cannot go on so; null if it can
  @Nullable Problem run(Histories histories, Universes universes) {
    try {
      var journal = histories.fold(newest).journal();
      var report = new Replay(start, routes, journal, null).run(universes, Map.of(), Extras.none());
      return report.asRecorded() ? null : diverged(report);
    } catch (PerdureException e) {
      return e.problem();
    } catch (RuntimeException | Error fault) {
      return problem(start.task(), "it fails: " + Failures.crash(fault));
    }
  }

  private Problem diverged(Replay.Report report) {
    var divergence = report.divergence();
    return problem(
        start.task(),
        divergence == null
            ? "it takes more than "
                + Limits.GATE_RUN_MILLIS_MAX
                + " ms or "
                + Limits.GATE_RUN_BYTES_MAX
                + " bytes"
            : divergence.text());
  }

  private static Problem problem(TaskId task, String why) {
    return Problem.of(
        EngineCode.MIGRATION_DIVERGES,
        "task "
            + task
            + " goes on as it was: what it did is not what that code would have done: "
            + why,
        "Migrate it to code that does the same up to here, or leave it to end as it is");
  }
}
