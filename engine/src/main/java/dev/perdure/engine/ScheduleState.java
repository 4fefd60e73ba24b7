package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// What the engine keeps of a schedule: part of the fold, written by [Schedules] only.
public final class ScheduleState {
  private Event.Scheduled set;
  private long setOffset;
  private long pastMillis;
  private @Nullable TaskId lastTask;
  private long lastMillis;
  private @Nullable Timer next;

  ScheduleState(Event.Scheduled set, long offset) {
    this(new Picture(set, offset, set.atMillis(), null, 0));
  }

  /// All that the rest follows from.
  record Picture(
      Event.Scheduled set,
      long setOffset,
      long pastMillis,
      @Nullable TaskId lastTask,
      long lastMillis) {}

  ScheduleState(Picture picture) {
    this.set = picture.set();
    this.setOffset = picture.setOffset();
    this.pastMillis = picture.pastMillis();
    this.lastTask = picture.lastTask();
    this.lastMillis = picture.lastMillis();
    wind();
  }

  Picture picture() {
    return new Picture(set, setOffset, pastMillis, lastTask, lastMillis);
  }

  /// It is what it is said to be from now on. What was due meanwhile is over: an instant is due
  /// once, however the clock is set.
  void change(Event.Scheduled event, long offset) {
    set = event;
    setOffset = offset;
    pastMillis = Math.max(pastMillis, event.atMillis());
    wind();
  }

  void fired(Event.Fired event) {
    lastTask = event.task();
    lastMillis = event.dueMillis();
    pastMillis = event.dueMillis();
    wind();
  }

  void skipped(Event.Skipped event) {
    pastMillis = event.untilMillis();
    wind();
  }

  private void wind() {
    if (set.standing().paused()) {
      next = null;
      return;
    }
    long due = set.wanted().recurrence().nextMillis(pastMillis);
    next = Timer.schedule(TaskId.derived(due, set.standing().seed(), setOffset), due);
  }

  /// What it does.
  public Schedule schedule() {
    return set.wanted();
  }

  /// Whether it is paused, declared by code, and where its ids come from.
  public Event.Standing standing() {
    return set.standing();
  }

  /// The event that made it what it is.
  public Event.Scheduled lastChange() {
    return set;
  }

  /// The task it started last; null if it has not started any.
  public @Nullable TaskId lastTask() {
    return lastTask;
  }

  /// The instant of that task, in milliseconds since 1970; 0 if it has not started any.
  public long lastMillis() {
    return lastMillis;
  }

  /// When it starts its next task, in milliseconds since 1970; 0 while it is paused.
  public long nextMillis() {
    return next == null ? 0 : next.dueMillis();
  }

  /// The timer of its next task, which carries that task's id; null while it is paused.
  @Nullable Timer next() {
    return next;
  }

  /// All of it: equal for two that nobody can tell apart.
  @Override
  public String toString() {
    return set
        + " at "
        + setOffset
        + ", past "
        + pastMillis
        + ", last "
        + lastTask
        + " of "
        + lastMillis
        + ", next "
        + next;
  }
}
