package dev.perdure.sim;

import dev.perdure.engine.Input;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.StartOptions;
import java.util.SplittableRandom;

/// What clients ask about limits and turns, in some of the seeds. It draws numbers of its own, so
/// that the other seeds stay what they were.
final class Turnstile {
  private static final int TASKS_MAX = 12;

  private final SplittableRandom random;
  private final Time time;
  private final boolean used;
  private int tasks;

  Turnstile(SplittableRandom random, Time time, boolean requests) {
    this.random = random;
    this.time = time;
    this.used = requests && random.nextInt(3) == 0;
  }

  /// Whether what is asked next is about a limit, or a task that waits for its turn.
  boolean wanted() {
    return used && random.nextInt(3) == 0;
  }

  void act(Clients clients) {
    if (random.nextInt(3) == 0 || tasks >= TASKS_MAX) {
      limit(clients);
    } else {
      tasks++;
      long delay = random.nextInt(3) == 0 ? random.nextInt(60_000) : 0;
      long at = delay == 0 ? 0 : time.wallMillis() + delay;
      var queueing = new Queueing("k" + random.nextInt(2), random.nextInt(3) - 1, at);
      var options = StartOptions.NONE.withQueueing(queueing);
      clients.start(clients.anyFunction(), clients.arguments(), options);
    }
  }

  private void limit(Clients clients) {
    boolean rate = random.nextBoolean();
    var limit =
        new QueueLimit(
            clients.anyFunction(),
            random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2),
            rate ? 1 + random.nextInt(3) : 0,
            rate ? 200 + random.nextInt(random.nextBoolean() ? 1_000 : 20_000) : 0,
            random.nextBoolean());
    var change = clients.nextChange();
    clients.ask(
        "limit " + limit, r -> new Input.SetLimit(r, limit, change), _ -> clients.done(change));
  }
}
