package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Place;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.index.Status;
import java.util.ArrayList;
import java.util.List;

/// Why a task stands where it stands (E10): for what, since when, and on whom.
///
/// @param forWhat the effect, or what has to happen
/// @param on who has to act
public record Why(String forWhat, long sinceMillis, String on) {
  private static final String NODE = "a program that opens this data directory";

  /// The places of a live task that wait.
  static List<TaskStory.Wait> waits(EngineState state, TaskId id) {
    var waits = new ArrayList<TaskStory.Wait>();
    var task = state.task(id);
    if (task != null) {
      task.waiting()
          .forEach((place, waiting) -> {
            var on = waiting.effect() instanceof Effect.Await a ? status(state, a.task()) : null;
            waits.add(new TaskStory.Wait(place.toString(), waiting, on));
          });
    }
    return waits;
  }

  private static String status(EngineState state, TaskId id) {
    var live = state.task(id);
    if (live != null) {
      return TaskRows.status(live).text();
    }
    var ended = state.endedTask(id);
    return ended == null ? "unknown" : Status.of(ended.status()).text();
  }

  /// All reasons; at least one.
  public static List<Why> of(TaskStory story) {
    return switch (story.row().status()) {
      case QUEUED -> List.of(queued(story));
      case PAUSED -> List.of(paused(story));
      case DIVERGED -> List.of(diverged(story));
      case WAITING -> story.waiting().stream().map(w -> waiting(story, w)).toList();
      case RUNNING -> List.of(running(story));
      case DONE, FAILED, CANCELLED, IMPORTED -> List.of(ended(story));
    };
  }

  private static Why waiting(TaskStory story, TaskStory.Wait wait) {
    var effect = wait.waiting().effect();
    var forWhat = Describe.effect(effect) + " at " + wait.place();
    long since = wait.waiting().sinceMillis();
    return switch (effect) {
      case Effect.Sleep s ->
          new Why(
              forWhat,
              since,
              "the clock: it is due at " + Times.second(since + s.duration().toMillis()));
      case Effect.Await a ->
          new Why(forWhat, since, "task " + a.task() + ", which is " + wait.on());
      case Effect.Receive r ->
          new Why(
              forWhat,
              since,
              "somebody: `perdure task send " + story.id() + " " + r.name() + " VALUE`");
      case Effect.Perform p ->
          new Why(
              forWhat + tries(p, wait.waiting()),
              since,
              NODE + " and has an implementation of " + p.name());
      default -> new Why(forWhat, since, NODE);
    };
  }

  private static String tries(Effect.Perform effect, TaskState.Waiting waiting) {
    var failed = waiting.failed();
    return failed == null
        ? ""
        : "; try "
            + (failed.tries() + 1)
            + " of "
            + effect.options().retry().triesMax()
            + ", due at "
            + Times.second(failed.retryAtMillis())
            + ", for the last one threw "
            + failed.why();
  }

  /// In a line, for whoever runs the data directory.
  ///
  /// @param forWhat as here
  /// @param on as here
  public static String line(String forWhat, String on) {
    return on.startsWith(NODE) ? forWhat : forWhat + ", on " + on;
  }

  private static Why queued(TaskStory story) {
    var turn = story.turn();
    var queued = story.past().newest(Event.Queued.class);
    long since = queued == null ? story.row().startedMillis() : queued.atMillis();
    if (turn == null) {
      return new Why("its turn", since, NODE);
    }
    return new Why(
        "its turn, " + turn.before() + " before it" + until(turn.queueing()),
        since,
        turn.limit().isNone()
            ? "the clock"
            : "the limit " + Describe.limit(turn.limit()) + "; " + turn.running() + " run");
  }

  private static String until(Queueing queueing) {
    var debounce = queueing.debounce();
    return (queueing.notBeforeMillis() > 0
            ? ", not before " + Times.second(queueing.notBeforeMillis())
            : "")
        + (debounce == null ? "" : ", put off by starts under the debounce key " + debounce.key());
  }

  private static Why paused(TaskStory story) {
    var resume = "a person: `perdure task resume " + story.id() + "`";
    var crash = story.past().newest(Event.Crashed.class);
    var pause = story.past().newest(Event.Paused.class);
    if (pause != null && (crash == null || pause.atMillis() >= crash.atMillis())) {
      var why = pause.change().why().isEmpty() ? "" : ": " + pause.change().why();
      return new Why(
          "being resumed; paused by " + pause.change().who() + why + before(story),
          pause.atMillis(),
          resume);
    }
    return crash == null
        ? running(story)
        : new Why(
            "being resumed; it crashed too often: " + crash.why() + before(story),
            crash.atMillis(),
            resume);
  }

  /// Where the task was when it was stopped.
  private static String before(TaskStory story) {
    return switch (story.past().lastEffect()) {
      case Event.Asked e -> last(e.effect(), e.place());
      case Event.Recorded e -> last(e.effect(), e.place());
      case null, default -> "; it has asked no effect yet";
    };
  }

  private static String last(Effect effect, Place place) {
    return "; its last effect was " + Describe.effect(effect) + " at " + place;
  }

  private static Why diverged(TaskStory story) {
    var diverged = story.past().newest(Event.Diverged.class);
    return diverged == null
        ? running(story)
        : new Why(
            "code that fits its history; " + diverged.divergence().text(),
            diverged.atMillis(),
            "a person: deploy or route such code, then `perdure task resume " + story.id() + "`");
  }

  private static Why running(TaskStory story) {
    return story.past().last() instanceof Event.Crashed crash
        ? new Why(
            "the next attempt, due at " + Times.second(crash.retryAtMillis()) + "; " + crash.why(),
            crash.atMillis(),
            NODE)
        : new Why("its own code to go on" + before(story), story.past().lastMillis(), NODE);
  }

  private static Why ended(TaskStory story) {
    var status = story.row().status();
    return new Why(
        status == Status.IMPORTED
            ? "nothing: it is here to be replayed"
            : "nothing: it is " + status.text(),
        story.past().lastMillis(),
        "nobody; `perdure task show " + story.id() + "` has its outcome");
  }
}
