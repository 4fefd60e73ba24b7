package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.log.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    Observer observer) {
  public NodeConfig {
    Objects.requireNonNull(observer);
    Objects.requireNonNull(durability);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(threads);
    Objects.requireNonNull(lines);
    Objects.requireNonNull(shadowLimits);
    trusted = List.copyOf(trusted);
  }

  /// A node on a data directory: durable, on the machine's clock.
  public static NodeConfig in(Path directory) {
    return with(directory, ShadowLimits.defaults());
  }

  /// A node in memory: for tests. Its shadows run on a busy machine too.
  public static NodeConfig inMemory() {
    return with(null, ShadowLimits.defaults().onBusyMachine());
  }

  private static NodeConfig with(@Nullable Path directory, ShadowLimits shadowLimits) {
    return new NodeConfig(
        directory,
        Durability.fsync(),
        SystemClock.CLOCK,
        Threads.virtual(),
        Lines.toSystemLogger(),
        List.of(),
        true,
        shadowLimits,
        false,
        MemoryLimits.defaults(),
        Limits.SNAPSHOT_EVENTS,
        Observer.NONE);
  }

  /// The same with other limits for shadows.
  public NodeConfig withShadowLimits(ShadowLimits limits) {
    return new NodeConfig(
        directory,
        durability,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        limits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same with another durability.
  public NodeConfig withDurability(Durability newDurability) {
    return new NodeConfig(
        directory,
        newDurability,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same with another clock.
  public NodeConfig withClock(Clock newClock) {
    return new NodeConfig(
        directory,
        durability,
        newClock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same with tasks on other threads: for tests that have to know when nothing runs.
  public NodeConfig withThreads(Threads newThreads) {
    return new NodeConfig(
        directory,
        durability,
        clock,
        newThreads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same with log lines going elsewhere.
  public NodeConfig withLines(Lines newLines) {
    return new NodeConfig(
        directory,
        durability,
        clock,
        threads,
        newLines,
        trusted,
        runTasks,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same, trusting these packages.
  public NodeConfig withTrusted(List<String> packages) {
    return new NodeConfig(
        directory,
        durability,
        clock,
        threads,
        lines,
        packages,
        runTasks,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same, but tasks that have not ended stand still.
  public NodeConfig withoutRunningTasks() {
    return new NodeConfig(
        directory,
        durability,
        clock,
        threads,
        lines,
        trusted,
        false,
        shadowLimits,
        index,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same, keeping an index that can be asked in SQL. In memory there is none.
  public NodeConfig withIndex() {
    return new NodeConfig(
        directory,
        durability,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        true,
        memory,
        snapshotEvents,
        observer);
  }

  /// The same with other limits for tasks that wait.
  public NodeConfig withMemory(MemoryLimits limits) {
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
        limits,
        snapshotEvents,
        observer);
  }

  /// The same with a snapshot after so many new events.
  ///
  /// @param count 1 or more
  public NodeConfig withSnapshotEvents(long count) {
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
        count,
        observer);
  }

  /// The same, with somebody who looks on at what it does.
  public NodeConfig withObserver(Observer newObserver) {
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
        newObserver);
  }
}
