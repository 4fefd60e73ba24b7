package dev.perdure.node;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Replay;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Unwinding;
import dev.perdure.value.Code;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;

/// One question about a task: its history is replayed up to now, and what its code holds there
/// answers.
///
/// @param mailed whether the task may have messages that it has not received
record Question(TaskId task, String name, Payload arguments, boolean mailed) {

  /// Asks on a thread with a budget of CPU time and memory.
  ///
  /// @throws PerdureException `UNKNOWN_QUERY`, `VALUE_MISMATCH`, `QUERY_ASKS`, `QUERY_FAILED`,
  ///   `QUERY_TOO_COSTLY`, `VALUE_TOO_LARGE`, `DIVERGED`
  Payload ask(Replayable history) {
    var answer = new Replay.Asked[1];
    GateThread.runOne("perdure query", () -> answer[0] = history.ask(name, arguments, mailed));
    return answered(answer[0]);
  }

  private Payload answered(Replay.Asked asked) {
    var stopped = asked.stopped();
    if (stopped != null) {
      throw stopped.reason() == Unwinding.Reason.LIMIT ? tooCostly(stopped) : asks(stopped);
    }
    return switch (asked.outcome()) {
      case Outcome.Returned r -> r.value();
      case Outcome.Threw t ->
          throw problem(
              NodeCode.QUERY_FAILED,
              "the answer to "
                  + name
                  + " of task "
                  + task
                  + " threw "
                  + t.failure().type()
                  + ": "
                  + t.failure().message(),
              "Send other arguments, or deploy a version whose query returns");
      case Outcome.Cancelled c ->
          throw problem(
              NodeCode.QUERY_FAILED,
              "the answer to " + name + " of task " + task + " ended cancelled: " + c.why(),
              "Deploy a version whose query returns");
      case null -> throw unanswered(asked);
    };
  }

  private PerdureException unanswered(Replay.Asked asked) {
    var report = asked.report();
    var divergence = report.divergence();
    if (report.end() == Unwinding.Reason.LIMIT) {
      return tooCostly(Unwinding.limit("its replay took too much"));
    }
    if (divergence != null) {
      return problem(
          EngineCode.DIVERGED,
          "task "
              + task
              + " cannot be asked: its code is not what its history was made by: "
              + divergence.text(),
          "Look at `perdure task replay " + task + "`");
    }
    return problem(
        NodeCode.UNKNOWN_QUERY,
        "the code of task " + task + " answers no " + name + " where it stands",
        asked.known().isEmpty()
            ? "Mark a method with @Query, and name its object by Queries.answeredBy in the function"
            : "Ask one of " + asked.known().stream().sorted().toList());
  }

  private PerdureException asks(Unwinding stopped) {
    return problem(
        NodeCode.QUERY_ASKS,
        "the answer to " + name + " of task " + task + " asked " + stopped.getMessage(),
        "Let queries compute from what the task has; let the function ask, and keep the outcome");
  }

  private PerdureException tooCostly(Unwinding stopped) {
    return problem(
        NodeCode.QUERY_TOO_COSTLY,
        "the answer to " + name + " of task " + task + " was given up: " + stopped.getMessage(),
        "Let the query do less; it has "
            + Limits.GATE_RUN_MILLIS_MAX
            + " ms of CPU time, with the replay of the task's history");
  }

  private static PerdureException problem(Code code, String what, String remedy) {
    return Problem.of(code, what, remedy).exception();
  }
}
