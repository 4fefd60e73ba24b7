package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Origin;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Policy;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.Replay;
import dev.perdure.engine.Revision;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.Step;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Timer;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.TimeTravel;
import dev.perdure.index.Lag;
import dev.perdure.java.ClassSource;
import dev.perdure.java.FunctionTypes;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.PayloadCodec;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One running engine in this OS process, in terms of values: what the embedded API and the command
/// line are made of. Safe for use by many threads; calls block until what they asked for is
/// durable.
///
/// Every call throws `ENGINE_STOPPED` after the node was closed or had to stop.
public final class Node implements AutoCloseable {
  private final @Nullable Path directory;
  private final @Nullable PayloadCodec codec;
  private final Core core;
  private final Writer writer;
  private final Asking asking;
  private final Retention retention;
  private final Deployed deployed;
  private final UniverseStore store;
  private final ShadowPool shadows;
  private final GatePool rehearsals;
  private final RandomIds ids;
  private final @Nullable NodeIndex index;
  private final Recovery recovery;
  private final Watched watched;
  private final Calls calls;
  private final Deploying deploying;
  private final Lookback lookback;
  private final Dialogue dialogue;

  private Node(NodeParts parts) {
    directory = parts.directory();
    codec = parts.codec();
    core = parts.core();
    writer = parts.writer();
    asking = parts.asking();
    retention = parts.retention();
    deployed = parts.deployed();
    store = parts.store();
    shadows = parts.shadows();
    rehearsals = parts.rehearsals();
    ids = parts.ids();
    index = parts.index();
    recovery = parts.recovery();
    watched = parts.watched();
    calls = new Calls(core, writer, asking, deployed, ids, watched);
    deploying = new Deploying(parts.freezer(), deployed, store, ids, asking, core.histories());
    lookback = new Lookback(asking, core.histories(), deployed, store);
    dialogue = new Dialogue(asking, deployed, lookback);
  }

  /// Opens a node: takes the data directory over, reads its log, and lets the tasks go on that have
  /// not ended.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_LOCKED` if another process owns the directory,
  ///   `LOG_DAMAGED`, `LOG_VERSION`, `LOG_KEY_MISSING` and the like
  public static Node open(NodeConfig config) {
    var node = new Node(NodeParts.open(config));
    node.watched.opened(node);
    return node;
  }

  /// How a node found what it knows when it was opened.
  ///
  /// @param fromSnapshot events of the log that a snapshot had folded in
  /// @param fromLog events that were read and folded in
  /// @param took from the beginning to the moment before the first task goes on
  public record Recovery(long fromSnapshot, long fromLog, Duration took) {}

  /// How this node found what it knows.
  public Recovery recovery() {
    return recovery;
  }

  // ── Tasks ──

  /// Starts a task and returns when its start is durable. If it is debounced: the task that waits
  /// under the key, which is now what this start says.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`, `VALUE_MISMATCH`, `OVERLOADED`,
  ///   `VALUE_TOO_LARGE`: no task was started
  public TaskId start(FunctionName function, Payload arguments, StartOptions options) {
    return calls.start(function, arguments, options);
  }

  /// Starts a task and returns how it ended, durably. With an idempotency key that was used before:
  /// how that task ended.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`, `VALUE_MISMATCH`, `OVERLOADED`,
  ///   `VALUE_TOO_LARGE`: no task was started
  public Outcome call(FunctionName function, Payload arguments, StartOptions options) {
    return calls.call(function, arguments, options);
  }

  /// Starts a task and waits some time for its end.
  ///
  /// @param asked what is said of it beside its arguments
  /// @param atMost how long; the task goes on if that is too short
  /// @throws dev.perdure.value.PerdureException as [#call(FunctionName, Payload, StartOptions)]
  public Called call(
      FunctionName function, Payload arguments, StartOptions asked, Duration atMost) {
    return calls.call(function, arguments, asked, atMost);
  }

  /// How a task ended; blocks until it has.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public Outcome await(TaskId task) {
    return calls.await(task);
  }

  /// How a task ended, if it ends in time.
  ///
  /// @param atMost how long to wait
  /// @return empty if it has not ended by then
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public Optional<Outcome> await(TaskId task, Duration atMost) {
    return calls.await(task, atMost);
  }

  /// Asks a task and its children to stop.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_ENDED`
  public void cancel(TaskId task, Change change) {
    asking.done(r -> new Input.Cancel(r, task, change));
  }

  /// Sends a task a message, and returns when it is durable. Code that waits for it goes on; else
  /// it is kept until some does.
  ///
  /// @param name of a method marked with [dev.perdure.api.Signal] or [dev.perdure.api.Promise]
  /// @param key the same message sent again under it changes nothing; empty: it has none
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_ENDED`, `UNKNOWN_MESSAGE`,
  ///   `VALUE_MISMATCH`, `VALUE_TOO_LARGE`, `MAILBOX_FULL`, `PROMISE_FULFILLED`: nothing was sent
  public void send(TaskId task, String name, Payload value, String key, Change change) {
    dialogue.send(task, name, value, key, change);
  }

  /// The method by which a task would receive a message, to read the text of one by: its result is
  /// what the message says.
  ///
  /// @return empty if no code that the task may run receives it, or there is no such task
  public Optional<FunctionTypes> messageTypes(TaskId task, String name) {
    return dialogue.messageTypes(task, name);
  }

  /// Makes a task stand still, at the effect it asks next.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_ENDED`, `TASK_QUEUED`
  public void pause(TaskId task, Change change) {
    asking.done(r -> new Input.Pause(r, task, change));
  }

  /// Lets a task go on that was paused, has diverged or has crashed too often.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_ENDED`, `TASK_QUEUED`
  public void resume(TaskId task, Change change) {
    asking.done(r -> new Input.Resume(r, task, change));
  }

  /// Makes a task that has not ended go on with other versions (E11): as the routes say now, or
  /// with one version for all its functions. Its whole history is run again with them first; only
  /// if they ask what is recorded the task is bound to them, else it goes on as it was. It stands
  /// still meanwhile. A task that has diverged goes on if it is migrated.
  ///
  /// @param to the version; null: as the routes say
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_ENDED`, `UNKNOWN_VERSION`,
  ///   `UNKNOWN_FUNCTION` if the version does not have that of the task, `TASK_MIGRATING`,
  ///   `MIGRATION_DIVERGES`: nothing has changed
  public void migrate(TaskId task, @Nullable Version to, Change change) {
    asking.done(r -> new Input.Migrate(r, task, to, change));
  }

  // ── Universes and routes ──

  /// Freezes classes and lets them in as a version. Doing it again with the same content changes
  /// nothing.
  ///
  /// @param roots classes of functions; empty: all classes of the source that have routed methods
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems, `VERSION_TAKEN`,
  ///   `JAVA_INCOMPATIBLE` if a function cannot stand in for the one that serves its name,
  ///   `UNIVERSE_WRITE_FAILED`
  public UniverseInfo deploy(
      Version version, ClassSource source, List<String> roots, Change change) {
    return deploy(version, UniverseSource.classes(source, roots), change);
  }

  /// The same of code of any front end.
  ///
  /// @throws dev.perdure.value.PerdureException as above, and `WAT_REFUSED`, `EXTERN_UNKNOWN`,
  ///   `EXTERN_INCOMPATIBLE`, `ROUTE_EFFECTS`
  public UniverseInfo deploy(Version version, UniverseSource source, Change change) {
    return deploying.deploy(version, source, change);
  }

  /// The deploy gate: replays all live tasks and the newest that have ended, with the functions of
  /// a candidate in the place of those that ran. Nothing is deployed and nothing performed. Blocks
  /// for as long as that takes, on all processors.
  ///
  /// @param version it would be deployed as
  /// @param endedMax at most so many tasks that have ended
  /// @throws dev.perdure.value.PerdureException what [#deploy] would throw
  public GateReport check(Version version, UniverseSource source, int endedMax) {
    return deploying.check(version, source, endedMax);
  }

  /// All that stands in the way of code; empty if nothing does.
  public List<Problem> problems(UniverseSource source) {
    return deploying.problems(source);
  }

  /// Lets a version go that serves nothing any more.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_VERSION`, `VERSION_IN_USE`
  public void remove(Version version, Change change) {
    asking.done(r -> new Input.Remove(r, version, change));
  }

  /// Changes policies, all at once. What is so already changes nothing.
  ///
  /// @param running whether tasks that run already are bound too
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_VERSION`, `UNKNOWN_FUNCTION`,
  ///   `EXTERN_INCOMPATIBLE` if a function is not what a program in wat declares that calls it,
  ///   `ROUTE_EFFECTS` if it does more than callers inside a program in wat may
  public void route(Map<FunctionName, Policy> changes, boolean running, Change change) {
    new Fitting(deployed, asking).check(changes);
    asking.done(r -> new Input.Route(r, changes, running, change));
  }

  /// Sets the routes back to a former revision.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_REVISION`, `UNKNOWN_VERSION`
  public void rollback(Revision to, Change change) {
    asking.done(r -> new Input.Rollback(r, to, change));
  }

  /// Sets the version of a function for one task alone: from its next effect on if it lives, and
  /// for its replays.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNKNOWN_VERSION`,
  ///   `UNKNOWN_FUNCTION`
  public void switchTask(TaskId task, FunctionName function, Version version, Change change) {
    asking.done(r -> new Input.SwitchTask(r, task, function, version, change));
  }

  // ── Schedules ──

  /// Makes a schedule, or changes it: from now on it is as it is said here. What is paused stays
  /// so.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`, `VALUE_MISMATCH`,
  ///   `VALUE_TOO_LARGE`, `SCHEDULE_DECLARED`: nothing was changed
  public void schedule(Schedule schedule, Change change) {
    var seed = calls.checked(schedule.function(), schedule.argumentsAt(0), StartOptions.NONE);
    asking.done(r -> new Input.SetSchedule(r, schedule, seed, change));
  }

  /// Makes a schedule start nothing until it goes on, or go on. What was due meanwhile is over.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_SCHEDULE`
  public void pauseSchedule(ScheduleName schedule, boolean paused, Change change) {
    asking.done(r -> new Input.PauseSchedule(r, schedule, paused, change));
  }

  /// Removes a schedule. The tasks that it started go on.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_SCHEDULE`, `SCHEDULE_DECLARED`
  public void unschedule(ScheduleName schedule, Change change) {
    asking.done(r -> new Input.RemoveSchedule(r, schedule, change));
  }

  /// Limits how many tasks of a function run at once, or begin in a time. It binds the tasks that
  /// start from now on, and those that wait.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`
  public void limit(QueueLimit limit, Change change) {
    asking.done(r -> new Input.SetLimit(r, limit, change));
  }

  // ── Copies of the log ──

  /// Lets this log go on in the place of a copy of it, such as one that was newer and is lost: what
  /// that one wrote elsewhere may be gone on from when the data directory is opened next. The copy
  /// must not go on.
  ///
  /// @param owner of the copy, as the problem `SQL_FENCED` names it
  public void accept(OwnerId owner, Change change) {
    asking.done(r -> new Input.Accept(r, owner, change));
  }

  /// Lets this log, a copy, go on beside the one it was made from, when the data directory is
  /// opened next: it then knows nothing of what the other one writes elsewhere. What was under way
  /// when the copy was made is done by both.
  ///
  /// @return the name of the copy
  public OwnerId fork(Change change) {
    var fork = new OwnerId(ids.bits());
    asking.done(r -> new Input.Fork(r, fork, change));
    return fork;
  }

  /// Forgets tasks that ended long ago, and gives the space of their histories back: from then on
  /// there are no such tasks, their idempotency keys may be used again, and who asks for their
  /// outcome is told that they are unknown. A task is kept as long as one that lives has started
  /// it, or has started one that started it. Blocks for as long as it takes to read the part of the
  /// log that is rewritten.
  ///
  /// @param after they have been over for so long, up to what milliseconds can count
  /// @return what it came to
  /// @throws dev.perdure.value.PerdureException `LOG_WRITE_FAILED` if there is no space for a file
  ///   in the making; nothing is lost
  public Compacted compact(Duration after, Change change) {
    return retention.pass(after, change);
  }

  /// What a compaction did.
  ///
  /// @param forgotten how many tasks were forgotten
  /// @param segments how many files of the log were rewritten
  /// @param records how many events were dropped
  /// @param bytes by how much the files have become shorter
  public record Compacted(long forgotten, int segments, long records, long bytes) {}

  /// Does something while the files of the log are only appended to.
  <T> T undisturbed(Supplier<T> work) {
    return retention.undisturbed(work);
  }

  // ── Effects ──

  /// Makes `runner` perform the effects of the interface with this name.
  public void bind(String name, EffectRunner runner) {
    core.around().effects().bind(name, runner);
  }

  /// The names of the effect interfaces that somebody performs.
  public Set<String> bound() {
    return core.around().effects().names();
  }

  // ── Looking ──

  /// Reads something of the engine's state: all that happened before is in it, and all that is in
  /// it is durable. The question is asked on the writer's thread: it must be quick, and must not
  /// keep the state.
  public <T> T read(Function<EngineState, T> question) {
    return asking.read(question);
  }

  /// The present time by the engine's clock.
  public Instant now() {
    return core.around().clock().now();
  }

  /// When something is due next by the engine's clock, such as the end of a sleep, a deadline or
  /// another try; empty if nothing is.
  public Optional<Instant> nextDue() {
    return asking.ask(
        new PendingReply<>(_ -> Optional.ofNullable(core.loop().nextTimer()).map(Node::due)),
        Input.Look::new);
  }

  private static Instant due(Timer timer) {
    return Instant.ofEpochMilli(timer.dueMillis());
  }

  /// All events of a task, in log order.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public List<Event.OfTask> history(TaskId task) {
    return lookback.history(task);
  }

  /// Passes the events of a task on one by one, in log order: a history may be longer than memory.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public void history(TaskId task, Consumer<Noted> reader) {
    lookback.history(task, reader);
  }

  /// A page of a task's events, in log order.
  ///
  /// @param after the first events behind this offset; -1: from the start on
  /// @param limit at most so many
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public List<Noted> history(TaskId task, long after, int limit) {
    return lookback.history(task, after, limit);
  }

  /// What a function takes and returns, to read the text of arguments by.
  ///
  /// @param version of it; null: the one that serves it unless something else decides
  /// @return empty if there is no such function
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_VERSION`
  public Optional<FunctionTypes> types(FunctionName function, @Nullable Version version) {
    var serving = version != null ? version : core.attempts().primary(function);
    return serving == null ? Optional.empty() : deployed.types(serving, function);
  }

  /// The data directory; empty if everything is in memory.
  public Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  /// What seals the directory; null: nothing does.
  @Nullable PayloadCodec codec() {
    return codec;
  }

  /// A cursor over the log, from an offset on; the caller closes it.
  public Cursor log(long fromOffset) {
    return core.histories().from(fromOffset);
  }

  /// Reads the lines of tasks from records of the log.
  public LineReader lines() {
    return new LineReader(core.histories());
  }

  /// The log, for its figures.
  public Log log() {
    return core.log();
  }

  /// Calls whose candidates are still to be run, or run, by what is compared.
  public Map<ShadowCount.Key, Long> unfinishedShadows() {
    return shadows.unfinishedByKey();
  }

  /// What the log does not tell, or not yet, of shadows.
  public ShadowFigures shadowFigures() {
    return new ShadowFigures(shadows.dropped(), shadows.unfinished(), shadows.stuck());
  }

  /// Waits until every call that was to be compared has been, or was dropped.
  ///
  /// @param atMost how long
  /// @return whether that came in time
  public boolean awaitShadows(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (shadows.unfinished() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    return shadows.unfinished() == 0;
  }

  /// Figures of the shadow runs of this node's life.
  ///
  /// @param dropped calls that were not compared
  /// @param unfinished calls still to be compared
  /// @param stuck threads that did not come back from a candidate
  public record ShadowFigures(long dropped, long unfinished, int stuck) {}

  /// The index, to be asked; empty if none is kept.
  public Optional<NodeIndex> index() {
    return Optional.ofNullable(index);
  }

  /// How the index fares; empty if none is kept.
  public Optional<IndexFigures> indexFigures() {
    return index().map(NodeIndex::figures);
  }

  /// Figures of the index.
  ///
  /// @param events of the log that are in it
  /// @param lag how far it is behind the log
  /// @param problem why it cannot be kept just now; null if it can. It is tried again and again
  public record IndexFigures(long events, Lag lag, @Nullable Problem problem) {}

  /// The versions whose classes are in memory, once for each class loader: a version is loaded once
  /// for tasks and once, if it is needed, for shadows and replays. One that was removed is gone
  /// after the next garbage collection.
  public List<Version> loadedUniverses() {
    return deployed.inMemory();
  }

  /// Reads what the data directory keeps of each deployed universe, and checks that it is what was
  /// deployed. Takes as long as freezing them all again.
  ///
  /// @return a problem, `UNIVERSE_MISSING`, for each version whose universe is not; empty if all
  ///   are
  public Map<Version, Problem> checkUniverses() {
    return deploying.checkKept();
  }

  // ── Replay ──

  /// Runs a task again from its history, on the calling thread and with no side effect.
  ///
  /// @param switched functions that another version than the recorded one shall serve, beside those
  ///   set for the task
  /// @param extras who answers what a switched version asks in excess
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNIVERSE_MISSING`, and of what is
  ///   switched `UNKNOWN_VERSION`, `UNKNOWN_FUNCTION`
  public Replay.Report replay(TaskId task, Map<FunctionName, Version> switched, Extras extras) {
    return replay(task, switched, extras, null);
  }

  /// Runs a task again as [#replay(TaskId, Map, Extras)] does, and tells each step as it is made.
  ///
  /// @param steps who is told, on the calling thread; null: nobody
  public Replay.Report replay(
      TaskId task,
      Map<FunctionName, Version> switched,
      Extras extras,
      @Nullable Consumer<Step> steps) {
    return lookback.replayable(task, switched, extras).run(steps);
  }

  /// Begins a walk through the moments of a task, forward and back, as far as its history goes now.
  /// It replays on the thread of whoever walks, with no side effect, and must not outlive the node.
  ///
  /// @param switched functions that another version than the recorded one shall serve, beside those
  ///   set for the task
  /// @param extras who answers what a switched version asks in excess
  /// @throws dev.perdure.value.PerdureException as [#replay(TaskId, Map, Extras)]
  public TimeTravel timeTravel(TaskId task, Map<FunctionName, Version> switched, Extras extras) {
    return new TimeTravel(lookback.replayable(task, switched, extras));
  }

  /// Some moments of a task from a number on, as [#timeTravel] comes to them. They are replayed on
  /// a thread with a budget of CPU time and memory; what takes more ends with a moment that says
  /// so.
  ///
  /// @param from 0 or more
  /// @param atMost how many, 1 or more; fewer, but one, if their values take much memory. The end
  ///   is among them if it comes before there are enough, whatever its number is
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNIVERSE_MISSING`
  public List<Moment> moments(TaskId task, long from, int atMost) {
    return lookback.moments(task, from, atMost);
  }

  /// Asks a task's code a question about the task as it stands now, or as it ended. It is replayed
  /// up to there on a thread with a budget of CPU time and memory, with no side effect, and its
  /// object with such a query answers; nothing of it is recorded. What was acknowledged before,
  /// such as a message that the task waited for, has happened to what answers.
  ///
  /// @param name of a method marked with [dev.perdure.api.Query]
  /// @param arguments a vector, one value a parameter
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `TASK_QUEUED`, `UNKNOWN_QUERY`,
  ///   `VALUE_MISMATCH`, `QUERY_ASKS`, `QUERY_FAILED`, `QUERY_TOO_COSTLY`, `VALUE_TOO_LARGE`,
  ///   `DIVERGED`, `UNIVERSE_MISSING`
  public Payload query(TaskId task, String name, Payload arguments) {
    return dialogue.query(task, name, arguments);
  }

  /// What a question takes and returns, to read the text of arguments by: by the code of the
  /// version that the task was started with, else of any that the task may run.
  ///
  /// @return empty if none of them has such a query, or there is no such task
  public Optional<FunctionTypes> queryTypes(TaskId task, String name) {
    return dialogue.queryTypes(task, name);
  }

  // ── Tasks of other engines ──

  /// A task with all that its replay needs elsewhere.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNIVERSE_MISSING`
  public Exported exportTask(TaskId task) {
    var history = history(task).stream().filter(e -> !(e instanceof Event.Imported)).toList();
    return Exported.of(read(state -> Origin.of(state, history)), history, store);
  }

  /// Takes in a task that was exported elsewhere, under its own id: to be looked at and replayed,
  /// never to run. It brings the versions it needs, for its replays only; the universes and routes
  /// of this node stay as they are.
  ///
  /// @throws dev.perdure.value.PerdureException `TASK_EXISTS`, `UNIVERSE_MISSING` if a universe is
  ///   not what its name says
  public void importTask(Exported exported, Change change) {
    exported.universes().forEach(store::keepPacked);
    asking.done(
        r -> new Input.Import(r, exported.task(), exported.origin(), exported.history(), change));
  }

  /// How many tasks have an attempt under way: those that run, and those that began to wait a short
  /// time ago. The others take no thread.
  public int attempts() {
    return core.attempts().size();
  }

  /// How many inputs wait for the writer.
  public int inputs() {
    return core.inputs().size();
  }

  /// Blocks until the node has stopped: because it was closed, or could not go on.
  ///
  /// @return `ENGINE_STOPPED`, with the reason
  public Problem awaitStop() {
    try {
      writer.await(new CompletableFuture<>(), () -> {});
      throw new IllegalStateException("nobody answers this");
    } catch (PerdureException stopped) {
      return stopped.problem();
    }
  }

  /// Closes the node: tasks stop at the effect they ask next, and go on when it is opened again.
  @Override
  public void close() {
    retention.stop();
    watched.closing();
    core.attempts().haltAll();
    for (long waited = 0;
        core.attempts().size() > 0 && waited < Limits.CLOSE_MILLIS_MAX;
        waited++) {
      LockSupport.parkNanos(1_000_000);
    }
    shadows.close();
    rehearsals.close();
    writer.close();
    if (index != null) {
      index.close();
    }
    watched.close();
  }

  UniverseStore store() {
    return store;
  }
}
