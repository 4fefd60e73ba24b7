package dev.perdure.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine keeps of a task that has not ended. Written by [EngineState] only.
public final class TaskState implements Kept {
  private static final long NONE = -1;

  Event.Started start;
  final long startOffset;
  long lastOffset;
  long checkpoint = NONE;
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
  boolean coolable;
  Map<FunctionName, Version> overrides;
  Set<Served> chosen = Set.of();

  TaskState(Event.Started start, long offset) {
    this.start = start;
    this.startOffset = offset;
    this.lastOffset = offset;
    this.overrides = start.options().overrides();
  }

  /// As it stood at a checkpoint.
  TaskState(Event.Checkpointed at, long checkpointOffset) {
    this(at.summary().start(), at.summary().startOffset());
    overrides = at.summary().overrides();
    at.summary().chosen().forEach(this::choose);
    at.summary().children().forEach(this::adopt);
    checkpointed(checkpointOffset);
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

  /// Folds the next event of its own history in. What it means to other tasks, and to what is due,
  /// is left to [EngineState].
  void apply(Event.OfTask event, long offset) {
    lastOffset = offset;
    switch (event) {
      case Event.Recorded e -> recorded(e);
      case Event.Asked e -> wait(e.place(), new Waiting(e.effect(), e.atMillis(), offset));
      case Event.Answered e -> answered(e);
      case Event.TryFailed e -> tryFailed(e);
      case Event.Sent e -> mailbox.take(e);
      case Event.BranchCancelled e -> stop(e.branch(), e.why());
      case Event.CancelRequested e -> {
        stop(Branch.ROOT, e.change().why());
        resume();
      }
      case Event.Suspended _ -> suspended = true;
      case Event.Checkpointed _ -> checkpointed(offset);
      case Event.Queued _ -> status = TaskStatus.QUEUED;
      case Event.Begun _ -> status = TaskStatus.RUNNING;
      case Event.Debounced e -> become(start.after(e));
      case Event.Paused e -> halt(TaskStatus.PAUSED, e.change().why());
      case Event.Resumed _ -> resume();
      case Event.Crashed e -> crashed(e);
      case Event.Diverged e -> halt(TaskStatus.DIVERGED, e.divergence().text());
      case Event.Migrated e -> migrated(e);
      case Event.Overridden e -> override(e.function(), e.version());
      case Event.Shadowed _, Event.Finished _ -> {}
      case Event.Started _, Event.Imported _ ->
          throw new IllegalStateException("task " + event.task() + " has begun already");
    }
  }

  private void recorded(Event.Recorded e) {
    if (e.outcome() instanceof Outcome.Returned r) {
      if (e.effect() instanceof Effect.Choose c) {
        choose(new Served(c.function(), new Version(r.value().text())));
      } else if (e.effect() instanceof Effect.StartTask) {
        adopt(r.value().taskId());
      }
    }
  }

  private void checkpointed(long offset) {
    lastOffset = offset;
    checkpoint = offset;
    crashes = 0;
    retryAtMillis = 0;
  }

  /// What the code held that ran before is nothing to the code that runs from now on.
  private void migrated(Event.Migrated e) {
    become(start.bound(e.binding()));
    forgetCheckpoint();
  }

  private void forgetCheckpoint() {
    checkpoint = NONE;
  }

  /// What its history comes to, for a checkpoint; null if that cannot be said in few words: it
  /// waits for something, stops, or has messages or many children.
  @Nullable TaskSummary summary() {
    boolean plain =
        status == TaskStatus.RUNNING
            && !suspended
            && waiting.isEmpty()
            && untold.isEmpty()
            && cancellations.isEmpty()
            && mailbox.isEmpty()
            && children.size() <= Limits.CHECKPOINT_CHILDREN_MAX;
    return plain ? new TaskSummary(start, startOffset, overrides, chosen, children) : null;
  }

  private void tryFailed(Event.TryFailed e) {
    if (waiting.computeIfPresent(e.place(), (_, w) -> w.failed(e)) == null) {
      throw new IllegalStateException("nothing asked at " + e.place() + " of task " + e.task());
    }
    crashes = 0;
  }

  private void answered(Event.Answered e) {
    if (!untold.isEmpty()) {
      untold.remove(e.place());
    }
    var answered = waiting.isEmpty() ? null : waiting.remove(e.place());
    if (answered == null) {
      throw new IllegalStateException("two outcomes at " + e.place() + " of task " + e.task());
    }
    suspended = false;
    crashes = 0;
    if (answered.effect() instanceof Effect.Receive r && e.outcome() instanceof Outcome.Returned) {
      mailbox.received(r);
    }
    if (e.outcome() instanceof Outcome.Cancelled) {
      cancellations.tell(e.place().branch());
    }
  }

  private void halt(TaskStatus as, String because) {
    status = as;
    why = because;
  }

  private void resume() {
    status = TaskStatus.RUNNING;
    why = "";
    crashes = 0;
    suspended = false;
  }

  private void crashed(Event.Crashed e) {
    crashes++;
    retryAtMillis = e.retryAtMillis();
    if (e.retryAtMillis() == 0) {
      halt(TaskStatus.PAUSED, e.why());
    }
  }

  /// Whether no attempt of it has anything to do.
  boolean stands() {
    return status != TaskStatus.RUNNING || suspended;
  }

  /// About the bytes that this takes in memory.
  long bytes() {
    return Limits.TASK_BYTES + start.arguments().heldBytes() + mailbox.bytes();
  }

  @Override
  public Version version() {
    return start.version();
  }

  @Override
  public Revision routes() {
    return start.routes();
  }

  /// The event that made the task, as the task is now: see [Event.Started#of].
  public Event.Started start() {
    return start;
  }

  /// The offset of its newest event: the end from which its history is read.
  @Override
  public long lastOffset() {
    return lastOffset;
  }

  /// The offset from which its history has to be read: that of its last checkpoint, or of its first
  /// event if it has none.
  @Override
  public long readFrom() {
    return hasCheckpoint() ? checkpoint : startOffset;
  }

  /// Whether the code that runs it has left a checkpoint.
  public boolean hasCheckpoint() {
    return checkpoint != NONE;
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

  /// Which versions its history says calls were served by, beside those that its start gives.
  @Override
  public Set<Served> chosen() {
    return chosen;
  }

  /// Which of its branches shall stop.
  public Cancellations cancellations() {
    return cancellations;
  }

  private void wait(Place place, Waiting effect) {
    waiting = mutable(waiting);
    waiting.put(place, effect);
  }

  /// Makes the branch and all inside it stop. What waits for the engine there, and does not clean
  /// up already, is still to be told.
  private void stop(Branch branch, String why) {
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

  private void adopt(TaskId child) {
    children = mutable(children);
    children.add(child);
  }

  /// Forgets the children that have ended.
  void keepChildren(Set<TaskId> living) {
    if (!children.isEmpty()) {
      children.retainAll(living);
    }
  }

  void orphan(TaskId child) {
    if (!children.isEmpty()) {
      children.remove(child);
    }
  }

  private void override(FunctionName function, Version version) {
    overrides = new HashMap<>(overrides);
    overrides.put(function, version);
  }

  /// Versions that were set for the task alone stand.
  private void become(Event.Started newStart) {
    var merged = new HashMap<>(overrides);
    merged.entrySet().removeAll(start.options().overrides().entrySet());
    newStart.options().overrides().forEach(merged::putIfAbsent);
    start = newStart;
    overrides = merged;
  }

  private void choose(Served served) {
    chosen = mutable(chosen);
    chosen.add(served);
  }

  /// Whether its history says that a call of the function was served by the version.
  boolean wasServed(FunctionName function, Version version) {
    return (start.function().equals(function) && start.version().equals(version))
        || chosen.contains(new Served(function, version));
  }

  private static <K, V> Map<K, V> mutable(Map<K, V> map) {
    return map.isEmpty() && !(map instanceof LinkedHashMap) ? new LinkedHashMap<>(4) : map;
  }

  private static <T> Set<T> mutable(Set<T> set) {
    return set.isEmpty() && !(set instanceof LinkedHashSet) ? new LinkedHashSet<>(4) : set;
  }
}
