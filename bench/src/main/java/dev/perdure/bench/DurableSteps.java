package dev.perdure.bench;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// S1: tasks of ten durable steps, by 1, 64 and 512 clients, with the bare log beside them in the
/// same run. Prints the figures as lines of [Figure].
public final class DurableSteps {
  private static final int STEPS = 10;
  private static final String CONDITIONS =
      "10 steps a task; each outcome forced before the next step";

  private DurableSteps() {}

  /// @param arguments a folder on the disk to measure, seconds of warm-up and of measuring, and how
  ///   many clients, separated by commas (1,64,512 if left out)
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    double warm = Double.parseDouble(arguments[1]);
    double measured = Double.parseDouble(arguments[2]);
    var counts = arguments.length > 3 ? arguments[3] : "1,64,512";
    for (var count : counts.split(",")) {
      int clients = Integer.parseInt(count);
      bare(folder.resolve("bare-" + clients), clients, warm, measured);
      perdure(folder.resolve("perdure-" + clients), clients, warm, measured);
    }
  }

  private static void bare(Path folder, int clients, double warm, double measured)
      throws Exception {
    var opened = Log.open(folder, LogSettings.defaults());
    try (var log = new BareLog(opened)) {
      measure(
          "bare-log",
          opened,
          clients,
          warm,
          measured,
          () -> {
            for (int i = 0; i < STEPS; i++) {
              log.append();
            }
          });
    }
    delete(folder);
  }

  private static void perdure(Path folder, int clients, double warm, double measured)
      throws Exception {
    try (var perdure = Perdure.open(folder)) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      measure(
          "perdure",
          perdure.node().log(),
          clients,
          warm,
          measured,
          () -> perdure.call("tenSteps", 1, Integer.class));
    }
    delete(folder);
  }

  private static void measure(
      String who, Log log, int clients, double warm, double measured, ClosedLoop.Operation task)
      throws Exception {
    ClosedLoop.run(clients, warm, task);
    long flushesBefore = flushes();
    long forcesBefore = log.forces();
    var result = ClosedLoop.run(clients, measured, task);
    double steps = result.sortedNanos().length * (double) STEPS;
    var which = "_c" + clients;
    print(who, "task_p50" + which, result.micros(0.5), "us");
    print(who, "task_p99" + which, result.micros(0.99), "us");
    print(who, "steps_per_s" + which, result.rate() * STEPS, "1/s");
    print(who, "forces_per_step" + which, (log.forces() - forcesBefore) / steps, "forces");
    print(who, "flushes_per_step" + which, (flushes() - flushesBefore) / steps, "flushes");
  }

  private static void print(String who, String figure, double value, String unit) {
    Figure.print(who, "W1", figure, value, unit, CONDITIONS);
  }

  /// Flushes of all disks so far, counted by the kernel; exact while nothing else writes.
  private static long flushes() throws IOException {
    var stats = Path.of("/proc/diskstats");
    if (!Files.exists(stats)) {
      return 0;
    }
    return Files.readAllLines(stats).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(f -> f.length > 18 && f[2].matches("(vd|sd|xvd)[a-z]+|nvme\\d+n\\d+"))
        .mapToLong(f -> Long.parseLong(f[18]))
        .sum();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
