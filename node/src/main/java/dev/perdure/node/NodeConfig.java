package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.log.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a node is opened.
///
/// @param directory the data directory; null: everything is in memory and gone with the node
/// @param durability what an acknowledgement promises
/// @param clock the time
/// @param threads what tasks run on
/// @param lines where log lines of tasks go, beside their histories
/// @param trusted packages whose code is taken as deterministic without a look
/// @param runTasks whether the tasks that have not ended go on; false for a look at a data
///   directory
/// @param shadowLimits what shadows may take of the machine
/// @param index whether the data directory's tables are kept in step with its log while it is open.
///   Off by default, for it loads native code; the command line brings the tables up to date when
///   it needs them and nobody owns the directory
/// @param memory what tasks that wait may take of the memory
/// @param snapshotEvents new events after which there is a new snapshot, 1 or more
/// @param retain for how long tasks are kept after their ends, 1 ms or more; null: for ever
/// @param observer looks on at what the node does
public record NodeConfig(
    @Nullable Path directory,
    Durability durability,
    Clock clock,
    Threads threads,
    Lines lines,
    List<String> trusted,
    boolean runTasks,
    ShadowLimits shadowLimits,
    boolean index,
    MemoryLimits memory,
    long snapshotEvents,
    @Nullable Duration retain,
    Observer observer) {
  public NodeConfig {
    Objects.requireNonNull(durability);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(threads);
    Objects.requireNonNull(lines);
    Objects.requireNonNull(shadowLimits);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(observer);
    trusted = List.copyOf(trusted);
  }

  /// A node on a data directory: durable, on the machine's clock.
  public static NodeConfig in(Path directory) {
    return new Parts(directory, ShadowLimits.defaults()).config();
  }

  /// A node in memory: for tests. Its shadows run on a busy machine too.
  public static NodeConfig inMemory() {
    return new Parts(null, ShadowLimits.defaults().onBusyMachine()).config();
  }

  private NodeConfig with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.config();
  }

  /// The same with other limits for shadows.
  public NodeConfig withShadowLimits(ShadowLimits limits) {
    return with(parts -> parts.shadowLimits = limits);
  }

  /// The same with another durability.
  public NodeConfig withDurability(Durability newDurability) {
    return with(parts -> parts.durability = newDurability);
  }

  /// The same with another clock.
  public NodeConfig withClock(Clock newClock) {
    return with(parts -> parts.clock = newClock);
  }

  /// The same with tasks on other threads: for tests that have to know when nothing runs.
  public NodeConfig withThreads(Threads newThreads) {
    return with(parts -> parts.threads = newThreads);
  }

  /// The same with log lines going elsewhere.
  public NodeConfig withLines(Lines newLines) {
    return with(parts -> parts.lines = newLines);
  }

  /// The same, trusting these packages.
  public NodeConfig withTrusted(List<String> packages) {
    return with(parts -> parts.trusted = packages);
  }

  /// The same, but tasks that have not ended stand still.
  public NodeConfig withoutRunningTasks() {
    return with(parts -> parts.runTasks = false);
  }

  /// The same, keeping an index that can be asked in SQL. In memory there is none.
  public NodeConfig withIndex() {
    return with(parts -> parts.index = true);
  }

  /// The same with other limits for tasks that wait.
  public NodeConfig withMemory(MemoryLimits limits) {
    return with(parts -> parts.memory = limits);
  }

  /// The same with a snapshot after so many new events.
  ///
  /// @param count 1 or more
  public NodeConfig withSnapshotEvents(long count) {
    return with(parts -> parts.snapshotEvents = count);
  }

  /// The same, forgetting tasks some time after their ends.
  ///
  /// @param after 1 ms or more
  public NodeConfig withRetention(Duration after) {
    return with(parts -> parts.retain = after);
  }

  /// The same, with somebody who looks on at what it does.
  public NodeConfig withObserver(Observer newObserver) {
    return with(parts -> parts.observer = newObserver);
  }

  /// What a configuration is made of, on its way to the next one.
  private static final class Parts {
    private @Nullable Path directory;
    private Durability durability = Durability.fsync();
    private Clock clock = SystemClock.CLOCK;
    private Threads threads = Threads.virtual();
    private Lines lines = Lines.toSystemLogger();
    private List<String> trusted = List.of();
    private boolean runTasks = true;
    private ShadowLimits shadowLimits;
    private boolean index = false;
    private MemoryLimits memory = MemoryLimits.defaults();
    private long snapshotEvents = Limits.SNAPSHOT_EVENTS;
    private @Nullable Duration retain;
    private Observer observer = Observer.NONE;

    Parts(@Nullable Path directory, ShadowLimits shadowLimits) {
      this.directory = directory;
      this.shadowLimits = shadowLimits;
    }

    Parts(NodeConfig from) {
      directory = from.directory;
      durability = from.durability;
      clock = from.clock;
      threads = from.threads;
      lines = from.lines;
      trusted = from.trusted;
      runTasks = from.runTasks;
      shadowLimits = from.shadowLimits;
      index = from.index;
      memory = from.memory;
      snapshotEvents = from.snapshotEvents;
      retain = from.retain;
      observer = from.observer;
    }

    NodeConfig config() {
      return new NodeConfig(
          directory,
          durability,
          clock,
          threads,
          lines,
          trusted,
          runTasks,
          shadowLimits,
          index,
          memory,
          snapshotEvents,
          retain,
          observer);
    }
  }
}
