package dev.perdure.sim.kill;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Ids;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import java.time.Duration;
import java.util.List;

/// Functions that draw numbered tickets. No number is given twice, so what a task returns shows
/// which performings of its effects it was told of.
public final class Draws {
  private final Tickets tickets;
  private final Tasks tasks;
  private final Clock clock;
  private final Ids ids;

  /// Where tickets are drawn: outside of the node's process.
  @Effect
  public interface Tickets {
    /// Draws the next ticket; must not be repeated without need.
    long draw(String what);

    /// The ticket drawn last; may be asked again.
    @ReadOnly
    long newest(String what);
  }

  public Draws(Tickets tickets, Tasks tasks, Clock clock, Ids ids) {
    this.tickets = tickets;
    this.tasks = tasks;
    this.clock = clock;
    this.ids = ids;
  }

  /// One ticket.
  @Routed
  public String once(String name) {
    return name + " " + tickets.draw(name);
  }

  /// Three tickets, and whatever else a task can be told.
  @Routed
  public String steps(String name) {
    long first = tickets.draw(name + "/1");
    var now = clock.now();
    long second = tickets.draw(name + "/2");
    long newest = tickets.newest(name);
    var id = ids.uuid();
    long third = tickets.draw(name + "/3");
    return String.join(
        " ",
        List.of(
            name,
            Long.toString(first),
            Long.toString(second),
            Long.toString(newest),
            Long.toString(third),
            now.toString(),
            id.toString()));
  }

  /// Tickets of branches side by side, one of them after a sleep.
  @Routed
  public String together(String name) {
    return name
        + " "
        + tasks.<Long>all(
            () -> tickets.draw(name + "/a"),
            () -> {
              clock.sleep(Duration.ofMillis(20));
              return tickets.draw(name + "/b");
            },
            () -> tickets.newest(name));
  }

  /// A ticket of its own and those of a child.
  @Routed
  public String byChild(String name) {
    var child = tasks.<String>start("steps", name + "/child");
    long own = tickets.draw(name + "/own");
    return name + " " + own + " " + child.await();
  }

  /// Fails with its ticket.
  @Routed
  public String fails(String name) {
    throw new IllegalStateException(name + " " + tickets.draw(name));
  }
}
