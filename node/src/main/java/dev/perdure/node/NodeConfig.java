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
/// @param lines where log lines of tasks go, beside their histories
/// @param trusted packages whose code is taken as deterministic without a look
/// @param runTasks whether the tasks that have not ended go on; false for a look at a data
///   directory
public record NodeConfig(
    @Nullable Path directory,
    Durability durability,
    Clock clock,
    Lines lines,
    List<String> trusted,
    boolean runTasks) {
  public NodeConfig {
    Objects.requireNonNull(durability);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(lines);
    trusted = List.copyOf(trusted);
  }

  /// A node on a data directory: durable, on the machine's clock.
  public static NodeConfig in(Path directory) {
    return new NodeConfig(
        directory, Durability.fsync(), SystemClock.CLOCK, Lines.toSystemLogger(), List.of(), true);
  }

  /// A node in memory: for tests.
  public static NodeConfig inMemory() {
    return new NodeConfig(
        null, Durability.fsync(), SystemClock.CLOCK, Lines.toSystemLogger(), List.of(), true);
  }

  /// The same with another durability.
  public NodeConfig withDurability(Durability newDurability) {
    return new NodeConfig(directory, newDurability, clock, lines, trusted, runTasks);
  }

  /// The same with another clock.
  public NodeConfig withClock(Clock newClock) {
    return new NodeConfig(directory, durability, newClock, lines, trusted, runTasks);
  }

  /// The same with log lines going elsewhere.
  public NodeConfig withLines(Lines newLines) {
    return new NodeConfig(directory, durability, clock, newLines, trusted, runTasks);
  }

  /// The same, trusting these packages.
  public NodeConfig withTrusted(List<String> packages) {
    return new NodeConfig(directory, durability, clock, lines, packages, runTasks);
  }

  /// The same, but tasks that have not ended stand still.
  public NodeConfig withoutRunningTasks() {
    return new NodeConfig(directory, durability, clock, lines, trusted, false);
  }
}
