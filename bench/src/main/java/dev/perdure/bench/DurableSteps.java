package dev.perdure.bench;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// S1: tasks of ten durable steps, by 1, 64 and 512 clients, with the bare log beside them: the two
/// take turns in short spells, so that a disk which is slower for a while is slower for both.
/// Prints the figures as lines of [Figure], each the median of the spells, and the ratios spell by
/// spell.
public final class DurableSteps {
  private static final int STEPS = 10;
  private static final String CONDITIONS =
      "10 steps a task; each outcome forced before the next step";

  /// Spells of each: enough for a median that a second or two of a busy disk do not move.
  private static final int SPELLS = 10;

  private DurableSteps() {}

  /// @param arguments a folder on the disk to measure, seconds of warm-up and of measuring for each
  ///   of the two, and how many clients, separated by commas (1,64,512 if left out)
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    double warm = Double.parseDouble(arguments[1]);
    double measured = Double.parseDouble(arguments[2]);
    var counts = arguments.length > 3 ? arguments[3] : "1,64,512";
    for (var count : counts.split(",")) {
      compare(folder.resolve("c" + count), Integer.parseInt(count), warm, measured / SPELLS);
    }
  }

  private static void compare(Path folder, int clients, double warm, double seconds)
      throws Exception {
    var opened = Log.open(folder.resolve("bare"), LogSettings.defaults());
    try (var log = new BareLog(opened);
        var perdure = Perdure.open(folder.resolve("perdure"))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      var bare = new Contestant("bare-log", opened, clients, () -> append(log));
      var durable =
          new Contestant(
              "perdure",
              perdure.node().log(),
              clients,
              () -> perdure.call("tenSteps", 1, Integer.class));
      bare.warmUp(warm);
      durable.warmUp(warm);
      for (int spell = 0; spell < SPELLS; spell++) {
        bare.measure(seconds);
        durable.measure(seconds);
      }
      bare.print();
      durable.print();
      durable.printBeside(bare);
    }
    delete(folder);
  }

  private static void append(BareLog log) throws Exception {
    for (int i = 0; i < STEPS; i++) {
      log.append();
    }
  }

  /// One of the two, with what its spells gave.
  private static final class Contestant {
    private final String who;
    private final Log log;
    private final int clients;
    private final ClosedLoop.Operation task;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    Contestant(String who, Log log, int clients, ClosedLoop.Operation task) {
      this.who = who;
      this.log = log;
      this.clients = clients;
      this.task = task;
    }

    void warmUp(double seconds) throws Exception {
      ClosedLoop.run(clients, seconds, task);
    }

    void measure(double seconds) throws Exception {
      long flushesBefore = flushes();
      long forcesBefore = log.forces();
      var result = ClosedLoop.run(clients, seconds, task);
      double steps = result.sortedNanos().length * (double) STEPS;
      add("task_p50", result.micros(0.5));
      add("task_p99", result.micros(0.99));
      add("steps_per_s", result.rate() * STEPS);
      add("forces_per_step", (log.forces() - forcesBefore) / steps);
      add("flushes_per_step", (flushes() - flushesBefore) / steps);
    }

    private void add(String figure, double value) {
      spells(figure).add(value);
    }

    private List<Double> spells(String figure) {
      return figures.computeIfAbsent(figure, _ -> new ArrayList<>());
    }

    void print() {
      line("task_p50", "us");
      line("task_p99", "us");
      line("steps_per_s", "1/s");
      line("forces_per_step", "forces");
      line("flushes_per_step", "flushes");
    }

    private void line(String figure, String unit) {
      print(figure, sorted(spells(figure))[SPELLS / 2], unit);
    }

    /// The ratios to another one, spell by spell: the least, the median and the greatest.
    void printBeside(Contestant other) {
      for (var figure : List.of("task_p50", "steps_per_s")) {
        var own = spells(figure);
        var others = other.spells(figure);
        var ratios =
            sorted(IntStream.range(0, SPELLS).mapToObj(i -> own.get(i) / others.get(i)).toList());
        print(figure + "_ratio_min", ratios[0], "x bare-log");
        print(figure + "_ratio", ratios[SPELLS / 2], "x bare-log");
        print(figure + "_ratio_max", ratios[SPELLS - 1], "x bare-log");
      }
    }

    private void print(String figure, double value, String unit) {
      Figure.print(who, "W1", figure + "_c" + clients, value, unit, CONDITIONS);
    }

    private static double[] sorted(List<Double> values) {
      return values.stream().mapToDouble(value -> value).sorted().toArray();
    }
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
