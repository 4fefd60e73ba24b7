package dev.perdure.server;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.index.Status;
import dev.perdure.node.Node;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.Why;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at a task that somebody waits for, again and again: whether it can come to its end here.
/// Belongs to one thread.
final class TaskWatch {
  /// So many looks at a task that waits for a halted one, between which nothing happens to it, tell
  /// that no other branch of it is about to go on.
  static final int LOOKS_MAX = 20;

  private final Node node;
  private final TaskId task;
  private Look look = new Look(Optional.empty(), -1);
  private int looks;

  TaskWatch(Node node, TaskId task) {
    this.node = node;
    this.task = task;
  }

  /// How the task stood at a look.
  ///
  /// @param halted the halted task that keeps it from going on, if there is one
  /// @param lastOffset of its newest event; -1 if it has ended
  private record Look(Optional<TaskId> halted, long lastOffset) {}

  /// Looks whether the task can come to its end without anybody else's doing.
  ///
  /// @throws PerdureException `TASK_PAUSED`, `DIVERGED`, `EFFECT_UNBOUND`
  void check() {
    var now = node.read(this::look);
    looks = now.equals(look) ? looks + 1 : 1;
    look = now;
    if (now.halted().isPresent()) {
      var halted = now.halted().get();
      if (halted.equals(task) || looks >= LOOKS_MAX) {
        throw standsStill(TaskStory.of(node, halted));
      }
    }
    node.read(state -> waits(state, task)).forEach(this::checkBound);
  }

  private Look look(EngineState state) {
    var live = state.task(task);
    return new Look(halted(state, task, new HashSet<>()), live == null ? -1 : live.lastOffset());
  }

  /// The halted task that keeps this one from going on: itself, or one that each of its places that
  /// wait is on. Empty if there is none.
  ///
  /// @param path the tasks that led here: those that await each other in a circle are passed once
  private static Optional<TaskId> halted(EngineState state, TaskId id, Set<TaskId> path) {
    var task = state.task(id);
    if (task == null || !path.add(id)) {
      return Optional.empty();
    }
    if (task.status() == TaskStatus.QUEUED) {
      return Optional.empty();
    }
    if (task.status() != TaskStatus.RUNNING) {
      return Optional.of(id);
    }
    Optional<TaskId> first = Optional.empty();
    for (var waiting : task.waiting().values()) {
      first =
          waiting.effect() instanceof Effect.Await a
              ? halted(state, a.task(), path)
              : Optional.empty();
      if (first.isEmpty()) {
        break;
      }
    }
    path.remove(id);
    return first;
  }

  private PerdureException standsStill(TaskStory story) {
    var id = story.id();
    var whose = id.equals(task) ? "" : ", which task " + task + " waits for,";
    boolean diverged = story.row().status() == Status.DIVERGED;
    var stands = diverged ? " has diverged and waits for " : " is paused and waits for ";
    var mend = diverged ? "Deploy or route such code" : "Mend the cause";
    return Problem.of(
            diverged ? EngineCode.DIVERGED : ServerCode.TASK_PAUSED,
            "task " + id + whose + stands + Why.of(story).getFirst().forWhat(),
            mend
                + ", then let it go on with `perdure task resume "
                + id
                + "`, or give it up with `perdure task cancel "
                + id
                + "`; call with the same --key to join it")
        .exception();
  }

  /// What the task and its children wait for.
  private static List<TaskState.Waiting> waits(EngineState state, TaskId id) {
    var task = state.task(id);
    var waits = new ArrayList<TaskState.Waiting>();
    if (task != null) {
      waits.addAll(task.waiting().values());
      task.children().forEach(child -> waits.addAll(waits(state, child)));
    }
    return waits;
  }

  /// An effect that nobody performs would be waited for without end.
  private void checkBound(TaskState.Waiting waiting) {
    if (waiting.effect() instanceof Effect.Perform p && !node.bound().contains(p.name())) {
      throw Problem.of(
              ServerCode.EFFECT_UNBOUND,
              "the task waits for " + p.name() + "/" + p.method() + ", which nobody performs here",
              "Call, or serve, with --bind "
                  + p.name()
                  + "=CLASS --classpath JAR; the task is kept, so use"
                  + " --key to join it")
          .exception();
    }
  }
}
