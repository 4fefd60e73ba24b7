package dev.perdure.examples.shop.demo;

import java.util.List;

/// (b), (c) Version 2 of one function is deployed beside version 1 and runs in its shadow.
final class ShadowVersion2 implements Chapter {
  /// The phase's name in the log.
  static final String PHASE = "c-shadow";

  @Override
  public String title() {
    return "(b) (c) Version 2 of lookupUser is deployed beside it, and shadows the first half"
        + " again";
  }

  @Override
  public void play(Stage stage) {
    stage.operate("deploy v2");
    stage.operate("shadow lookupUser v1 v2");
    var before = stage.servers().counts();
    var requests = stage.scenario().firstHalf();
    stage.clients().serve(PHASE, requests);
    var counted = stage.servers().counts().since(before);
    var figures = stage.shop().figures();
    Served.tell(stage, figures.phase(PHASE), requests);
    Served.checkCounts(stage, figures.phase(PHASE), counted);
    var without = figures.phase(ServeVersion1.FIRST).effects();
    stage
        .story()
        .check(
            figures.phase(PHASE).effects().equals(without),
            "the shadow touched nothing: without it the same requests had the same counts");
    figures.comparisons().stream()
        .filter(each -> each.candidate().equals("v2"))
        .findFirst()
        .ifPresentOrElse(
            found -> found(stage, found),
            () -> stage.story().check(false, "the log has no comparison with v2"));
  }

  private static void found(Stage stage, Figures.Comparison found) {
    var story = stage.story();
    var stream = stage.scenario().firstHalf();
    long compared = found.same() + found.different();
    story.check(compared == stream.size(), "%,d of %,d calls compared", compared, stream.size());
    long wrong = stream.stream().filter(stage.scenario().planted()::contains).count();
    story.check(
        found.different() == wrong,
        "%,d differ; the seed planted %,d requests that should",
        found.different(),
        wrong);
    List<String> planted = stage.scenario().planted();
    story.check(
        found.users().equals(planted),
        "they are exactly the %d planted customers: %s%s",
        planted.size(),
        String.join(" ", found.users()),
        found.users().equals(planted) ? "" : ", planted were " + String.join(" ", planted));
    story.say("such as: %s", found.example());
  }
}
