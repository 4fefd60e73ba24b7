package dev.perdure.node;

import dev.perdure.engine.Action.Recall;
import dev.perdure.engine.Event;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Input;
import dev.perdure.engine.Outcome;
import dev.perdure.log.LogCode;
import dev.perdure.value.PerdureException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongFunction;

/// Looks up in the log how tasks ended, for tasks that await them. A look that fails, as while a
/// disk is not there, is taken again after a second, then after two and so on up to a minute, as
/// long as somebody waits for it; no thread waits meanwhile.
///
/// A look has a thread of its own; the rest is for the writer's thread.
final class Recalls {
  private static final Logger LOGGER = System.getLogger("perdure.tasks");
  private static final long PAUSE_MILLIS = 1_000;
  private static final long PAUSE_MILLIS_MAX = 60_000;

  private final Threads threads;
  private final InputQueue inputs;
  private final LongFunction<Outcome> ends;
  private final Function<Recall, Wish> wishes;
  private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
  private List<Resting> resting = new ArrayList<>();

  /// Whether a task wants to be told what it awaits.
  enum Wish {
    /// It runs.
    NOW,
    /// It stands still.
    LATER,
    /// It waits for that no longer.
    NEVER
  }

  /// A look that failed, and how long it rests.
  private record Failed(Recall recall, long pauseMillis) {}

  private record Resting(Failed look, long sinceMillis) {
    /// A clock that was set back ends every wait.
    boolean isOver(long nowMillis) {
      return nowMillis < sinceMillis || nowMillis - sinceMillis >= look.pauseMillis();
    }
  }

  /// @param inputs get what is found
  /// @param ends reads how the task ended whose last event is at an offset
  /// @param wishes asked on the writer's thread
  Recalls(
      Threads threads,
      InputQueue inputs,
      LongFunction<Outcome> ends,
      Function<Recall, Wish> wishes) {
    this.threads = threads;
    this.inputs = inputs;
    this.ends = ends;
    this.wishes = wishes;
  }

  /// Looks something up.
  void begin(Recall recall) {
    begin(recall, PAUSE_MILLIS);
  }

  private void begin(Recall recall, long pauseMillis) {
    threads.start("recall", () -> recall(recall, pauseMillis));
  }

  private void recall(Recall recall, long pauseMillis) {
    try {
      tell(recall, ends.apply(recall.endOffset()));
    } catch (PerdureException e) {
      if (e.code() == LogCode.LOG_DROPPED) {
        tell(recall, forgotten());
        return;
      }
      LOGGER.log(
          Logger.Level.WARNING,
          "task {0} waits on, for how the task that it awaits ended cannot be read: {1}",
          recall.task(),
          e.problem().text());
      failed.add(new Failed(recall, pauseMillis));
    }
  }

  private void tell(Recall recall, Outcome outcome) {
    inputs.addAndWake(
        new Input.FromTask(new Event.Answered(recall.task(), recall.place(), outcome)));
  }

  /// As for who asks after that: there is no such task.
  private static Outcome forgotten() {
    return new Outcome.Threw(
        Failure.of(
            "java.lang.IllegalArgumentException",
            "the awaited task has ended, and was forgotten before its outcome was read"));
  }

  /// Takes the looks again whose time has come. Called once a turn.
  void look(long nowMillis) {
    for (var one = failed.poll(); one != null; one = failed.poll()) {
      resting.add(new Resting(one, nowMillis));
    }
    if (resting.isEmpty() || resting.stream().noneMatch(one -> one.isOver(nowMillis))) {
      return;
    }
    var before = resting;
    resting = new ArrayList<>();
    for (var one : before) {
      if (one.isOver(nowMillis)) {
        again(one.look(), nowMillis);
      } else {
        resting.add(one);
      }
    }
  }

  private void again(Failed look, long nowMillis) {
    switch (wishes.apply(look.recall())) {
      case NOW -> begin(look.recall(), Math.min(2 * look.pauseMillis(), PAUSE_MILLIS_MAX));
      case LATER -> resting.add(new Resting(look, nowMillis));
      case NEVER -> {}
    }
  }

  /// How many looks rest; for tests.
  int size() {
    return resting.size();
  }
}
