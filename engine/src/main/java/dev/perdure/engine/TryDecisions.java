package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// What the engine decides about the tries of effects that tasks perform: when the next one begins,
/// and when one is given up. Between two tries the task's thread waits for what the engine says, be
/// it cancelled or not: so it never happens that each of them gives the effect an outcome.
final class TryDecisions {
  private final EngineState state;
  private final Volatile live;

  TryDecisions(EngineState state, Volatile live) {
    this.state = state;
    this.live = live;
  }

  /// The task may perform what it asked at the place.
  ///
  /// @param barrier what has to be durable first
  void proceed(TaskId task, Place place, Effect.Perform effect, long barrier, Decision out) {
    out.act(new Action.Proceed(task, place, barrier));
    begun(task, place, effect, out);
  }

  /// A try begins about now.
  void begun(TaskId task, Place place, Effect.Perform effect, Decision out) {
    var options = effect.options();
    set(Timer.Kind.TIMEOUT, task, place, options.timeoutMillis(), out);
    set(Timer.Kind.HEARTBEAT, task, place, options.heartbeatMillis(), out);
  }

  private void set(Timer.Kind kind, TaskId task, Place place, long millis, Decision out) {
    if (millis > 0) {
      live.set(Timer.ofTry(kind, task, place, out.nowMillis() + millis));
    }
  }

  /// A try failed, with something after which there may be another one.
  void failed(TaskState task, Event.TryFailed e, Decision out) {
    var waiting = task.waiting().get(e.place());
    if (waiting == null || !(waiting.effect() instanceof Effect.Perform p)) {
      return;
    }
    live.forget(e.task(), e.place());
    var retry = p.options().retry();
    int tries = waiting.tries() + 1;
    if (tries >= retry.triesMax()) {
      out.answer(e.task(), e.place(), new Outcome.Threw(e.failure()));
      return;
    }
    boolean cancelled = task.cancellations().undelivered(e.place().branch()) != null;
    long wait = cancelled ? 0 : retry.waitMillis(tries, e.task(), e.place());
    long due = out.nowMillis() + wait;
    out.emit(new Event.TryFailed(e.task(), e.place(), e.failure(), due, out.nowMillis()));
    live.set(Timer.ofTry(Timer.Kind.TRY, e.task(), e.place(), due));
  }

  /// An attempt stands at an effect that was asked before it began.
  void again(Input.TryAgain i, Decision out) {
    var waiting = waiting(i.task(), i.place());
    if (waiting == null || !(waiting.effect() instanceof Effect.Perform p)) {
      return;
    }
    if (waiting.retryAtMillis() > out.nowMillis()) {
      live.set(Timer.ofTry(Timer.Kind.TRY, i.task(), i.place(), waiting.retryAtMillis()));
    } else {
      proceed(i.task(), i.place(), p, Action.NO_BARRIER, out);
    }
  }

  /// A try has given a sign of life.
  void beat(Input.Beat i, Decision out) {
    var waiting = waiting(i.task(), i.place());
    if (waiting != null
        && waiting.effect() instanceof Effect.Perform p
        && live.unset(Timer.Kind.HEARTBEAT, i.task(), i.place())) {
      set(Timer.Kind.HEARTBEAT, i.task(), i.place(), p.options().heartbeatMillis(), out);
    }
  }

  /// Branches of the task shall stop: who waits there for a next try is let go, and finds out.
  void cancelled(TaskState task, Branch branch, Decision out) {
    var id = task.start().task();
    for (var timer : live.tries(id)) {
      if (timer.place() != null && timer.place().branch().within(branch)) {
        live.drop(timer);
        out.act(new Action.Proceed(id, timer.place(), Action.NO_BARRIER));
      }
    }
  }

  /// A timer that [#set] is due.
  void due(Timer timer, Place place, Decision out) {
    live.drop(timer);
    var task = state.task(timer.task());
    var waiting = waiting(timer.task(), place);
    if (task == null || waiting == null || !(waiting.effect() instanceof Effect.Perform p)) {
      return;
    }
    var options = p.options();
    switch (timer.kind()) {
      case TRY -> proceed(timer.task(), place, p, task.lastOffset(), out);
      case TIMEOUT ->
          giveUp(timer, place, "took longer than " + options.timeoutMillis() + " ms", out);
      case HEARTBEAT ->
          giveUp(
              timer, place, "gave no sign of life for " + options.heartbeatMillis() + " ms", out);
      case TELLING, CANCELLATION, SLEEP, DEADLINE, RETRY, SCHEDULE, QUEUE, TRIAL ->
          throw new IllegalArgumentException("no timer of a try: " + timer);
    }
  }

  private static void giveUp(Timer timer, Place place, String why, Decision out) {
    out.act(new Action.TimeOut(timer.task(), place, why));
  }

  private TaskState.@Nullable Waiting waiting(TaskId id, Place place) {
    var task = state.task(id);
    return task == null ? null : task.waiting().get(place);
  }
}
