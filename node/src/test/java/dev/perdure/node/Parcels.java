package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;

/// Functions that pass large values on.
public final class Parcels {
  private final Depot depot;
  private final Door door;
  private final Tasks tasks;

  /// Where large values come from and go to.
  @Effect
  public interface Depot {
    /// As many characters.
    String fetch(int size, char filling);

    /// How many characters, which takes as long as the test likes.
    int weigh(String content);
  }

  /// What arrives.
  @Effect
  public interface Door {
    @Signal
    String parcel();
  }

  public Parcels(Depot depot, Door door, Tasks tasks) {
    this.depot = depot;
    this.door = door;
    this.tasks = tasks;
  }

  /// What was fetched, by way of all kinds of events.
  @Routed
  public String passedOn(int size) {
    var fetched = depot.fetch(size, 'a');
    depot.weigh(fetched);
    Task<String> child = tasks.start("returned", fetched);
    return child.await();
  }

  @Routed
  public String returned(String content) {
    return content;
  }

  /// Asks for another one and waits for it.
  @Routed
  public int weighed(String content) {
    return depot.weigh(content) + depot.weigh(door.parcel());
  }

  /// Takes what it cannot fetch for empty.
  @Routed
  public int believed(int size) {
    String content;
    try {
      content = depot.fetch(size, 'd');
    } catch (RuntimeException e) {
      content = "";
    }
    return content.length() + depot.weigh(door.parcel());
  }

  @Routed
  public String fetched(int size) {
    return depot.fetch(size, 'e');
  }

  /// Asks what a task has returned long after that has ended.
  @Routed
  public int awaited(int size) {
    Task<String> child = tasks.start("fetched", size);
    door.parcel();
    return child.await().length();
  }
}
