package dev.perdure.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine keeps of a task that has not ended. Written by [EngineState] only.
public final class TaskState {
  final Event.Started start;
  final long startOffset;
  long lastOffset;
  TaskStatus status = TaskStatus.RUNNING;
  String why = "";
  boolean suspended;
  int crashes;
  long retryAtMillis;
  Map<Place, Waiting> waiting = Map.of();
  Map<Place, String> untold = Map.of();
  final Mailbox mailbox = new Mailbox();
  final Cancellations cancellations = new Cancellations();
  Set<TaskId> children = Set.of();
  Set<Awaiting> awaiting = Set.of();
  Map<FunctionName, Version> overrides;
  Set<Version> chosen = Set.of();

  TaskState(Event.Started start, long offset) {
    this.start = start;
    this.startOffset = offset;
    this.lastOffset = offset;
    this.overrides = start.options().overrides();
  }

  /// An effect the task waits for.
  ///
  /// @param offset of the event that asked
  /// @param failed the last try of it that failed; null if none did
  public record Waiting(Effect effect, long sinceMillis, long offset, @Nullable Failed failed) {
    Waiting(Effect effect, long sinceMillis, long offset) {
      this(effect, sinceMillis, offset, null);
    }

    /// The same after another try that failed.
    Waiting failed(Event.TryFailed e) {
      return new Waiting(
          effect,
          sinceMillis,
          offset,
          new Failed(tries() + 1, e.failure().toString(), e.retryAtMillis()));
    }

    /// How many tries of it have failed.
    public int tries() {
      return failed == null ? 0 : failed.tries();
    }

    /// When it is, or was, tried again; 0 if no try of it has failed.
    long retryAtMillis() {
      return failed == null ? 0 : failed.retryAtMillis();
    }

    /// When a sleep ends; only for sleeps.
    long dueMillis() {
      return ((Effect.Sleep) effect).duration().toMillis() + sinceMillis;
    }
  }

  /// Tries of an effect that failed.
  ///
  /// @param tries how many
  /// @param why the last one did
  /// @param retryAtMillis when the next one begins, or began
  public record Failed(int tries, String why, long retryAtMillis) {}

  /// A place of another task that waits for this one's end.
  record Awaiting(TaskId task, Place place) {}

  /// The event that made the task.
  public Event.Started start() {
    return start;
  }

  /// The offset of its newest event: the end from which its history is read.
  public long lastOffset() {
    return lastOffset;
  }

  /// Where it stands.
  public TaskStatus status() {
    return status;
  }

  /// Why it is paused or diverged; empty if it is neither.
  public String why() {
    return why;
  }

  /// Whether its next attempt begins only when something is answered that it waits for.
  public boolean suspended() {
    return suspended;
  }

  /// When its next attempt begins, or began, after its last crash; 0 if it has not crashed or a
  /// person has to resume it.
  public long retryAtMillis() {
    return retryAtMillis;
  }

  /// What it waits for, by place.
  public Map<Place, Waiting> waiting() {
    return waiting;
  }

  /// What was sent to it.
  public Mailbox mailbox() {
    return mailbox;
  }

  /// Children that have not ended.
  public Set<TaskId> children() {
    return children;
  }

  /// Versions that serve this task whatever the routes say.
  public Map<FunctionName, Version> overrides() {
    return overrides;
  }

  /// Versions that its history says a call was served by, beside those that its start gives.
  public Set<Version> chosen() {
    return chosen;
  }

  /// Which of its branches shall stop.
  public Cancellations cancellations() {
    return cancellations;
  }

  void wait(Place place, Waiting effect) {
    waiting = mutable(waiting);
    waiting.put(place, effect);
  }

  /// The effect asked at the place goes on waiting, for its next try.
  ///
  /// @return false if nothing waits there
  boolean failed(Event.TryFailed e) {
    return waiting.computeIfPresent(e.place(), (_, w) -> w.failed(e)) != null;
  }

  @Nullable Waiting answer(Place place) {
    if (!untold.isEmpty()) {
      untold.remove(place);
    }
    return waiting.isEmpty() ? null : waiting.remove(place);
  }

  /// Makes the branch and all inside it stop. What waits for the engine there, and does not clean
  /// up already, is still to be told.
  void stop(Branch branch, String why) {
    cancellations.cancel(branch, why);
    waiting.forEach((place, w) -> {
      if (!(w.effect() instanceof Effect.Perform)
          && place.branch().within(branch)
          && !cancellations.toldWithin(place.branch(), branch)) {
        untold = mutable(untold);
        untold.putIfAbsent(place, why);
      }
    });
  }

  /// The next places whose branches are to be told that they shall stop, each with the reason.
  Map<Place, String> untold(int atMost) {
    var next = new LinkedHashMap<Place, String>();
    untold.entrySet().stream().limit(atMost).forEach(e -> next.put(e.getKey(), e.getValue()));
    return next;
  }

  void adopt(TaskId child) {
    children = mutable(children);
    children.add(child);
  }

  void orphan(TaskId child) {
    if (!children.isEmpty()) {
      children.remove(child);
    }
  }

  void await(Awaiting by) {
    awaiting = mutable(awaiting);
    awaiting.add(by);
  }

  void override(FunctionName function, Version version) {
    overrides = new HashMap<>(overrides);
    overrides.put(function, version);
  }

  void choose(Version version) {
    chosen = mutable(chosen);
    chosen.add(version);
  }

  private static <K, V> Map<K, V> mutable(Map<K, V> map) {
    return map.isEmpty() && !(map instanceof LinkedHashMap) ? new LinkedHashMap<>(4) : map;
  }

  private static <T> Set<T> mutable(Set<T> set) {
    return set.isEmpty() && !(set instanceof LinkedHashSet) ? new LinkedHashSet<>(4) : set;
  }
}
