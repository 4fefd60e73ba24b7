package dev.perdure.examples.shop.demo;

import dev.perdure.engine.Change;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.examples.shop.LookupUserDebug;
import dev.perdure.node.Exported;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The laptop's process: runs one task again from the file it was exported as, beside a version of
/// its own, `debug`. No effect is bound, so there is nothing that could touch the world.
///
/// It prints lines: `outcome …`, `divergence …` and `line …`.
final class ReplayMain {
  private ReplayMain() {}

  /// @param arguments the file, and `FUNCTION=VERSION` for each function to switch
  public static void main(String[] arguments) throws IOException {
    var switched = new TreeMap<FunctionName, Version>();
    for (int i = 1; i < arguments.length; i++) {
      var parts = arguments[i].split("=", 2);
      switched.put(new FunctionName(parts[0]), new Version(parts[1]));
    }
    var exported = Exported.fromBytes(Files.readAllBytes(Path.of(arguments[0])));
    try (var perdure = Perdure.inMemory()) {
      perdure.node().importTask(exported, new Change("demo", "it failed"));
      perdure.deploy("debug", LookupUserDebug.class);
      replay(perdure, exported.task(), switched);
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
