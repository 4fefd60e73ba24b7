package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Objects;

/// What the engine decides about limits and turns. A change that changes nothing is no event.
final class QueueDecisions {
  private final EngineState state;
  private final TaskDecisions tasks;

  QueueDecisions(EngineState state, TaskDecisions tasks) {
    this.state = state;
    this.tasks = tasks;
  }

  void limit(Input.SetLimit i, Decision out) {
    var function = i.limit().function();
    if (state.routes().policy(function) == null) {
      Engine.refuse(i.request(), tasks.unknownFunction(function, StartOptions.NONE), out);
      return;
    }
    if (!state.queues().limit(function).equals(i.limit())) {
      out.emit(new Event.Limited(i.limit(), i.change(), out.nowMillis()));
    }
    out.act(new Action.Reply(i.request(), new Action.Answer.Done(), out.barrier()));
  }

  /// It is the turn of a task in the queue that the timer is of. It has done nothing yet, so its
  /// start is all of its history.
  void due(Timer timer, Decision out) {
    var first = state.queues().first(timer.task(), out.nowMillis());
    out.emit(new Event.Begun(first, out.nowMillis()));
    tasks.run(first, Objects.requireNonNull(state.task(first)).start(), out);
  }

  static Problem waits(TaskId task) {
    return Problem.of(
        EngineCode.TASK_QUEUED,
        "task " + task + " has not begun: it waits for its turn",
        "Cancel it, or change it when it has begun; `perdure task why " + task + "` tells more");
  }
}
