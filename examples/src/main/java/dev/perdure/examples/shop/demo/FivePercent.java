package dev.perdure.examples.shop.demo;

/// (d) A share of the tasks goes to version 2.
final class FivePercent implements Chapter {
  /// The phase's name in the log.
  static final String PHASE = "d-percent";

  private static final int PERCENT = 5;
  private static final int REQUESTS_MIN = 500;

  /// A fair share of n tasks lies within so many standard deviations, but for one run in a million.
  private static final double DEVIATIONS_MAX = 5;

  @Override
  public String title() {
    return "(d) 5 percent of the tasks go to version 2";
  }

  @Override
  public void play(Stage stage) {
    stage.operate("percent lookupUser v1 v2 " + PERCENT);
    int count = Math.max(REQUESTS_MIN, stage.scenario().stream().size() / 10);
    var requests = stage.scenario().requests(count);
    var before = stage.servers().counts();
    stage.clients().serve(PHASE, requests);
    var counted = stage.servers().counts().since(before);
    var phase = stage.shop().figures().phase(PHASE);
    Served.tell(stage, phase, requests);
    Served.checkCounts(stage, phase, counted);
    tell(stage.story(), phase);
  }

  private static void tell(Story story, Figures.Phase phase) {
    long candidate = phase.chosen().getOrDefault("v2", 0L);
    long primary = phase.chosen().getOrDefault("v1", 0L);
    story.check(
        primary + candidate == phase.tasks() && fair(candidate, phase.tasks()),
        "%,d went to v1 and %,d to v2: %.2f percent, a fair draw of %d",
        primary,
        candidate,
        100.0 * candidate / Math.max(1, phase.tasks()),
        PERCENT);
    story.check(
        phase.strayed() == 0,
        "the choice is recorded with each task and depends on its id alone: %,d of %,d would go"
            + " elsewhere if asked again",
        phase.strayed(),
        phase.tasks());
    story.say("such as: %s", String.join(" ", phase.sample()));
  }

  private static boolean fair(long hits, long tasks) {
    double share = PERCENT / 100.0;
    double deviation = Math.sqrt(tasks * share * (1 - share));
    return Math.abs(hits - tasks * share) <= DEVIATIONS_MAX * deviation;
  }
}
