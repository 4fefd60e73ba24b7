package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Policy;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.ScheduleState;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.engine.travel.TimeTravel;
import dev.perdure.java.ClassSource;
import dev.perdure.java.codec.Codecs;
import dev.perdure.java.run.HostEffect;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The embedded engine: durable functions in any program.
///
/// ```java
/// try (var perdure = Perdure.open(dir)) {
///   perdure.effects().bind(Catalog.class, new SqlCatalog(dataSource));
///   perdure.deploy("v1", Shop.class);
///   var answer = perdure.call("handleRequest", new Request("7"), Response.class);
/// }
/// ```
///
/// Safe for use by many threads.
public final class Perdure implements AutoCloseable {
  private static final Change EMBEDDED = new Change("program", "");

  private final Node node;
  private final Codecs codecs = new Codecs();

  private Perdure(Node node) {
    this.node = node;
  }

  /// Opens the engine whose data is in a directory, which is made if it is not there.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_LOCKED` if another process owns it
  public static Perdure open(Path directory) {
    return open(NodeConfig.in(directory));
  }

  /// Opens an engine as configured.
  public static Perdure open(NodeConfig config) {
    return new Perdure(Node.open(config));
  }

  /// Opens an engine and lets a universe in: the whole of a small program's set-up.
  ///
  /// @throws dev.perdure.value.PerdureException as [#open(NodeConfig)] and [#deploy(Universe)]
  public static Perdure run(NodeConfig config, Universe universe) {
    var perdure = open(config);
    try {
      perdure.deploy(universe);
      return perdure;
    } catch (RuntimeException e) {
      perdure.close();
      throw e;
    }
  }

  /// An engine in memory, for tests: gone when it is closed.
  public static Perdure inMemory() {
    return open(NodeConfig.inMemory());
  }

  /// The effects that functions ask, and who performs them.
  public EffectBindings effects() {
    return new EffectBindings(node);
  }

  /// Who performs effects.
  public static final class EffectBindings {
    private final Node node;

    private EffectBindings(Node node) {
      this.node = node;
    }

    /// Makes `implementation` perform the effects of an interface, in all universes that know the
    /// interface by this name. Its methods may be called by many threads at once; tasks that need
    /// an interface nobody has bound wait.
    ///
    /// @throws NullPointerException if `implementation` is null
    /// @throws IllegalArgumentException if `effect` is no interface marked with
    ///   [dev.perdure.api.Effect]
    /// @throws dev.perdure.value.PerdureException `TYPE_NOT_A_VALUE` if a method takes or returns
    ///   something else than values
    public <T> EffectBindings bind(Class<T> effect, T implementation) {
      var runner = HostEffect.of(effect, implementation);
      node.bind(runner.name(), runner);
      return this;
    }
  }

  /// Lets classes of functions of this program in, as a version. They are read afresh and isolated;
  /// doing it again with the same content changes nothing.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems, `VERSION_TAKEN`
  public UniverseInfo deploy(String version, Class<?>... functions) {
    if (functions.length == 0) {
      throw new IllegalArgumentException("name at least one class of functions");
    }
    return node.deploy(new Version(version), host(functions), names(functions), EMBEDDED);
  }

  /// Lets functions in that the program has registered one by one.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems, `VERSION_TAKEN`
  public UniverseInfo deploy(Universe universe) {
    return node.deploy(universe.version(), universe.source(), universe.roots(), EMBEDDED);
  }

  /// Lets the functions of a file in, as a version: of a jar, or of a program in wat, `shop.wat`.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems, `VERSION_TAKEN`
  /// @throws UncheckedIOException if the file cannot be read
  public UniverseInfo deploy(String version, Path file) {
    return node.deploy(new Version(version), source(file), EMBEDDED);
  }

  private static UniverseSource source(Path file) {
    try {
      return UniverseSource.file(file, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The deploy gate: replays all live tasks and the newest that have ended with classes of
  /// functions in the place of those that ran. Nothing is deployed and nothing performed.
  ///
  /// @param version they would be deployed as
  /// @param endedMax at most so many tasks that have ended
  /// @throws dev.perdure.value.PerdureException what [#deploy(String, Class...)] would throw
  public GateReport check(String version, int endedMax, Class<?>... functions) {
    if (functions.length == 0) {
      throw new IllegalArgumentException("name at least one class of functions");
    }
    return node.check(
        new Version(version), UniverseSource.classes(host(functions), names(functions)), endedMax);
  }

  private static ClassSource host(Class<?>[] functions) {
    return ClassSource.host(functions[0].getClassLoader());
  }

  private static List<String> names(Class<?>[] functions) {
    return Arrays.stream(functions).map(Class::getName).toList();
  }

  /// Calls a function durably and returns its result, which is on disk by then. Blocks as
  /// [#await(TaskId, Class)] does.
  ///
  /// @param argument its one argument
  /// @param result the type to read the result as; it has the shape of the function's own
  /// @throws TaskFailed if it threw or was cancelled
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`, `VALUE_MISMATCH` and the like;
  ///   `TYPE_NOT_A_VALUE` before anything is started
  public <R> R call(String function, @Nullable Object argument, Class<R> result) {
    return call(function, Collections.singletonList(argument), result, StartOptions.NONE);
  }

  /// Calls a function whose result has a type with type arguments durably.
  public <R> R call(String function, @Nullable Object argument, TypeToken<R> result) {
    return call(function, Collections.singletonList(argument), result, StartOptions.NONE);
  }

  /// Calls a function of any number of arguments durably.
  public <R> R call(String function, List<?> arguments, Class<R> result, StartOptions options) {
    return call(function, arguments, TypeToken.of(result), options);
  }

  /// Calls a function of any number of arguments durably.
  @SuppressWarnings({"unchecked", "NullAway"}) // a function may return null: R is then nullable
  public <R> R call(String function, List<?> arguments, TypeToken<R> result, StartOptions options) {
    var codec = codecs.of(result.type());
    var outcome = node.call(new FunctionName(function), encode(arguments), options);
    return (R) codec.fromValue(returned(outcome).value());
  }

  /// Starts a function durably and returns at once, when its start is on disk.
  public TaskId start(String function, List<?> arguments, StartOptions options) {
    return node.start(new FunctionName(function), encode(arguments), options);
  }

  /// The result of a task; blocks until it has ended. One that is paused or has diverged does not
  /// end until it is resumed or cancelled.
  ///
  /// @throws TaskFailed if it threw or was cancelled
  public <R> R await(TaskId task, Class<R> result) {
    return await(task, TypeToken.of(result));
  }

  /// The result of a task, of a type with type arguments; blocks until it has ended.
  @SuppressWarnings({"unchecked", "NullAway"}) // a function may return null: R is then nullable
  public <R> R await(TaskId task, TypeToken<R> result) {
    return (R) codecs.of(result.type()).fromValue(returned(node.await(task)).value());
  }

  /// Sends a task a message, and returns when it is on disk.
  ///
  /// @param name of a method marked with [dev.perdure.api.Signal] or [dev.perdure.api.Promise]
  /// @throws dev.perdure.value.PerdureException as [Node#send]: nothing was sent
  public void send(TaskId task, String name, @Nullable Object value) {
    send(task, name, value, "");
  }

  /// Sends a task a message under a key: the same sent again changes nothing.
  public void send(TaskId task, String name, @Nullable Object value, String key) {
    node.send(task, name, Payload.of(codecs.toValue(value)), key, EMBEDDED);
  }

  /// Asks a task a question: what its code holds answers, as the task stands now or has ended.
  ///
  /// @param question the name of a method marked with [dev.perdure.api.Query]
  /// @param arguments one for each parameter
  /// @param result the type to read the answer as
  /// @throws dev.perdure.value.PerdureException as [Node#query]
  public <R> R query(TaskId task, String question, List<?> arguments, Class<R> result) {
    return query(task, question, arguments, TypeToken.of(result));
  }

  /// Asks a task a question whose answer has a type with type arguments.
  @SuppressWarnings({"unchecked", "NullAway"}) // a query may return null: R is then nullable
  public <R> R query(TaskId task, String question, List<?> arguments, TypeToken<R> result) {
    var codec = codecs.of(result.type());
    return (R) codec.fromValue(node.query(task, question, encode(arguments)).value());
  }

  private Payload encode(List<? extends @Nullable Object> arguments) {
    return Payload.of(Vec.of(arguments.stream().<Value>map(codecs::toValue).toList()));
  }

  private static Payload returned(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> r.value();
      case Outcome.Threw t -> throw new TaskFailed(t);
      case Outcome.Cancelled c -> throw new TaskFailed(c);
    };
  }

  /// Starts a function by the calendar, each time as a task, from now on.
  ///
  /// @param name of the schedule; the same name again changes it
  /// @param cron such as `0 9 * * MON`, as for [dev.perdure.api.Cron]
  /// @param zone by whose calendar it goes, such as `Europe/Berlin`
  /// @throws dev.perdure.value.PerdureException `BAD_CRON`, `UNKNOWN_ZONE`, and as [Node#schedule]
  public void schedule(String name, String cron, String zone, String function, List<?> arguments) {
    schedule(name, Recurrence.cron(cron, zone), function, arguments);
  }

  /// Starts a function at a fixed interval, counted from 1970 in UTC: every hour is on the hour.
  ///
  /// @param period a second or more
  public void schedule(String name, Duration period, String function, List<?> arguments) {
    schedule(name, Recurrence.every(period), function, arguments);
  }

  private void schedule(String name, Recurrence when, String function, List<?> arguments) {
    node.schedule(
        new Schedule(
            new ScheduleName(name),
            new FunctionName(function),
            encode(arguments),
            when,
            Schedule.Overlap.SKIP,
            1),
        EMBEDDED);
  }

  /// Removes a schedule. The tasks that it started go on.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_SCHEDULE`, `SCHEDULE_DECLARED`
  public void unschedule(String name) {
    node.unschedule(new ScheduleName(name), EMBEDDED);
  }

  /// The schedules, by name; those that code declares, too.
  public List<Schedule> schedules() {
    return node.read(
        state -> state.schedules().all().stream().map(ScheduleState::schedule).toList());
  }

  /// Limits how many tasks of a function run at once, or begin in a time. The others wait for their
  /// turn: those with a higher priority first ([dev.perdure.engine.Queueing]), then by time.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_FUNCTION`
  public void limit(QueueLimit limit) {
    node.limit(limit, EMBEDDED);
  }

  /// Routes a function to a version: new tasks are served by it.
  public void primary(String function, String version) {
    route(function, new Policy.Primary(new Version(version)));
  }

  /// Runs a candidate beside each call of a function, inertly, and compares.
  public void shadow(String function, String primary, String candidate) {
    route(function, new Policy.Shadow(new Version(primary), new Version(candidate), 100));
  }

  /// Routes a share of the tasks to a candidate.
  ///
  /// @param percent of a hundred tasks, 0 to 100
  public void percent(String function, String primary, String candidate, double percent) {
    route(function, new Policy.Percent(new Version(primary), new Version(candidate), percent));
  }

  /// Sets any policy: by attribute, or with a threshold beyond which it goes back by itself.
  public void route(String function, Policy policy) {
    node.route(Map.of(new FunctionName(function), policy), false, EMBEDDED);
  }

  /// Makes a task that has not ended go on as the routes say now, if its history allows that: see
  /// [Node#migrate].
  ///
  /// @throws dev.perdure.value.PerdureException `MIGRATION_DIVERGES` and the like: it goes on as it
  ///   was
  public void migrate(TaskId task) {
    node.migrate(task, null, EMBEDDED);
  }

  /// Makes a task that has not ended go on with a version, for all functions that it has.
  public void migrate(TaskId task, String version) {
    node.migrate(task, new Version(version), EMBEDDED);
  }

  /// Begins a walk through the moments of a task, forward and back: its calls with their arguments,
  /// its effects with their outcomes. Nothing is performed.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNIVERSE_MISSING`
  public TimeTravel timeTravel(TaskId task) {
    return node.timeTravel(task, Map.of(), Extras.none());
  }

  /// Begins a walk through a task in which another version serves a function: of each call of it
  /// both versions are shown, and compared.
  ///
  /// @throws dev.perdure.value.PerdureException as [#timeTravel(TaskId)], and `UNKNOWN_VERSION`,
  ///   `UNKNOWN_FUNCTION`
  public TimeTravel timeTravel(TaskId task, String function, String version) {
    return node.timeTravel(
        task, Map.of(new FunctionName(function), new Version(version)), Extras.none());
  }

  /// Forgets the tasks that have been over for so long, and gives the space of their histories
  /// back, as [Node#compact] says. [NodeConfig#withRetention] does it by itself.
  public Node.Compacted compact(Duration after) {
    return node.compact(after, EMBEDDED);
  }

  /// The engine in terms of values: histories, replay, routes, figures.
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    node.close();
  }
}
