package dev.perdure.examples.shop.demo;

import java.util.List;

/// What is told of every phase: how many tasks there were, and that the servers counted what the
/// log says.
final class Served {
  private Served() {}

  /// Tells how many tasks a phase had and how they ended.
  static void tell(Stage stage, Figures.Phase phase, List<String> requests) {
    long unknown = requests.stream().filter(stage.scenario().unknown()::contains).count();
    stage
        .story()
        .check(
            phase.tasks() == requests.size()
                && phase.failed().size() == unknown
                && phase.running() == 0,
            "%,d requests, %,d tasks in the log: %,d done, %,d failed (their customers do not"
                + " exist); %,d tasks a second",
            requests.size(),
            phase.tasks(),
            phase.done(),
            phase.failed().size(),
            phase.perSecond());
  }

  /// Checks the servers' own counts against the effects in the log.
  static void checkCounts(Stage stage, Figures.Phase phase, Servers.Counts counted) {
    same(stage, "lookups of a customer", phase.asked("Catalog/user"), counted.lookups());
    same(stage, "readings of a list", phase.asked("Catalog/items"), counted.lists());
    same(stage, "reservations", phase.asked("Warehouse/reserve"), counted.requests());
  }

  private static void same(Stage stage, String what, long inLog, long counted) {
    stage
        .story()
        .check(inLog == counted, "%,d %s in the log; the server counts %,d", inLog, what, counted);
  }
}
