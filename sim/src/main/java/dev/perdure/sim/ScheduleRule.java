package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Each instant of a schedule starts one task or is skipped, once, in order, none is left out, and
/// none is skipped but for a reason that holds. All schedules of a simulation are intervals in
/// effect, so this needs no calendar.
final class ScheduleRule {
  private static final long MINUTE = 60_000;

  private final Ledger ledger;
  private final Coverage coverage;
  private final Map<ScheduleName, Course> courses = new HashMap<>();
  private final Set<TaskId> ended = new HashSet<>();
  private final Set<TaskId> started = new HashSet<>();

  /// @param past the last instant that is over
  private record Course(Schedule schedule, boolean paused, long past, @Nullable TaskId last) {
    long period() {
      return switch (schedule.recurrence()) {
        case Recurrence.Every e -> e.periodMillis();
        case Recurrence.Calendar _ -> MINUTE;
      };
    }

    long next() {
      return (past / period() + 1) * period();
    }

    long newest(long atMillis) {
      return atMillis / period() * period();
    }

    /// How many of the instants that are due are not to be skipped as missed.
    long kept(long atMillis) {
      boolean punctual = atMillis - newest(atMillis) <= MINUTE;
      return Math.max(schedule.catchUpMax(), punctual ? 1 : 0);
    }

    Course past(long instant, @Nullable TaskId task) {
      return new Course(schedule, paused, instant, task);
    }
  }

  private ScheduleRule(Ledger ledger, Coverage coverage) {
    this.ledger = ledger;
    this.coverage = coverage;
  }

  static void check(Ledger ledger, Coverage coverage) {
    new ScheduleRule(ledger, coverage).check();
  }

  private void check() {
    for (var kept : ledger.records()) {
      switch (kept.event()) {
        case Event.OfSchedule e -> apply(e, kept.offset());
        case Event.Started e -> require(started.add(e.task()), e.task() + " is started twice");
        case Event.Finished e -> ended.add(e.task());
        case Event _ -> {}
      }
    }
  }

  private void apply(Event.OfSchedule event, long offset) {
    switch (event) {
      case Event.Scheduled e -> scheduled(e);
      case Event.Unscheduled e -> courses.remove(e.schedule());
      case Event.Fired e -> fired(e, offset);
      case Event.Skipped e -> skipped(e);
    }
  }

  private void scheduled(Event.Scheduled e) {
    var before = courses.get(e.schedule());
    long past = before == null ? e.atMillis() : Math.max(before.past(), e.atMillis());
    var last = before == null ? null : before.last();
    courses.put(e.schedule(), new Course(e.wanted(), e.standing().paused(), past, last));
  }

  private Course course(Event.OfSchedule event, long first, long atMillis) {
    var course = courses.get(event.schedule());
    if (course == null || course.paused()) {
      throw new Violation("schedules", event + " of none, or a paused one");
    }
    require(first == course.next(), event + " when " + course.next() + " is next");
    require(first <= atMillis, event + " is before its time");
    return course;
  }

  private boolean runs(Course course) {
    return course.last() != null && !ended.contains(course.last());
  }

  private void fired(Event.Fired e, long offset) {
    coverage.add("schedules: tasks started", 1);
    var course = course(e, e.dueMillis(), e.atMillis());
    long due = (course.newest(e.atMillis()) - e.dueMillis()) / course.period() + 1;
    require(due <= course.kept(e.atMillis()), e + " was missed");
    boolean free = course.schedule().overlap() == Schedule.Overlap.ALLOW || !runs(course);
    require(free, e + " while task " + course.last() + " runs");
    require(
        ledger.at(offset + 1).event() instanceof Event.Started s
            && s.task().equals(e.task())
            && s.function().equals(course.schedule().function()),
        e + " starts nothing");
    courses.put(e.schedule(), course.past(e.dueMillis(), e.task()));
  }

  private void skipped(Event.Skipped e) {
    coverage.add("schedules: instants skipped", 1);
    var course = course(e, e.fromMillis(), e.atMillis());
    require(
        e.untilMillis() >= e.fromMillis() && e.untilMillis() % course.period() == 0,
        e + " does not end with an instant");
    if (e.why().equals("missed")) {
      long left = (course.newest(e.atMillis()) - e.untilMillis()) / course.period();
      require(left == course.kept(e.atMillis()), e + " leaves " + left);
    } else {
      boolean overlaps = course.schedule().overlap() == Schedule.Overlap.SKIP && runs(course);
      require(overlaps && e.untilMillis() == e.fromMillis(), e + " without need");
    }
    courses.put(e.schedule(), course.past(e.untilMillis(), course.last()));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("schedules", otherwise);
    }
  }
}
