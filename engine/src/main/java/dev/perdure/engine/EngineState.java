package dev.perdure.engine;

import dev.perdure.value.Hash;
import dev.perdure.value.MapValue;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything the engine knows, as a fold over its log: [#apply] is the one function that live
/// running, recovery, replay and simulation use. Confined to its writer's thread; it is changed in
/// place, but means what a fold means, and a test rebuilds it from the log and compares.
public final class EngineState {
  long epoch;
  long lastOffset = -1;
  final TreeMap<Version, UniverseInfo> universes = new TreeMap<>();
  final TreeMap<Version, UniverseInfo> removed = new TreeMap<>();
  final Map<Version, Map<FunctionName, Version>> previous = new TreeMap<>();
  final TreeMap<Revision, Integer> liveByRevision = new TreeMap<>();
  final List<RouteTable> revisions = new ArrayList<>(List.of(RouteTable.EMPTY));
  RouteTable runningRoutes = RouteTable.EMPTY;
  final Map<TaskId, TaskState> forced = new LinkedHashMap<>();
  final Past past;
  final LiveTasks tasks;
  final Map<TaskId, Set<Awaiting>> awaited = new HashMap<>();
  final Shared<FunctionName> functions = new Shared<>();
  final Shared<Version> versions = new Shared<>();
  final EndedTasks ended = new EndedTasks();
  final Map<TaskId, ImportedTask> imported = new HashMap<>();
  final Map<String, Keyed> keys = new HashMap<>();
  final SequencedMap<TaskId, TaskState> untold = new LinkedHashMap<>();
  final SequencedMap<TaskId, Change> dueCancellations = new LinkedHashMap<>();
  final TreeSet<Timer> timers = new TreeSet<>();
  final Map<ShadowCount.Key, ShadowCount> shadows = new TreeMap<>();
  final Schedules schedules = new Schedules();
  final Queues queues = new Queues();
  final Trials trials = new Trials();
  final Lineage lineage = new Lineage();

  /// The state of an empty log, all of it in memory.
  public EngineState() {
    this(Past.none(), Long.MAX_VALUE);
  }

  /// The state of an empty log.
  ///
  /// @param past where the histories are that are not kept
  /// @param warmBytesMax about the bytes that tasks may take which wait for long or stand still; of
  ///   the others only the place of their history is kept
  public EngineState(Past past, long warmBytesMax) {
    this.past = past;
    this.tasks = new LiveTasks(past, warmBytesMax);
  }

  /// Folds one event in.
  ///
  /// @param offset of the event in the log; greater than that of every event before
  public void apply(Event event, long offset) {
    lastOffset = offset;
    switch (event) {
      case Event.OfTask e -> applyToTask(e, offset);
      case Event.Opened e -> opened(e);
      case Event.Accepted e -> lineage.accepted(e.owner());
      case Event.Forked e -> lineage.forked(e.fork());
      case Event.Deployed e -> deployed(e);
      case Event.Removed e -> removed(e);
      case Event.Routed e -> routed(e);
      case Event.ShadowsDropped e -> shadowCount(e.compared()).drop(e.calls());
      case Event.Declared e -> schedules.declared(e);
      case Event.Limited e -> queues.limited(e);
      case Event.Forgotten e -> forgotten(e);
      case Event.OfSchedule e -> schedules.apply(e, offset);
    }
  }

  private void opened(Event.Opened e) {
    epoch = e.epoch();
    lineage.opened(e.owner());
  }

  private void applyToTask(Event.OfTask event, long offset) {
    var elsewhere = imported.isEmpty() ? null : imported.get(event.task());
    if (elsewhere != null) {
      elsewhere.apply(event, offset);
      return;
    }
    if (!begins(event) && !knows(event.task())) {
      return; // the beginning of a task that is forgotten further on was dropped already
    }
    switch (event) {
      case Event.Imported e -> imported.put(e.task(), new ImportedTask(e, offset));
      case Event.Started e -> started(e, offset);
      case Event.Shadowed e -> shadowed(e, offset);
      case Event.Overridden e when ended.get(e.task()) != null -> {
        var task = existingEnded(e.task());
        ended.put(e.task(), task.overridden(e.function(), e.version(), offset));
      }
      case Event.Queued e -> queued(applied(e, offset), e, offset);
      case Event.Begun e -> begun(e, offset);
      case Event.Debounced e -> debounced(e, offset);
      case Event.Asked e -> asked(applied(e, offset), e);
      case Event.Answered e -> answered(e, offset);
      case Event.BranchCancelled e -> toBeTold(applied(e, offset));
      case Event.CancelRequested e -> cancelRequested(applied(e, offset), e);
      case Event.Suspended e -> tasks.mayCool(applied(e, offset));
      case Event.Paused e -> tasks.mayCool(applied(e, offset));
      case Event.Diverged e -> diverged(applied(e, offset));
      case Event.Overridden e -> forced.put(e.task(), applied(e, offset));
      case Event.Migrated e -> become(e, offset);
      case Event.Finished e -> finished(applied(e, offset), e, offset);
      case Event.Recorded e -> applied(e, offset);
      case Event.Checkpointed e -> applied(e, offset);
      case Event.TryFailed e -> applied(e, offset);
      case Event.Sent e -> applied(e, offset);
      case Event.Resumed e -> applied(e, offset);
      case Event.Crashed e -> crashed(applied(e, offset), e);
    }
  }

  private static boolean begins(Event.OfTask event) {
    return event instanceof Event.Started || event instanceof Event.Imported;
  }

  /// Whether the task has begun and not ended.
  public boolean lives(TaskId task) {
    return tasks.contains(task);
  }

  /// Whether there is such a task: one that lives, or has ended and is kept, or was imported.
  public boolean knows(TaskId task) {
    return tasks.contains(task) || ended.get(task) != null || imported.containsKey(task);
  }

  /// Fails if a decision says something of a task that is not known.
  void checkKnown(Event event) {
    if (event instanceof Event.OfTask e && !begins(e) && !knows(e.task())) {
      throw new IllegalStateException("there is no task " + e.task() + " for " + event);
    }
  }

  private void forgotten(Event.Forgotten e) {
    ended.forget(
        e.below(),
        tasks::contains,
        (id, task) -> {
          if (task.key() != null) {
            keys.remove(task.key());
          }
        });
    imported.values().removeIf(task -> task.lastOffset() < e.below());
    trials.counted(e.remains().trials());
    e.remains().shadows().forEach((key, count) -> shadowCount(key).counted(count, e.below()));
    queues.forget(e.below());
  }

  /// Below which offset tasks are to be forgotten that ended at a time or before; not above
  /// [#forgottenBelow] if there are none.
  long toForget(long endedByMillis) {
    return ended.toForget(endedByMillis, Limits.FORGOTTEN_AT_ONCE_MAX);
  }

  /// The highest offset below which tasks were forgotten.
  public long forgottenBelow() {
    return ended.forgottenBelow();
  }

  /// What is to be said of all tasks so far when some are forgotten.
  Remains remains() {
    return Remains.of(trials.all(), shadows);
  }

  /// The task, which is from now on as if it had been started otherwise.
  private TaskState become(Event.OfTask e, long offset) {
    leave(existing(e.task(), offset).routes());
    var task = applied(e, offset);
    liveByRevision.merge(task.routes(), 1, Integer::sum);
    if (task.overrides().isEmpty()) {
      forced.remove(e.task());
    } else {
      forced.put(e.task(), task);
    }
    return task;
  }

  private void leave(Revision revision) {
    liveByRevision.merge(revision, -1, (n, m) -> n + m == 0 ? null : n + m);
  }

  private void diverged(TaskState task) {
    tasks.mayCool(task);
    trials.ended(task, true);
  }

  private void crashed(TaskState task, Event.Crashed e) {
    if (e.retryAtMillis() == 0) {
      trials.ended(task, true);
    }
  }

  /// The task, which lives, with the event folded in: the writer reports no fact of a task before
  /// its start or after its end, and the log keeps the writer's order.
  private TaskState applied(Event.OfTask event, long offset) {
    var task = existing(event.task(), offset);
    task.apply(event, offset);
    return task;
  }

  private TaskState existing(TaskId id, long offset) {
    var task = tasks.get(id);
    if (task == null) {
      throw new IllegalStateException(
          "event at " + offset + " of task " + id + ", which is not live");
    }
    return task;
  }

  private EndedTask existingEnded(TaskId id) {
    var task = ended.get(id);
    if (task == null) {
      throw new IllegalStateException("task " + id + " has not ended");
    }
    return task;
  }

  private void deployed(Event.Deployed e) {
    universes.put(e.version(), e.universe());
    removed.remove(e.version());
    var fresh = new TreeMap<FunctionName, Policy>();
    var replaced = new TreeMap<FunctionName, Version>();
    for (var function : e.universe().functions().keySet()) {
      var policy = routes().policy(function);
      if (policy == null) {
        fresh.put(function, new Policy.Primary(e.version()));
      } else {
        replaced.put(function, policy.primaryVersion());
      }
    }
    previous.put(e.version(), Collections.unmodifiableMap(replaced));
    if (!fresh.isEmpty()) {
      revisions.add(routes().with(fresh));
    }
  }

  private void removed(Event.Removed e) {
    var universe = universes.remove(e.version());
    if (universe != null) {
      removed.put(e.version(), universe);
    }
  }

  private void routed(Event.Routed e) {
    revisions.add(routes().with(e.changes()));
    trials.routed(e.changes());
    if (e.running()) {
      runningRoutes = routes();
    }
  }

  private void started(Event.Started e, long offset) {
    var task = new TaskState(e, offset);
    tasks.add(task);
    if (!task.overrides().isEmpty()) {
      forced.put(e.task(), task);
    }
    liveByRevision.merge(e.routes(), 1, Integer::sum);
    if (e.options().key() != null) {
      keys.put(e.options().key(), Keyed.of(e));
    }
    windDeadline(e);
  }

  private void windDeadline(Event.Started start) {
    if (start.options().deadlineMillis() > 0) {
      timers.add(Timer.deadline(start.task(), start.options().deadlineMillis()));
    }
  }

  private void queued(TaskState task, Event.Queued e, long offset) {
    queues.queued(task.start(), e, offset);
    tasks.mayCool(task);
  }

  private void begun(Event.Begun e, long offset) {
    applied(e, offset);
    queues.begun(e, offset);
  }

  private void debounced(Event.Debounced e, long offset) {
    long deadline = existing(e.task(), offset).start().options().deadlineMillis();
    timers.remove(Timer.deadline(e.task(), deadline));
    var task = become(e, offset);
    windDeadline(task.start());
    queues.debounced(e);
    tasks.mayCool(task);
  }

  private void asked(TaskState task, Event.Asked e) {
    if (e.effect() instanceof Effect.Sleep) {
      var due = Objects.requireNonNull(task.waiting().get(e.place())).dueMillis();
      timers.add(Timer.sleep(e.task(), e.place(), due));
    } else if (e.effect() instanceof Effect.Await a && tasks.contains(a.task())) {
      awaited
          .computeIfAbsent(a.task(), _ -> new LinkedHashSet<>(2))
          .add(new Awaiting(e.task(), e.place()));
    }
  }

  private void answered(Event.Answered e, long offset) {
    var task = existing(e.task(), offset);
    var waiting = task.waiting().get(e.place());
    task.apply(e, offset);
    if (!untold.isEmpty() && task.untold.isEmpty()) {
      untold.remove(e.task());
    }
    if (waiting != null) {
      forget(e.task(), e.place(), waiting);
    }
  }

  /// Those that wait are told in decisions of their own: there may be many.
  private void toBeTold(TaskState task) {
    if (!task.untold.isEmpty()) {
      untold.putIfAbsent(task.start().task(), task);
    }
  }

  private void cancelRequested(TaskState task, Event.CancelRequested e) {
    toBeTold(task);
    dueCancellations.remove(e.task());
    cancelChildren(task, e.change());
    timers.remove(Timer.deadline(e.task(), task.start().options().deadlineMillis()));
  }

  /// The children are cancelled one by one, each by a decision of its own: there may be many.
  private void cancelChildren(TaskState task, Change change) {
    for (var id : task.children()) {
      var child = tasks.get(id);
      if (child != null
          && (child.status == TaskStatus.DIVERGED || !child.cancellations.cancelled(Branch.ROOT))) {
        dueCancellations.putIfAbsent(id, change);
      }
    }
  }

  private void shadowed(Event.Shadowed e, long offset) {
    var live = tasks.get(e.task());
    if (live != null) {
      live.apply(e, offset);
    } else {
      ended.put(e.task(), existingEnded(e.task()).extended(offset));
    }
    var report = e.report();
    shadowCount(new ShadowCount.Key(report.function(), report.primary(), report.candidate()))
        .count(report.same(), offset);
    trials.compared(report);
  }

  private ShadowCount shadowCount(ShadowCount.Key compared) {
    return shadows.computeIfAbsent(compared, k -> new ShadowCount());
  }

  private void finished(TaskState task, Event.Finished e, long offset) {
    tasks.remove(e.task());
    forced.remove(e.task());
    dueCancellations.remove(e.task());
    untold.remove(e.task());
    queues.ended(e.task());
    switch (e.outcome()) {
      case Outcome.Returned _ -> trials.ended(task, false);
      case Outcome.Threw _ -> trials.ended(task, true);
      case Outcome.Cancelled c -> cancelChildren(task, new Change("task " + e.task(), c.why()));
    }
    var start = task.start();
    leave(start.routes());
    if (start.options().deadlineMillis() > 0) {
      timers.remove(Timer.deadline(e.task(), start.options().deadlineMillis()));
    }
    if (start.parent() != null && tasks.kept(start.parent()) instanceof TaskState parent) {
      parent.orphan(e.task());
    }
    awaited.remove(e.task());
    task.waiting.forEach((place, w) -> forget(e.task(), place, w));
    ended.put(e.task(), EndedTask.of(task, e, offset).sharing(functions, versions));
  }

  /// What the place waits for must not look for it any more.
  private void forget(TaskId task, Place place, TaskState.Waiting waiting) {
    if (waiting.effect() instanceof Effect.Sleep) {
      timers.remove(Timer.sleep(task, place, waiting.dueMillis()));
    } else if (waiting.effect() instanceof Effect.Await a) {
      awaited.computeIfPresent(
          a.task(),
          (_, by) -> {
            by.remove(new Awaiting(task, place));
            return by.isEmpty() ? null : by;
          });
    }
  }

  /// Who waits for the end of the task, in the order in which they asked.
  List<Awaiting> awaiting(TaskId task) {
    return List.copyOf(awaited.getOrDefault(task, Set.of()));
  }

  /// Lets go of what is kept of tasks that wait for long or stand still, as far as they take too
  /// much memory (E16). What is let go of is read again when it is needed.
  ///
  /// @param end offset below which events can be read
  /// @param running whether an attempt of the task is under way
  public void cool(long end, Predicate<TaskId> running) {
    tasks.cool(task ->
        task.lastOffset() < end
            && stands(task)
            && task.overrides().isEmpty()
            && !dueCancellations.containsKey(task.start().task())
            && !running.test(task.start().task()));
  }

  /// Whether nothing has to be done for the task until something happens to it.
  boolean stands(TaskState task) {
    return task.stands() && task.untold.isEmpty() && !recalls(task);
  }

  /// Whether the task awaits one that has ended: somebody looks up how.
  private boolean recalls(TaskState task) {
    return task.waiting().values().stream()
        .anyMatch(w -> w.effect() instanceof Effect.Await a && ended.get(a.task()) != null);
  }

  /// How many nodes have owned the log so far.
  public long epoch() {
    return epoch;
  }

  /// Whom the present owner of the log descends from.
  public Lineage lineage() {
    return lineage;
  }

  /// The offset of the newest event of the task; -1 if it has none or there is no task.
  long newest(Event event) {
    if (!(event instanceof Event.OfTask e)) {
      return -1;
    }
    var task = tasks.kept(e.task());
    if (task != null) {
      return task.lastOffset();
    }
    var past = ended.get(e.task());
    if (past != null) {
      return past.lastOffset();
    }
    var elsewhere = imported.get(e.task());
    return elsewhere == null ? -1 : elsewhere.lastOffset();
  }

  /// The offset of the newest event; -1 if there is none.
  public long lastOffset() {
    return lastOffset;
  }

  /// The deployed universes by version.
  public Map<Version, UniverseInfo> universes() {
    return Collections.unmodifiableMap(universes);
  }

  /// The universes that were removed, by version: histories still speak of them, and a version
  /// never gets another content.
  public Map<Version, UniverseInfo> removed() {
    return Collections.unmodifiableMap(removed);
  }

  /// Why a version cannot have this content: it has another one, now or before it was removed.
  /// Empty if nothing is in the way.
  public Optional<Problem> taken(Version version, Hash content) {
    var known = universes.getOrDefault(version, removed.get(version));
    return known == null || known.hash().equals(content)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                EngineCode.VERSION_TAKEN,
                "version " + version + " is a universe with another content, " + known.hash(),
                "Deploy under a new version; a version never changes its content"));
  }

  /// For each version, the versions that served its functions when it was deployed: those it stands
  /// in for.
  public Map<Version, Map<FunctionName, Version>> previous() {
    return Collections.unmodifiableMap(previous);
  }

  /// The oldest revision that still binds a live task; the current one if there are none.
  public Revision oldestRevision() {
    return liveByRevision.isEmpty() ? routes().revision() : liveByRevision.firstKey();
  }

  /// The current routes.
  public RouteTable routes() {
    return revisions.getLast();
  }

  /// The routes that bind tasks which were running when they were set; empty if there never were
  /// any.
  public RouteTable runningRoutes() {
    return runningRoutes;
  }

  /// Every state the routes have been in, by revision.
  public List<RouteTable> revisions() {
    return Collections.unmodifiableList(revisions);
  }

  /// The routes at a revision, which exists.
  public RouteTable routesAt(Revision revision) {
    return revisions.get(Math.toIntExact(revision.number()));
  }

  /// Whether the live task may have calls of the version in its history, or may make some: it was
  /// bound by the routes of its start, and by newer ones if they said so. A version that was set
  /// for it and replaced counts only if a call was served by it.
  public boolean needs(TaskState task, Version version) {
    return task.start().options().overrides().containsValue(version)
        || task.overrides().containsValue(version)
        || binds(task, version);
  }

  private boolean binds(Kept task, Version version) {
    int first = Math.toIntExact(task.routes().number());
    return task.version().equals(version)
        || task.chosen().stream().anyMatch(served -> served.version().equals(version))
        || revisions.subList(first, revisions.size()).stream()
            .flatMap(routes -> routes.policies().values().stream())
            .anyMatch(p -> p.versions().contains(version));
  }

  /// The live tasks that need the version, as [#needs] says, in no order.
  public Stream<TaskId> needing(Version version) {
    var known = new HashMap<Cold.Code, Boolean>();
    return tasks.all().entrySet().stream()
        .filter(entry ->
            switch (entry.getValue()) {
              case TaskState t -> needs(t, version);
              case Cold c -> known.computeIfAbsent(c.code(), _ -> binds(c, version));
            })
        .map(Map.Entry::getKey);
  }

  /// Live tasks that some version is set for.
  public Collection<TaskState> forcedTasks() {
    return Collections.unmodifiableCollection(forced.values());
  }

  /// Live tasks. Those that wait for long are read from their histories, one by one, when they are
  /// asked for.
  public Map<TaskId, TaskState> tasks() {
    return tasks.view();
  }

  /// Passes each live task on, with the offset of its newest event; reads none.
  public void forEachLive(ObjLongConsumer<TaskId> reader) {
    tasks.all().forEach((id, task) -> reader.accept(id, task.lastOffset()));
  }

  /// What is kept of the live tasks.
  Map<TaskId, Kept> kept() {
    return tasks.all();
  }

  /// Tasks that have ended and are kept, in the order of their ends.
  public Map<TaskId, EndedTask> ended() {
    return ended.all();
  }

  /// How many tasks that are kept ended below an offset near the end of the log.
  public long endedBelow(long offset) {
    return ended.endedBelow(offset);
  }

  /// A live task; null if it has ended or never was.
  public @Nullable TaskState task(TaskId id) {
    return tasks.get(id);
  }

  /// A task that has ended; null if it lives, is forgotten or never was.
  public @Nullable EndedTask endedTask(TaskId id) {
    return ended.get(id);
  }

  /// Tasks of other engines that were taken in.
  public Map<TaskId, ImportedTask> imported() {
    return Collections.unmodifiableMap(imported);
  }

  /// A task that was taken in from another engine; null if none has the id.
  public @Nullable ImportedTask importedTask(TaskId id) {
    return imported.get(id);
  }

  /// What an idempotency key was used for; null if it was not.
  public @Nullable Keyed taskWithKey(String key) {
    return keys.get(key);
  }

  /// The comparisons so far, by function and pair of versions.
  public Map<ShadowCount.Key, ShadowCount> shadows() {
    return Collections.unmodifiableMap(shadows);
  }

  /// What is started again and again.
  public Schedules schedules() {
    return schedules;
  }

  /// The limits of functions, and who waits for a turn.
  public Queues queues() {
    return queues;
  }

  /// Tasks that are to be cancelled because their parents were, in order, each with who cancelled
  /// them and why.
  SequencedMap<TaskId, Change> dueCancellations() {
    return Collections.unmodifiableSequencedMap(dueCancellations);
  }

  /// How candidates fare whose policies name a threshold.
  public Trials trials() {
    return trials;
  }

  /// What is due next: those who shall stop and have not been told, then children to be cancelled,
  /// then candidates to be given up, then the first sleep, deadline, turn or schedule; null if
  /// there is nothing.
  public @Nullable Timer nextTimer() {
    if (!untold.isEmpty()) {
      return Timer.telling(untold.firstEntry().getKey());
    }
    if (!dueCancellations.isEmpty()) {
      return Timer.cancellation(dueCancellations.firstEntry().getKey());
    }
    if (trials.failed() != null) {
      return Timer.trial();
    }
    return Timer.first(
        Timer.first(timers.isEmpty() ? null : timers.first(), queues.nextTimer()),
        schedules.nextTimer());
  }

  /// The whole state as a value: equal for two states that nobody can tell apart. For comparing the
  /// live state with one folded from the log, and for looking at the first difference.
  public Value describe() {
    return MapValue.builder()
        .put(StateText.text("epoch"), StateText.text(epoch))
        .put(StateText.text("last offset"), StateText.text(lastOffset))
        .put(StateText.text("universes"), StateText.map(universes))
        .put(StateText.text("removed"), StateText.map(removed))
        .put(StateText.text("previous"), StateText.map(previous))
        .put(StateText.text("live by revision"), StateText.map(liveByRevision))
        .put(StateText.text("revisions"), StateText.text(revisions))
        .put(StateText.text("running routes"), StateText.text(runningRoutes))
        .put(StateText.text("tasks"), StateText.tasks(tasks.view()))
        .put(StateText.text("awaited"), StateText.map(awaited))
        .put(StateText.text("ended"), StateText.map(ended.all()))
        .put(StateText.text("forgotten below"), StateText.text(ended.forgottenBelow()))
        .put(
            StateText.text("imported"),
            StateText.text(imported.keySet().stream().sorted().toList()))
        .put(StateText.text("keys"), StateText.map(keys))
        .put(StateText.text("due cancellations"), StateText.map(dueCancellations))
        .put(StateText.text("timers"), StateText.set(timers))
        .put(StateText.text("shadows"), StateText.shadows(shadows))
        .put(StateText.text("schedules"), schedules.describe())
        .put(StateText.text("queues"), queues.describe())
        .put(StateText.text("trials"), trials.describe())
        .put(StateText.text("lineage"), lineage.describe())
        .build();
  }
}
