package dev.perdure.testkit;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The real engine on a clock that a test holds in its hands: time passes when nothing else can
/// happen, so a year takes milliseconds. Not for use by several threads at once.
public final class TestPerdure implements AutoCloseable {
  private static final long LOOK_NANOS = 200_000;

  private final TestClock clock;
  private final CountedThreads threads;
  private final Perdure perdure;
  private final Runnable settled;

  private TestPerdure(TestClock clock, NodeConfig config, Runnable settled) {
    this.clock = clock;
    this.settled = settled;
    this.threads = new CountedThreads();
    this.perdure = Perdure.open(config.withClock(clock).withThreads(threads));
  }

  /// An engine in memory.
  public static TestPerdure inMemory() {
    return open(NodeConfig.inMemory(), new TestClock());
  }

  /// An engine of any configuration but for its clock and threads.
  public static TestPerdure open(NodeConfig config, TestClock clock) {
    return open(config, clock, () -> {});
  }

  /// @param settled called each time when nothing more can happen; what it throws goes to whoever
  ///   waited for that
  static TestPerdure open(NodeConfig config, TestClock clock, Runnable settled) {
    return new TestPerdure(clock, config, settled);
  }

  /// The engine: to bind effects, deploy, start and look.
  public Perdure perdure() {
    return perdure;
  }

  /// Binds an implementation of an effect interface.
  public <T> TestPerdure bind(Class<T> effect, T implementation) {
    perdure.effects().bind(effect, implementation);
    return this;
  }

  /// Deploys classes of functions.
  public TestPerdure deploy(String version, Class<?>... functions) {
    perdure.deploy(version, functions);
    return this;
  }

  /// Starts a task and lets it go as far as it comes without time passing.
  public TaskId start(String function, @Nullable Object... arguments) {
    var task = perdure.start(function, Arrays.asList(arguments), StartOptions.NONE);
    settle();
    return task;
  }

  /// Sends a task a message and lets it go as far as it comes without time passing.
  public void send(TaskId task, String name, @Nullable Object value) {
    perdure.send(task, name, value);
    settle();
  }

  /// Fails if classes of functions, deployed now, would do anything else in a task of this engine,
  /// live or ended, than what it did; tells what is different in each.
  public void assertPassesGate(String version, Class<?>... functions) {
    settle();
    var report = perdure.check(version, Integer.MAX_VALUE, functions);
    if (!report.passed()) {
      throw new AssertionError(
          report.diverging().first().stream()
              .map(finding -> "task " + finding.task() + ", " + finding.text())
              .collect(
                  Collectors.joining(
                      "\n",
                      "tasks that would do something else: " + report.diverging().count() + "\n",
                      "")));
    }
  }

  /// The time by the engine's clock.
  public Instant now() {
    return clock.now();
  }

  /// Lets time pass: everything that becomes due on the way happens in its order, each at its own
  /// time, and whatever follows from it. Returns when there is nothing more to do but to wait.
  public void skip(Duration time) {
    var end = clock.now().plus(time);
    settle();
    for (var due = due(); due.isPresent() && !due.get().isAfter(end); due = due()) {
      passUntil(due.get());
    }
    passUntil(end);
  }

  private void passUntil(Instant time) {
    if (time.isAfter(clock.now())) {
      clock.pass(Duration.between(clock.now(), time));
    }
    settle();
  }

  /// The result of a task; lets as much time pass as it takes.
  ///
  /// @throws dev.perdure.node.TaskFailed if it threw or was cancelled
  /// @throws IllegalStateException if it waits for something that time does not bring
  public <R> R await(TaskId task, Class<R> result) {
    end(task);
    return perdure.await(task, result);
  }

  /// How a task ends; lets as much time pass as it takes.
  ///
  /// @throws IllegalStateException if it waits for something that time does not bring
  public Outcome end(TaskId task) {
    settle();
    while (isLive(task)) {
      var due = due();
      if (due.isEmpty()) {
        throw new IllegalStateException(
            "task " + task + " waits for what time does not bring: " + waiting(task));
      }
      passUntil(due.get());
    }
    return perdure.node().await(task);
  }

  /// Calls a function and returns its result; lets as much time pass as it takes.
  ///
  /// @throws dev.perdure.node.TaskFailed if it threw or was cancelled
  public <R> R call(String function, Class<R> result, @Nullable Object... arguments) {
    return await(start(function, arguments), result);
  }

  /// Whether a task has not ended yet.
  public boolean isLive(TaskId task) {
    return perdure.node().<Boolean>read(state -> state.task(task) != null);
  }

  private String waiting(TaskId task) {
    return perdure
        .node()
        .read(state -> {
          var live = state.task(task);
          return live == null ? "nothing" : live.status() + ", " + live.waiting();
        });
  }

  private Optional<Instant> due() {
    return perdure.node().nextDue();
  }

  /// Returns when every task waits for time, for a message, or for another task. An effect that is
  /// being performed is waited for.
  public void settle() {
    while (!quiet()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    settled.run();
  }

  /// Whether no thread runs, and the writer has nothing to do that would let one run. What a thread
  /// left to it when it ended is decided before the first look is answered; what the writer does of
  /// its own accord, such as to suspend attempts, before the second one is: time stands still.
  private boolean quiet() {
    long begun = threads.begun();
    boolean quiet = threads.quiet();
    long before = newest();
    return newest() == before && quiet && threads.quiet() && threads.begun() == begun;
  }

  /// The offset of the newest event, when all that was asked before is decided.
  private long newest() {
    return perdure.node().<Long>read(EngineState::lastOffset);
  }

  @Override
  public void close() {
    perdure.close();
  }
}
