package dev.perdure.examples.shop.demo;

import java.util.List;

/// (a) Version 1 serves the stream, in two halves: the first will be compared with the same
/// requests under a shadow.
final class ServeVersion1 implements Chapter {
  /// The first half's name in the log.
  static final String FIRST = "a-first-half";

  /// The second half's.
  static final String SECOND = "a-second-half";

  @Override
  public String title() {
    return "(a) Version 1 serves the stream of recorded requests";
  }

  @Override
  public void play(Stage stage) {
    stage.operate("deploy v1");
    serve(stage, FIRST, stage.scenario().firstHalf());
    serve(stage, SECOND, stage.scenario().secondHalf());
  }

  private static void serve(Stage stage, String name, List<String> requests) {
    var before = stage.servers().counts();
    stage.clients().serve(name, requests);
    var counted = stage.servers().counts().since(before);
    var phase = stage.shop().figures().phase(name);
    Served.tell(stage, phase, requests);
    Served.checkCounts(stage, phase, counted);
  }
}
