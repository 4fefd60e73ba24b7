package dev.perdure.node;

import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The effect that is being performed on a thread, for implementations that belong to the node.
final class Performing {
  private static final ScopedValue<Performing> CURRENT = ScopedValue.newInstance();

  private final TaskId task;
  private final Place place;
  private final Ownership ownership;
  private final TraceContext trace;
  private final boolean recalls;
  private int parts;

  private Performing(
      TaskId task, Place place, Ownership ownership, TraceContext trace, boolean recalls) {
    this.trace = trace;
    this.task = task;
    this.place = place;
    this.ownership = ownership;
    this.recalls = recalls;
  }

  /// An effect that is to be performed.
  ///
  /// @param trace what whoever is called for it is told to belong to
  static Performing of(TaskId task, Place place, Ownership ownership, TraceContext trace) {
    return new Performing(task, place, ownership, trace, false);
  }

  /// An effect of which it is only to be known whether it was performed.
  static Performing recalling(TaskId task, Place place, Ownership ownership, TraceContext trace) {
    return new Performing(task, place, ownership, trace, true);
  }

  /// The trace that what is being performed on the calling thread belongs to; null if nothing is.
  static @Nullable TraceContext trace() {
    return CURRENT.isBound() ? CURRENT.get().trace : null;
  }

  /// The effect that is being performed on the calling thread.
  ///
  /// @throws IllegalStateException if there is none
  static Performing current() {
    return CURRENT.orElseThrow(() ->
        new IllegalStateException(
            "no effect is being performed on this thread: a JdbcEffect changes a database only"
                + " for a task, and on the thread that performs its effect"));
  }

  /// Performs it.
  <T extends @Nullable Object> T by(Supplier<T> performer) {
    return ScopedValue.where(CURRENT, this).call(performer::get);
  }

  /// Whether it is only to be known whether it was performed.
  boolean recalls() {
    return recalls;
  }

  TaskId task() {
    return task;
  }

  Place place() {
    return place;
  }

  Ownership ownership() {
    return ownership;
  }

  /// How many parts of it are done: an implementation may make several transactions of one effect.
  int parts() {
    return parts;
  }

  /// One more part is done.
  void partDone() {
    parts++;
  }
}
