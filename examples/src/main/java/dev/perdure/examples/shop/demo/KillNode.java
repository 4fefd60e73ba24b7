package dev.perdure.examples.shop.demo;

import java.io.IOException;

/// (g) The node is killed with many requests in flight, and started again.
final class KillNode implements Chapter {
  /// The phase's name in the log.
  static final String PHASE = "g-kill";

  /// The warehouse has done so many things that the node does not know of when it dies.
  private static final int HELD = 105;

  @Override
  public String title() {
    return "(g) The node is killed (SIGKILL) with more than 100 requests in flight, and started"
        + " again";
  }

  @Override
  public void play(Stage stage) throws IOException {
    var shop = stage.shop();
    int count = Math.max(5 * stage.clients().count(), stage.scenario().stream().size() / 10);
    var requests = stage.scenario().requests(count);
    var before = stage.servers().counts();
    var run = stage.clients().start(PHASE, requests);
    Waiting.until(() -> run.answered() > requests.size() / 2);
    stage.servers().hold();
    stage.servers().awaitHeld(HELD);
    long pid = shop.pid();
    int answered = run.answered();
    int inFlight = run.inFlight();
    shop.kill();
    stage.servers().release();
    stage
        .story()
        .say("process %d is killed: %,d requests answered, %,d in flight", pid, answered, inFlight);
    shop.restart();
    run.await();
    tell(stage, run, requests.size(), stage.servers().counts().since(before));
  }

  private static void tell(Stage stage, Clients.Run run, int requests, Servers.Counts counted) {
    var story = stage.story();
    var figures = stage.shop().figures();
    var phase = figures.phase(PHASE);
    story.check(
        figures.nodes() == 2,
        "process %d goes on; the log has had %d nodes",
        stage.shop().pid(),
        figures.nodes());
    story.check(
        phase.interrupted() > 100,
        "%,d tasks were in the log without their end, and were finished by the second node",
        phase.interrupted());
    Served.tell(stage, phase, stage.scenario().requests(requests));
    long different = run.differencesWhenAskedAgain(stage.shop());
    story.check(
        different == 0 && stage.shop().figures().phase(PHASE).tasks() == requests,
        "nothing lost: asked again for all %,d results, %,d differ and no task is new",
        requests,
        different);
    long reserved = phase.asked("Warehouse/reserve");
    story.check(
        counted.keys() == reserved && reserved == phase.done(),
        "nothing doubled: %,d tasks done, %,d reservations in the log, %,d keys at the warehouse",
        phase.done(),
        reserved,
        counted.keys());
    long repeats = counted.requests() - counted.keys();
    story.check(
        repeats > 100 && repeats <= phase.openEffects(),
        "%,d reservations were open in the log; the warehouse saw %,d keys again and changed"
            + " nothing",
        phase.openEffects(),
        repeats);
  }
}
