package dev.perdure.examples.shop.demo;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The laptop's process: runs one task again from a copy of the data. No effect is bound, so there
/// is nothing that could touch the world.
///
/// It prints lines: `outcome …`, `divergence …` and `line …`.
final class ReplayMain {
  private ReplayMain() {}

  /// @param arguments the directory with the copy, the task, and `FUNCTION=VERSION` for each
  ///   function to switch
  public static void main(String[] arguments) {
    var switched = new TreeMap<FunctionName, Version>();
    for (int i = 2; i < arguments.length; i++) {
      var parts = arguments[i].split("=", 2);
      switched.put(new FunctionName(parts[0]), new Version(parts[1]));
    }
    var config = NodeConfig.in(Path.of(arguments[0])).withoutRunningTasks();
    try (var perdure = Perdure.open(config)) {
      replay(perdure, TaskId.parse(arguments[1]), switched);
    }
  }

  private static void replay(Perdure perdure, TaskId task, Map<FunctionName, Version> switched) {
    var report = perdure.node().replay(task, switched, Extras.none());
    var divergence = report.divergence();
    if (divergence != null) {
      System.out.println("divergence " + divergence.text());
    }
    for (var call : report.calls()) {
      call.result().lines().forEach(line -> System.out.println("line " + line));
      call.result().divergences().forEach(d -> System.out.println("divergence " + d.text()));
    }
    var outcome = report.outcome();
    System.out.println(
        "outcome " + (outcome == null ? String.valueOf(report.end()) : Describe.outcome(outcome)));
  }
}
