package dev.perdure.bench;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What keeping an index costs the tasks: durable tasks of ten steps on two nodes, one with an
/// index and one without, which take turns in short spells.
public final class IndexCost {
  private static final int STEPS = 10;
  private static final int ROUNDS = 15;

  private IndexCost() {}

  /// @param arguments a folder, seconds of a spell, clients
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    int clients = Integer.parseInt(arguments[2]);
    try (var without = open(NodeConfig.in(folder.resolve("without")));
        var with = open(NodeConfig.in(folder.resolve("with")).withIndex())) {
      run(without, clients, 2 * seconds);
      run(with, clients, 2 * seconds);
      var rates = new ArrayList<Double>();
      var ratios = new ArrayList<Double>();
      var lags = new ArrayList<Double>();
      for (int round = 0; round < ROUNDS; round++) {
        double bare = round % 2 == 0 ? run(without, clients, seconds) : 0;
        double indexed = run(with, clients, seconds);
        lags.add((double) with.node().indexFigures().orElseThrow().lag().events());
        settle(with);
        bare = round % 2 == 0 ? bare : run(without, clients, seconds);
        rates.add(indexed);
        ratios.add(indexed / bare);
      }
      print("steps_per_s_c" + clients, rates, "1/s");
      print("ratio_c" + clients, ratios, "x without");
      print("lag_after_spell_c" + clients, lags, "events");
    }
  }

  private static Perdure open(NodeConfig config) {
    var perdure = Perdure.open(config);
    perdure.effects().bind(TenSteps.World.class, number -> number);
    perdure.deploy("v1", TenSteps.class);
    return perdure;
  }

  /// @return steps a second
  private static double run(Perdure perdure, int clients, double seconds) throws Exception {
    return STEPS
        * ClosedLoop.run(clients, seconds, () -> perdure.call("tenSteps", 1, Integer.class)).rate();
  }

  /// Lets the index come to the end, so that it does not work while the other node is measured.
  private static void settle(Perdure perdure) throws InterruptedException {
    while (!perdure.node().indexFigures().orElseThrow().lag().isNone()) {
      Thread.sleep(10);
    }
  }

  private static void print(String figure, List<Double> values, String unit) {
    Collections.sort(values);
    Figure.print(
        "perdure",
        "index",
        figure,
        values.get(values.size() / 2),
        unit,
        "median of %d spells, %.4g..%.4g"
            .formatted(values.size(), values.getFirst(), values.getLast()));
  }
}
