package dev.perdure.server.view;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.node.Noted;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is kept of a history while it is read, however long it is: its start, the newest event of
/// each kind, and a few of the newest.
public final class Past {
  private final int recentMax;
  private final ArrayDeque<Noted> recent = new ArrayDeque<>();
  private final Map<Class<?>, Event.OfTask> newest = new HashMap<>();
  private Event.@Nullable Started start;
  private Event.@Nullable OfTask last;
  private Event.@Nullable OfTask lastEffect;
  private long events;
  private long lastMillis;

  Past(int recentMax) {
    this.recentMax = recentMax;
  }

  void add(Noted noted) {
    var event = noted.event();
    events++;
    last = event;
    lastMillis = Math.max(lastMillis, EventText.atMillis(event));
    newest.put(event.getClass(), event);
    switch (event) {
      case Event.Started e -> start = e;
      case Event.Migrated e -> start = start().after(e);
      case Event.Debounced e -> start = start().after(e);
      case Event.Asked _, Event.Recorded _ -> lastEffect = event;
      default -> {}
    }
    recent.addLast(noted);
    if (recent.size() > recentMax) {
      recent.removeFirst();
    }
  }

  /// How the task came to be, as [Event.Started#of]: a history has a start.
  Event.Started start() {
    return Objects.requireNonNull(start);
  }

  List<Noted> recent() {
    return List.copyOf(recent);
  }

  /// How many events there are.
  public long events() {
    return events;
  }

  /// The newest event; null if there is none.
  Event.@Nullable OfTask last() {
    return last;
  }

  /// The newest effect that was asked; null if none was.
  Event.@Nullable OfTask lastEffect() {
    return lastEffect;
  }

  /// The newest event of a kind; null if there is none.
  <E extends Event> @Nullable E newest(Class<E> kind) {
    var event = newest.get(kind);
    return event == null ? null : kind.cast(event);
  }

  /// When something last happened, as far as the events say.
  long lastMillis() {
    return lastMillis;
  }
}
