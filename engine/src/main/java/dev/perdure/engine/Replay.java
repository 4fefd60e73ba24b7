package dev.perdure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /// @throws dev.perdure.value.PerdureException `VALUE_MISSING`, `VALUE_DAMAGED` if a value of the
  ///   history cannot be read
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

  /// What a question to a replayed task comes to.
  ///
  /// @param report of the replay up to the task's present
  /// @param known what can be asked there
  /// @param outcome of the question; null if it is not known or the replay came to no present
  /// @param stopped what ended the question instead: it asked an effect or took too much
  public record Asked(
      Report report, Set<String> known, @Nullable Outcome outcome, @Nullable Unwinding stopped) {}

  /// Replays on the calling thread, and asks what the code holds at the end of its history.
  ///
  /// @param switched functions that another version than the recorded one shall serve
  /// @param unread the task at the end of its history, whose messages are received first as far as
  ///   the code comes to that; null if it has none
  /// @throws dev.perdure.value.PerdureException if the question does not take the arguments, and
  ///   `VALUE_TOO_LARGE` if its answer is
  public Asked ask(
      Universes universes,
      Map<FunctionName, Version> switched,
      @Nullable Standpoint unread,
      String question,
      Payload arguments) {
    var calls = new ArrayList<Call>();
    var behind = unread == null ? World.endOfHistory() : new Unread(unread.state());
    var run = run(behind, universes, switched, Extras.none(), null, calls);
    var report = report(run, switched, calls);
    var known = run.questions();
    if (!report.asRecorded() || !known.contains(question)) {
      return new Asked(report, known, null, null);
    }
    try {
      return new Asked(report, known, run.ask(question, arguments), null);
    } catch (Unwinding stopped) {
      return new Asked(report, known, null, stopped);
    } catch (VirtualMachineError exhausted) {
      return new Asked(report, known, null, Unwinding.limit(exhausted.toString()));
    }
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
    var calls = new ArrayList<Call>();
    var run = run(World.endOfHistory(), universes, switched, extras, steps, calls);
    return report(run, switched, calls);
  }

  private TaskRun run(
      World behind,
      Universes universes,
      Map<FunctionName, Version> switched,
      Extras extras,
      @Nullable Consumer<Step> steps,
      List<Call> calls) {
    return new TaskRun(
        start,
        routes,
        journal,
        behind,
        universes,
        new Notes(calls, steps != null || !switched.isEmpty(), steps),
        Spawner.inOrder(),
        switched,
        extras);
  }

  private Report report(TaskRun run, Map<FunctionName, Version> switched, List<Call> calls) {
    if (neverBegan()) {
      return new Report(recorded, null, null, List.of());
    }
    try {
      var outcome = run.runToEnd();
      return new Report(outcome, null, resultDivergence(outcome, switched), calls);
    } catch (Unwinding u) {
      if (u.problem() != null) {
        throw u.problem().exception();
      }
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
