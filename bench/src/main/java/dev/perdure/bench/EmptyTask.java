package dev.perdure.bench;

import dev.perdure.api.Routed;
import dev.perdure.engine.StartOptions;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// S2: from the start of a task that does nothing to its durable result, by one client, beside one
/// record that is forced to the same disk. The two take turns in short spells.
public final class EmptyTask {
  private static final int SPELLS = 10;

  private EmptyTask() {}

  /// The function.
  public static final class Nothing {
    public Nothing() {}

    @Routed
    public long nothing() {
      return 0;
    }
  }

  /// @param arguments a folder on the disk to measure, and the seconds of a spell
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    try (var bare = new BareLog(Log.open(folder.resolve("bare"), LogSettings.defaults()));
        var perdure = Perdure.open(NodeConfig.in(folder.resolve("perdure")))) {
      perdure.deploy("v1", Nothing.class);
      ClosedLoop.Operation forced = bare::append;
      ClosedLoop.Operation task =
          () -> perdure.call("nothing", List.of(), Long.class, StartOptions.NONE);
      ClosedLoop.run(1, 2 * seconds, forced);
      ClosedLoop.run(1, 2 * seconds, task);
      var ratios = new double[SPELLS];
      var forces = new double[SPELLS];
      var tasks = new double[SPELLS];
      for (int spell = 0; spell < SPELLS; spell++) {
        forces[spell] = ClosedLoop.run(1, seconds, forced).micros(0.5);
        tasks[spell] = ClosedLoop.run(1, seconds, task).micros(0.5);
        ratios[spell] = tasks[spell] / forces[spell];
      }
      print("bare-log", "force_p50", forces, "us");
      print("perdure", "empty_task_p50", tasks, "us");
      print("perdure", "empty_task_ratio", ratios, "x bare-log");
    }
  }

  private static void print(String who, String figure, double[] spells, String unit) {
    Arrays.sort(spells);
    Figure.print(
        who,
        "empty-task",
        figure,
        spells[SPELLS / 2],
        unit,
        "1 client; %d spells, %.4g..%.4g".formatted(SPELLS, spells[0], spells[SPELLS - 1]));
  }
}
