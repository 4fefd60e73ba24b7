package dev.perdure.bench;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Files;
import java.nio.file.Path;

/// How long it takes to open a data directory and serve a task (S6): in a process of its own, which
/// has just begun, with a snapshot and without.
public final class RecoveryTime {
  private static final int CLIENTS = 256;

  private RecoveryTime() {}

  /// @param arguments a folder; then `make` and the number of events to write, or `open` and what
  ///   to call the figures
  public static void main(String[] arguments) throws Exception {
    var directory = Path.of(arguments[0]);
    if (arguments[1].equals("make")) {
      make(directory, Long.parseLong(arguments[2]));
    } else {
      open(directory, arguments[2]);
    }
  }

  private static void make(Path directory, long events) throws Exception {
    try (var perdure = Perdure.open(NodeConfig.in(directory))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      while (perdure.node().<Long>read(state -> state.lastOffset()) < events) {
        ClosedLoop.run(CLIENTS, 0.1, () -> perdure.call("tenSteps", 1, Integer.class));
      }
    }
    if (!Files.exists(directory.resolve("snapshot"))) {
      throw new IllegalStateException("no snapshot was written");
    }
  }

  private static void open(Path directory, String name) {
    long from = System.nanoTime();
    var perdure = Perdure.open(NodeConfig.in(directory));
    perdure.effects().bind(TenSteps.World.class, number -> number);
    perdure.call("tenSteps", 1, Integer.class);
    double seconds = (System.nanoTime() - from) / 1e9;
    var recovery = perdure.node().recovery();
    long events = recovery.fromSnapshot() + recovery.fromLog();
    var how =
        "%d events from a snapshot, %d from the log"
            .formatted(recovery.fromSnapshot(), recovery.fromLog());
    print(name, "first_task", seconds, "s", how);
    print(name, "recovery", recovery.took().toNanos() / 1e9, "s", how);
    print(name, "events_per_s", events / (recovery.took().toNanos() / 1e9), "1/s", how);
    // ends without closing, so that what was measured is there for the next one
    Runtime.getRuntime().halt(0);
  }

  private static void print(String name, String figure, double value, String unit, String how) {
    Figure.print("perdure", "recovery", figure + "_" + name, value, unit, how);
  }
}
