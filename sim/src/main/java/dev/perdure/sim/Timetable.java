package dev.perdure.sim;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Input;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// What clients ask about schedules, in some of the seeds. It draws numbers of its own, so that the
/// other seeds stay what they were.
final class Timetable {
  private static final int NAMES = 3;
  private static final Recurrence EACH_MINUTE = Recurrence.cron("* * * * *", "UTC");

  private final SplittableRandom random;
  private final boolean used;

  Timetable(SplittableRandom random, boolean requests) {
    this.random = random;
    this.used = requests && random.nextInt(3) == 0;
  }

  /// Whether what is asked next is about a schedule.
  boolean wanted() {
    return used && random.nextInt(3) == 0;
  }

  void act(Clients clients) {
    switch (random.nextInt(8)) {
      case 0 -> remove(clients, name());
      case 1, 2 -> pause(clients);
      default -> set(clients);
    }
  }

  private ScheduleName name() {
    return new ScheduleName("s" + random.nextInt(NAMES));
  }

  private void set(Clients clients) {
    boolean rare = random.nextInt(3) == 0;
    var recurrence =
        rare
            ? Recurrence.every(Duration.ofMinutes(10))
            : random.nextBoolean() ? EACH_MINUTE : Recurrence.every(Duration.ofSeconds(15));
    var schedule =
        new Schedule(
            name(),
            clients.anyFunction(),
            random.nextBoolean() ? null : Payload.NO_ARGUMENTS,
            recurrence,
            random.nextBoolean() ? Schedule.Overlap.SKIP : Schedule.Overlap.ALLOW,
            rare && random.nextBoolean() ? 1_000 : random.nextInt(4));
    var seed = new TaskId(random.nextLong(), random.nextLong());
    var change = clients.nextChange();
    clients.ask(
        "schedule " + schedule,
        r -> new Input.SetSchedule(r, schedule, seed, change),
        _ -> clients.done(change));
  }

  private void pause(Clients clients) {
    var name = name();
    boolean paused = random.nextBoolean();
    var change = clients.nextChange();
    clients.ask(
        (paused ? "pause " : "resume ") + name,
        r -> new Input.PauseSchedule(r, name, paused, change),
        _ -> clients.done(change));
  }

  private static void remove(Clients clients, ScheduleName name) {
    var change = clients.nextChange();
    clients.ask(
        "unschedule " + name,
        r -> new Input.RemoveSchedule(r, name, change),
        _ -> clients.done(change));
  }

  /// Removes all schedules: while there is one, a life does not come to rest.
  void clear(Clients clients, EngineState state) {
    if (used) {
      List.copyOf(state.schedules().all()).forEach(s -> remove(clients, s.schedule().name()));
      for (int i = 0; i < NAMES; i++) {
        remove(clients, new ScheduleName("s" + i));
      }
    }
  }
}
