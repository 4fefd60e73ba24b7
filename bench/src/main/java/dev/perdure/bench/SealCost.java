package dev.perdure.bench;

import dev.perdure.log.aes.KeyRing;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What it costs tasks that their data is encrypted: tasks of ten steps on two nodes, one of which
/// seals, that take turns in short spells.
public final class SealCost {
  private static final int STEPS = 10;
  private static final int ROUNDS = 11;

  private SealCost() {}

  /// @param arguments a folder, seconds of a spell, how many clients, separated by commas
  public static void main(String[] arguments) throws Exception {
    double seconds = Double.parseDouble(arguments[1]);
    for (var clients : arguments[2].split(",")) {
      compare(Path.of(arguments[0], clients), Integer.parseInt(clients), seconds);
    }
  }

  private static void compare(Path folder, int clients, double seconds) throws Exception {
    var config = NodeConfig.in(folder.resolve("sealed")).withCodec(KeyRing.fresh());
    try (var clear = open(NodeConfig.in(folder.resolve("clear")));
        var sealed = open(config)) {
      run(clear, clients, 2 * seconds);
      run(sealed, clients, 2 * seconds);
      var rates = new ArrayList<Double>();
      var ratios = new ArrayList<Double>();
      var cpus = new ArrayList<Double>();
      var cpuRatios = new ArrayList<Double>();
      for (int round = 0; round < ROUNDS; round++) {
        var before = round % 2 == 0 ? run(clear, clients, seconds) : null;
        var spell = run(sealed, clients, seconds);
        var bare = before != null ? before : run(clear, clients, seconds);
        rates.add(spell.rate());
        ratios.add(spell.rate() / bare.rate());
        cpus.add(spell.cpuMicros());
        cpuRatios.add(spell.cpuMicros() / bare.cpuMicros());
      }
      print("steps_per_s_c" + clients, rates, "1/s");
      print("ratio_c" + clients, ratios, "x in clear");
      print("cpu_per_step_c" + clients, cpus, "us");
      print("cpu_ratio_c" + clients, cpuRatios, "x in clear");
    }
  }

  /// What a spell gave.
  ///
  /// @param rate steps a second
  /// @param cpuMicros CPU time of the process for a step: what other programs take does not count
  private record Spell(double rate, double cpuMicros) {}

  private static Perdure open(NodeConfig config) {
    var perdure = Perdure.open(config);
    perdure.effects().bind(TenSteps.World.class, number -> number);
    perdure.deploy("v1", TenSteps.class);
    return perdure;
  }

  private static Spell run(Perdure perdure, int clients, double seconds) throws Exception {
    long before = cpuNanos();
    var result = ClosedLoop.run(clients, seconds, () -> perdure.call("tenSteps", 1, Integer.class));
    double steps = result.sortedNanos().length * (double) STEPS;
    return new Spell(STEPS * result.rate(), (cpuNanos() - before) / 1e3 / steps);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static void print(String figure, List<Double> values, String unit) {
    Collections.sort(values);
    Figure.print(
        "perdure",
        "seal",
        figure,
        values.get(values.size() / 2),
        unit,
        "median of %d spells, %.4g..%.4g"
            .formatted(values.size(), values.getFirst(), values.getLast()));
  }
}
