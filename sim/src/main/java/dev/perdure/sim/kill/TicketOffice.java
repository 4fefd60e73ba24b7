package dev.perdure.sim.kill;

import dev.perdure.sim.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The world outside of the node: gives tickets, and remembers who drew which. It survives every
/// kill.
final class TicketOffice {
  private final Map<String, List<Ticket>> drawn = new LinkedHashMap<>();
  private final Map<String, List<Ticket>> read = new LinkedHashMap<>();
  private long newest;
  private long repeated;

  /// A ticket that was given.
  ///
  /// @param epoch of the node that asked
  record Ticket(long number, long epoch) {}

  /// Gives the next ticket to the effect with this key.
  long draw(String key, long epoch) {
    var before = drawn.computeIfAbsent(key, _ -> new ArrayList<>(1));
    if (!before.isEmpty()) {
      if (before.getLast().epoch() >= epoch) {
        throw new Violation("once", key + " is performed twice in epoch " + epoch);
      }
      repeated++;
    }
    before.add(new Ticket(++newest, epoch));
    return newest;
  }

  /// Tells the effect with this key which ticket was given last.
  long newest(String key, long epoch) {
    read.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(new Ticket(newest, epoch));
    return newest;
  }

  /// What was drawn, by the keys of the effects, in order.
  Map<String, List<Ticket>> drawn() {
    return Collections.unmodifiableMap(drawn);
  }

  /// What effects that may be repeated were told, by their keys, in order.
  Map<String, List<Ticket>> read() {
    return Collections.unmodifiableMap(read);
  }

  /// Tickets given.
  long count() {
    return newest;
  }

  /// Tickets that were given to an effect which had one already.
  long repeated() {
    return repeated;
  }
}
