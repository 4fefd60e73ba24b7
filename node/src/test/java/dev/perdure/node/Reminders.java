package dev.perdure.node;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import java.time.Duration;

/// Functions that start others for later.
public final class Reminders {
  private final Tasks tasks;
  private final Clock clock;

  public Reminders(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  @Routed
  public String remindIn(Duration time, String customer) {
    var due = clock.now().plus(time);
    Task<String> reminder = tasks.at(due, "remind", customer);
    return reminder.await();
  }

  @Routed
  public String remind(String customer) {
    return customer + " at " + clock.now();
  }
}
