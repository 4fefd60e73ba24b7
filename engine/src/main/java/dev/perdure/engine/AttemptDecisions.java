package dev.perdure.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the engine decides about the facts that a task's attempt reports.
final class AttemptDecisions {
  private final EngineState state;
  private final Volatile live;
  private final TaskDecisions tasks;

  AttemptDecisions(EngineState state, Volatile live, TaskDecisions tasks) {
    this.state = state;
    this.live = live;
    this.tasks = tasks;
  }

  /// @param child what a task that it starts belongs to; null: to what its parent does
  void report(Event.OfTask event, @Nullable TraceContext child, Decision out) {
    if (event instanceof Event.Shadowed) {
      if (state.knows(event.task())) {
        out.emit(event);
      }
      return;
    }
    var task = state.task(event.task());
    if (task == null) {
      return;
    }
    switch (event) {
      case Event.Recorded e -> recorded(e, child, out);
      case Event.Asked e -> asked(task, e, out);
      case Event.Answered e -> answered(task, e, out);
      case Event.TryFailed e -> tasks.tries().failed(task, e, out);
      case Event.BranchCancelled e -> branchCancelled(task, e, out);
      case Event.Finished e -> finish(task, e, out);
      case Event.Diverged e -> out.emit(e);
      case Event.Imported e -> throw notFromTask(e);
      case Event.Started e -> throw notFromTask(e);
      case Event.Queued e -> throw notFromTask(e);
      case Event.Begun e -> throw notFromTask(e);
      case Event.Debounced e -> throw notFromTask(e);
      case Event.CancelRequested e -> throw notFromTask(e);
      case Event.Paused e -> throw notFromTask(e);
      case Event.Resumed e -> throw notFromTask(e);
      case Event.Suspended e -> throw notFromTask(e);
      case Event.Crashed e -> throw notFromTask(e);
      case Event.Overridden e -> throw notFromTask(e);
      case Event.Migrated e -> throw notFromTask(e);
      case Event.Checkpointed e -> throw notFromTask(e);
      case Event.Sent e -> throw notFromTask(e);
      case Event.Shadowed e -> throw new AssertionError("handled above");
    }
  }

  private static IllegalArgumentException notFromTask(Event event) {
    return new IllegalArgumentException("an attempt cannot report " + event);
  }

  private void recorded(Event.Recorded e, @Nullable TraceContext child, Decision out) {
    out.emit(e);
    if (e.effect() instanceof Effect.StartTask s && e.outcome() instanceof Outcome.Returned r) {
      startChild(e, s, r, child, out);
    } else if (e.effect() instanceof Effect.CancelTask c) {
      cancelOther(e, c, out);
    }
  }

  private void startChild(
      Event.Recorded e,
      Effect.StartTask s,
      Outcome.Returned returned,
      @Nullable TraceContext child,
      Decision out) {
    var id = returned.value().taskId();
    var parent = Objects.requireNonNull(state.task(e.task()));
    var options =
        StartOptions.NONE
            .withOverrides(parent.overrides())
            .withAttributes(parent.start().options().attributes())
            .withTrace(Objects.requireNonNullElse(child, TraceContext.of(parent.start())))
            .withQueueing(Queueing.NONE.withNotBeforeMillis(Math.max(0, s.atMillis())));
    var version = tasks.choose(s.function(), id, options);
    if (version == null) {
      throw new IllegalStateException(
          "a task starts "
              + s.function()
              + ", which has no route: whoever asks checks first, and routes only grow");
    }
    tasks.begin(
        id, new TaskDecisions.Birth(s.function(), version, s.arguments(), options, e.task()), out);
  }

  private void cancelOther(Event.Recorded e, Effect.CancelTask c, Decision out) {
    var target = state.task(c.task());
    var asker = Objects.requireNonNull(state.task(e.task()));
    if (target != null && target != asker) {
      tasks.cancel(target, new Change("task " + e.task(), "cancelled by that task"), out);
    }
  }

  /// Of a task that stops, or of which much is to be said beside what its code holds, no checkpoint
  /// is kept.
  void checkpoint(Input.Checkpoint i, Decision out) {
    var task = state.task(i.task());
    var summary = task == null ? null : task.summary();
    if (summary != null) {
      out.emit(
          new Event.Checkpointed(i.task(), i.next(), i.continuation(), summary, out.nowMillis()));
    }
  }

  private void asked(TaskState task, Event.Asked e, Decision out) {
    long before = task.lastOffset();
    out.emit(e);
    if (e.effect() instanceof Effect.Perform p) {
      if (p.guard() == Effect.Guard.DURABLE) {
        tasks.tries().proceed(e.task(), e.place(), p, before, out);
      } else {
        tasks.tries().begun(e.task(), e.place(), p, out);
      }
      return;
    }
    var cancelled = task.cancellations().undelivered(e.place().branch());
    if (cancelled != null) {
      answer(e, new Outcome.Cancelled(cancelled), out);
    } else if (e.effect() instanceof Effect.Await a) {
      await(e, a, out);
    } else if (e.effect() instanceof Effect.Receive r) {
      MessageDecisions.receive(task, e, r, out);
    }
  }

  private void await(Event.Asked e, Effect.Await a, Decision out) {
    var ended = state.endedTask(a.task());
    if (ended != null) {
      out.act(new Action.Recall(e.task(), e.place(), ended.endOffset()));
    } else if (state.task(a.task()) == null) {
      answer(e, threw("there is no task " + a.task()), out);
    } else if (a.task().equals(e.task())) {
      answer(e, threw("a task that awaits itself waits for ever"), out);
    }
  }

  private static Outcome threw(String message) {
    return new Outcome.Threw(Failure.of("java.lang.IllegalArgumentException", message));
  }

  private static void answer(Event.Asked e, Outcome outcome, Decision out) {
    out.answer(e.task(), e.place(), outcome);
  }

  /// What a task's thread performed itself, or what was recalled for it. The engine may have
  /// answered a recalled one with a cancellation in the meantime; the first answer counts, and the
  /// thread got it.
  private void answered(TaskState task, Event.Answered e, Decision out) {
    var waiting = task.waiting().get(e.place());
    if (waiting == null) {
      return;
    }
    if (waiting.effect() instanceof Effect.Await) {
      out.answer(e.task(), e.place(), awaited(e.outcome()));
    } else {
      live.forget(e.task(), e.place());
      out.emit(e);
    }
  }

  /// What a task that awaits another one is told of its end. A cancelled end is a failure to it: an
  /// outcome that says cancelled says that the branch itself shall stop.
  private static Outcome awaited(Outcome end) {
    return end instanceof Outcome.Cancelled c
        ? new Outcome.Threw(Failure.of("dev.perdure.api.TaskCancelled", c.why()))
        : end;
  }

  private void branchCancelled(TaskState task, Event.BranchCancelled e, Decision out) {
    if (task.cancellations().cancelled(e.branch())) {
      return;
    }
    out.emit(e);
    tasks.interrupt(task, e.branch(), e.why(), out);
  }

  void finish(TaskState task, Event.Finished e, Decision out) {
    out.emit(e);
    long end = out.barrier();
    tellAwaiting(e.task(), e.outcome(), out);
    for (var request : live.unwatch(e.task())) {
      var answer = new Action.Answer.Ended(e.task(), end, e.outcome());
      out.act(new Action.Reply(request, answer, end));
    }
  }

  /// Who awaits the task gets a copy of how it ended, or looks it up: a decision has to stay small,
  /// however many wait and however large the outcome is.
  private void tellAwaiting(TaskId task, Outcome end, Decision out) {
    long endOffset = out.barrier();
    var copy = awaited(end);
    long bytes = Bounds.bytes(copy) + Limits.NAME_CHARS_MAX;
    long left = Limits.COPIES_BYTES_MAX;
    for (var by : state.awaiting(task)) {
      left -= bytes;
      if (left >= 0) {
        out.answer(by.task(), by.place(), copy);
      } else {
        out.act(new Action.Recall(by.task(), by.place(), endOffset));
      }
    }
  }
}
