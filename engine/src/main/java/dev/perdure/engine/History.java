package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.ValueSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a recovery or a replay needs of one task's history: the fold of its events, from the first
/// or from a checkpoint on.
public final class History {
  private Journal journal;
  private final ValueSource values;
  private final Map<FunctionName, Version> overrides = new TreeMap<>();
  private Event.@Nullable Started start;
  private Event.@Nullable Checkpointed checkpoint;
  private @Nullable Outcome outcome;

  /// A history without events.
  ///
  /// @param values where the large values of its events are
  public History(ValueSource values) {
    this.journal = new Journal(values);
    this.values = values;
  }

  /// Takes the next event, in log order, as it is encoded.
  ///
  /// @param type the record type
  /// @param schema the schema version it was written with
  /// @param task from the record's head
  /// @param in reads it
  /// @throws dev.perdure.value.PerdureException as [EventCodec#decode]
  public void apply(int type, int schema, TaskId task, Decoder in) {
    if (EventCodec.hasPlace(type)) {
      EventCodec.checkSchema(type, schema);
      overrides.clear();
      journal.apply(type, in);
    } else {
      apply((Event.OfTask) EventCodec.decode(type, schema, task, in.with(values)));
    }
  }

  private void apply(Event.OfTask event) {
    switch (event) {
      case Event.Started e -> start = start == null ? e : start;
      case Event.Migrated e -> start = start().after(e);
      case Event.Debounced e -> start = start().after(e);
      case Event.Overridden e -> overrides.put(e.function(), e.version());
      case Event.Checkpointed e when start == null -> begin(e);
      case Event.Finished e -> outcome = outcome == null ? e.outcome() : outcome;
      case Event.OfTask _ -> {}
    }
  }

  private void begin(Event.Checkpointed at) {
    checkpoint = at;
    start = at.summary().start();
    journal = new Journal(values, at.next());
  }

  /// The checkpoint that it begins with; null if it begins with the task.
  public Event.@Nullable Checkpointed checkpoint() {
    return checkpoint;
  }

  /// The event that made the task, as [Event.Started#of].
  ///
  /// @throws IllegalArgumentException if the history has none
  public Event.Started start() {
    if (start == null) {
      throw new IllegalArgumentException("a history without its start");
    }
    return start;
  }

  /// What the task asked and was answered, by place.
  public Journal journal() {
    return journal;
  }

  /// The versions set for the task after the last thing it did: those set before are part of what
  /// it did.
  public Map<FunctionName, Version> overrides() {
    return overrides;
  }

  /// How the task ended; null if it has not.
  public @Nullable Outcome outcome() {
    return outcome;
  }
}
