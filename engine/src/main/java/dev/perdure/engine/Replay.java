package dev.perdure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a task again from its history, with no side effect (E30), possibly with some functions
/// switched to another version (E31).
///
/// @param start of the task
/// @param routes at the revision of its start
/// @param journal its history, by place
/// @param recorded how it ended; null if it has not
public record Replay(
    Event.Started start, RouteTable routes, Journal journal, @Nullable Outcome recorded) {

  /// What a replay shows.
  ///
  /// @param outcome how the replayed task ended; null if it did not come to an end
  /// @param end why it did not come to an end; null if it did
  /// @param divergence where code and history part; null if they do not
  /// @param calls the switched calls, in the order they ended
  public record Report(
      @Nullable Outcome outcome,
      Unwinding.@Nullable Reason end,
      @Nullable Divergence divergence,
      List<Call> calls) {
    /// Whether the code asked what is recorded, as far as that goes.
    public boolean asRecorded() {
      return divergence == null && (end == null || end == Unwinding.Reason.END_OF_HISTORY);
    }
  }

  /// One switched call.
  public record Call(StandIn call, StandIn.Result result) {}

  /// Replays on the calling thread.
  ///
  /// @param switched functions that another version than the recorded one shall serve
  /// @param extras who answers what a switched version asks in excess
  public Report run(Universes universes, Map<FunctionName, Version> switched, Extras extras) {
    return run(universes, switched, extras, null);
  }

  /// Replays on the calling thread, and tells each step as it is made.
  ///
  /// @param steps who is told; of a switched call both versions' steps: first those of the recorded
  ///   one, then those of the other. Last comes the end. When it has seen enough it may throw an
  ///   unwinding `HALTED` from then on, but at the end: the report then means nothing. Null: nobody
  public Report run(
      Universes universes,
      Map<FunctionName, Version> switched,
      Extras extras,
      @Nullable Consumer<Step> steps) {
    var report = report(universes, switched, extras, steps);
    if (steps != null) {
      steps.accept(new Step.Ended(behind(), report.outcome(), report.end(), report.divergence()));
    }
    return report;
  }

  /// Behind all that is recorded.
  private Step.At behind() {
    return new Step.At(new Place(Branch.ROOT, journal.size()), Seam.Mode.NORMAL, "");
  }

  private Report report(
      Universes universes,
      Map<FunctionName, Version> switched,
      Extras extras,
      @Nullable Consumer<Step> steps) {
    if (neverBegan()) {
      return new Report(recorded, null, null, List.of());
    }
    var calls = new ArrayList<Call>();
    var run =
        new TaskRun(
            start,
            routes,
            journal,
            World.endOfHistory(),
            universes,
            new Notes(calls, steps != null || !switched.isEmpty(), steps),
            Spawner.inOrder(),
            switched,
            extras);
    try {
      var outcome = run.runToEnd();
      return new Report(outcome, null, resultDivergence(outcome, switched), calls);
    } catch (Unwinding u) {
      return new Report(null, u.reason(), unfinished(u, switched), calls);
    } catch (VirtualMachineError exhausted) {
      return new Report(null, null, Divergence.stopped(exhausted.toString()), calls);
    }
  }

  /// Whether the task was cancelled while it waited for its turn. One that has begun is told at an
  /// effect that it shall stop, so it cannot end cancelled without any.
  private boolean neverBegan() {
    return recorded instanceof Outcome.Cancelled && journal.total() == 0;
  }

  /// Where the code parts from a history that it does not finish.
  private @Nullable Divergence unfinished(Unwinding u, Map<FunctionName, Version> switched) {
    if (recorded == null || !switched.isEmpty() || u.reason() != Unwinding.Reason.END_OF_HISTORY) {
      return u.divergence();
    }
    return new Divergence(
        Divergence.Kind.RESULT,
        null,
        Describe.outcome(recorded),
        "more than the history holds",
        "",
        "");
  }

  /// The same effects, another result: the code has changed where it asks nothing.
  private @Nullable Divergence resultDivergence(
      Outcome outcome, Map<FunctionName, Version> switched) {
    if (recorded == null || !switched.isEmpty() || recorded.same(outcome)) {
      return null;
    }
    return new Divergence(
        Divergence.Kind.RESULT,
        null,
        Describe.outcome(recorded),
        Describe.outcome(outcome),
        "",
        "");
  }

  private record Notes(List<Call> calls, boolean positions, @Nullable Consumer<Step> steps)
      implements TaskRun.Observer {
    @Override
    public boolean wants(ShadowCount.Key compared) {
      return false;
    }

    @Override
    public void offer(StandIn call) {}

    @Override
    public void switched(StandIn call, StandIn.Result result) {
      synchronized (calls) {
        calls.add(new Call(call, result));
      }
    }
  }
}
