package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /// Another start came for a task that waits: it is chosen and routed anew, for it has done
  /// nothing yet, and the arguments are those that today's code takes.
  void putOff(TaskId id, TaskDecisions.Birth birth, Decision out) {
    var options = birth.options();
    long first = Objects.requireNonNull(state.task(id)).start().atMillis();
    out.emit(
        new Event.Debounced(
            id,
            birth.version(),
            state.routes().revision(),
            birth.arguments(),
            options.withQueueing(Queueing.NONE).withTraceparent(""),
            options.queueing().timed(first, out.nowMillis()),
            out.nowMillis()));
  }

  /// It is the turn of a task in the queue that the timer is of. It has done nothing yet, so its
  /// start is all of its history.
  void due(Timer timer, Decision out) {
    var first = state.queues().first(timer.task(), out.nowMillis());
    out.emit(new Event.Begun(first, out.nowMillis()));
    tasks.run(first, Objects.requireNonNull(state.task(first)).start(), out);
  }

  /// A task that is started below one which holds a place among those that run at once, and that
  /// would wait for a place there, ends before it begins: the other one may wait for it, and then
  /// both would for ever. It does so also while there is room, for then it would depend on how many
  /// others run.
  void endIfDeadlocked(TaskId id, TaskDecisions.Birth birth, Decision out) {
    var holder = state.queues().limit(birth.function()).runningMax() == 0 ? null : holder(birth);
    if (holder != null) {
      var why = Bounds.bounded(deadlock(birth.function(), holder).text(), Limits.REASON_CHARS_MAX);
      out.emit(new Event.Finished(id, new Outcome.Cancelled(why), out.nowMillis()));
    }
  }

  /// The nearest of the tasks above that has begun in the same queue; null if none has.
  private @Nullable TaskId holder(TaskDecisions.Birth birth) {
    var above = birth.parent();
    while (above != null
        && !state.queues().holds(above, birth.function(), birth.options().queueing())) {
      var task = state.task(above);
      above = task == null ? null : task.start().parent();
    }
    return above;
  }

  private static Problem deadlock(FunctionName function, TaskId holder) {
    return Problem.of(
        EngineCode.QUEUE_DEADLOCK,
        "it would wait for its turn behind task " + holder + ", which it was started by",
        "Let " + function + " start another function, without that limit");
  }

  static Problem waits(TaskId task) {
    return Problem.of(
        EngineCode.TASK_QUEUED,
        "task " + task + " has not begun: it waits for its turn",
        "Cancel it, or change it when it has begun; `perdure task why " + task + "` tells more");
  }
}
