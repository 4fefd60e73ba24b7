package dev.perdure.examples.shop.demo;

/// (a) Version 1 serves the stream.
final class ServeVersion1 implements Chapter {
  /// The phase's name in the log.
  static final String PHASE = "a-version-1";

  @Override
  public String title() {
    return "(a) Version 1 serves the stream of recorded requests";
  }

  @Override
  public void play(Stage stage) {
    stage.operate("deploy v1");
    var before = stage.servers().counts();
    stage.clients().serve(PHASE, stage.scenario().stream());
    var counted = stage.servers().counts().since(before);
    var phase = stage.shop().figures().phase(PHASE);
    Served.tell(stage, phase, stage.scenario().stream());
    Served.checkCounts(stage, phase, counted);
  }
}
