package dev.perdure.index;

import dev.perdure.engine.Describe;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a task waits for, oldest first, and how that differs from what the file holds.
final class Waits {
  private final SequencedMap<String, Open> open = new LinkedHashMap<>(4);
  private final Map<String, Wait> begun = new LinkedHashMap<>(4);
  private final Set<String> over = new LinkedHashSet<>(4);
  private final List<Event.TryFailed> tries = new ArrayList<>(0);
  private boolean allOver;

  /// An effect without its outcome, by the name of the effect.
  record Open(String name, long sinceMillis) {}

  /// Takes what the file holds.
  void held(String place, Open wait) {
    open.put(place, wait);
  }

  void begin(Event.Asked asked, long offset) {
    var place = asked.place().toString();
    open.put(place, new Open(Describe.name(asked.effect()), asked.atMillis()));
    begun.put(place, new Wait(asked, offset));
  }

  /// A try of the effect failed; the task goes on waiting, for the next one.
  void fail(Event.TryFailed failed) {
    tries.add(failed);
  }

  void end(Place place) {
    var key = place.toString();
    if (open.remove(key) != null && begun.remove(key) == null) {
      over.add(key);
    }
  }

  /// The task has ended: nobody waits any more.
  void endAll() {
    allOver = open.size() > begun.size() || !over.isEmpty();
    open.clear();
    begun.clear();
    over.clear();
    tries.clear();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /// The names of the effects; null if there are none.
  @Nullable String names() {
    return open.isEmpty()
        ? null
        : EventText.brief(
            open.values().stream().map(Open::name).distinct().collect(Collectors.joining(", ")));
  }

  /// Since when it waits for the oldest; null if it waits for none.
  @Nullable Long sinceMillis() {
    return open.isEmpty() ? null : Long.valueOf(open.firstEntry().getValue().sinceMillis());
  }

  /// What changes in the file.
  ///
  /// @param task the start offset of the task
  List<Write> writes(long task) {
    var writes = new ArrayList<Write>();
    if (allOver) {
      writes.add(new Write(Sql.WAITS_OVER, task));
    }
    over.forEach(place -> writes.add(new Write(Sql.WAIT_OVER, task, place)));
    begun.values().forEach(wait -> writes.add(wait.write(task)));
    tries.forEach(failed -> writes.add(failed(task, failed)));
    return writes;
  }

  private static Write failed(long task, Event.TryFailed e) {
    var failure = EventText.brief(e.failure().toString());
    return new Write(Sql.WAIT_FAILED, e.retryAtMillis(), failure, task, e.place().toString());
  }
}
