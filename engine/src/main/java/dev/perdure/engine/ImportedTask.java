package dev.perdure.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A task of another engine: its history is here, to be looked at and replayed. It never runs here,
/// and no task of this engine sees it. Written by [EngineState] only.
public final class ImportedTask {
  private final Origin origin;
  private final long atMillis;
  private long lastOffset;
  private Event.@Nullable Started start;

  ImportedTask(Event.Imported event, long offset) {
    this.origin = event.origin();
    this.atMillis = event.atMillis();
    this.lastOffset = offset;
  }

  /// Folds an event of its history in. Its timers, keys and children belong to the engine it comes
  /// from.
  void apply(Event.OfTask event, long offset) {
    lastOffset = offset;
    if (event instanceof Event.Started e) {
      start = e;
    } else if (start != null) {
      start = start.after(event);
    }
  }

  /// What the engine it comes from knew of versions.
  public Origin origin() {
    return origin;
  }

  /// The event that made the task, in the engine it comes from, as [Event.Started#of].
  public Event.Started start() {
    // The decision that imports a task appends its start too, and a decision is all or nothing.
    return Objects.requireNonNull(start);
  }

  /// The offset of its newest event: the end from which its history is read.
  public long lastOffset() {
    return lastOffset;
  }

  /// When it was imported.
  public long atMillis() {
    return atMillis;
  }
}
