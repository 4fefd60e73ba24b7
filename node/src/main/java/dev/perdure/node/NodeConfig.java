package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.log.Durability;
import dev.perdure.log.PayloadCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a node is opened.
///
/// @param directory the data directory; null: everything is in memory and gone with the node
/// @param keeping how the data directory is kept
/// @param clock the time
/// @param threads what tasks run on
/// @param lines where log lines of tasks go, beside their histories
/// @param trusted packages whose code is taken as deterministic without a look
/// @param runTasks whether the tasks that have not ended go on; false for a look at a data
///   directory
/// @param shadowLimits what shadows may take of the machine
/// @param memory what tasks that wait may take of the memory
/// @param observer looks on at what the node does
public record NodeConfig(
    @Nullable Path directory,
    Keeping keeping,
    Clock clock,
    Threads threads,
    Lines lines,
    List<String> trusted,
    boolean runTasks,
    ShadowLimits shadowLimits,
    MemoryLimits memory,
    Observer observer) {
  public NodeConfig {
    Objects.requireNonNull(observer);
    Objects.requireNonNull(keeping);
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
        Keeping.defaults(),
        SystemClock.CLOCK,
        Threads.virtual(),
        Lines.toSystemLogger(),
        List.of(),
        true,
        shadowLimits,
        MemoryLimits.defaults(),
        Observer.NONE);
  }

  /// The same with a data directory that is kept otherwise.
  public NodeConfig withKeeping(Keeping newKeeping) {
    return new NodeConfig(
        directory,
        newKeeping,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        memory,
        observer);
  }

  /// The same with another durability.
  public NodeConfig withDurability(Durability durability) {
    return withKeeping(keeping.withDurability(durability));
  }

  /// The same, keeping an index that can be asked in SQL. In memory there is none.
  public NodeConfig withIndex() {
    return withKeeping(keeping.withIndex());
  }

  /// The same with a snapshot after so many new events.
  ///
  /// @param count 1 or more
  public NodeConfig withSnapshotEvents(long count) {
    return withKeeping(keeping.withSnapshotEvents(count));
  }

  /// The same with a checkpoint of a task after so many of its effects, where its code can be
  /// written down.
  ///
  /// @param count 1 or more
  public NodeConfig withCheckpointEffects(int count) {
    return withKeeping(keeping.withCheckpointEffects(count));
  }

  /// The same, with all that the data directory holds of arguments, results, messages and log lines
  /// encrypted. In memory nothing is.
  ///
  /// @param codec such as `KeyRing.read(file)`
  public NodeConfig withCodec(PayloadCodec codec) {
    return withKeeping(keeping.withCodec(codec));
  }

  /// The same, forgetting tasks some time after their ends.
  ///
  /// @param after 1 ms or more
  public NodeConfig withRetention(Duration after) {
    return withKeeping(keeping.withRetention(after));
  }

  /// The same with other limits for shadows.
  public NodeConfig withShadowLimits(ShadowLimits limits) {
    return new NodeConfig(
        directory, keeping, clock, threads, lines, trusted, runTasks, limits, memory, observer);
  }

  /// The same with another clock.
  public NodeConfig withClock(Clock newClock) {
    return new NodeConfig(
        directory,
        keeping,
        newClock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        memory,
        observer);
  }

  /// The same with tasks on other threads: for tests that have to know when nothing runs.
  public NodeConfig withThreads(Threads newThreads) {
    return new NodeConfig(
        directory,
        keeping,
        clock,
        newThreads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        memory,
        observer);
  }

  /// The same with log lines going elsewhere.
  public NodeConfig withLines(Lines newLines) {
    return new NodeConfig(
        directory,
        keeping,
        clock,
        threads,
        newLines,
        trusted,
        runTasks,
        shadowLimits,
        memory,
        observer);
  }

  /// The same, trusting these packages.
  public NodeConfig withTrusted(List<String> packages) {
    return new NodeConfig(
        directory,
        keeping,
        clock,
        threads,
        lines,
        packages,
        runTasks,
        shadowLimits,
        memory,
        observer);
  }

  /// The same, but tasks that have not ended stand still.
  public NodeConfig withoutRunningTasks() {
    return new NodeConfig(
        directory, keeping, clock, threads, lines, trusted, false, shadowLimits, memory, observer);
  }

  /// The same with other limits for tasks that wait.
  public NodeConfig withMemory(MemoryLimits limits) {
    return new NodeConfig(
        directory,
        keeping,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        limits,
        observer);
  }

  /// The same, with somebody who looks on at what it does.
  public NodeConfig withObserver(Observer newObserver) {
    return new NodeConfig(
        directory,
        keeping,
        clock,
        threads,
        lines,
        trusted,
        runTasks,
        shadowLimits,
        memory,
        newObserver);
  }
}
