package dev.perdure.index;

import java.util.List;

/// Every statement that changes rows. The values of a [Write] go in the order of its marks.
///
/// A transaction runs them kind by kind, in this order: what they do must not depend on the order
/// in which writes of different kinds were made.
enum Sql {
  EVENT("insert into event_rows (offset, task, type, at_ms, text) values (?, ?, ?, ?, ?)"),

  /// A task that is new; all its columns.
  TASK(
      """
      insert into tasks (start_offset, id, function, version, started_ms, parent, idempotency_key,
        deadline_ms, trace_id, attributes, routes, arguments, arguments_bytes,
        status, waiting_on, waiting_since_ms, why, crashes, events, last_offset,
        ended_ms, failure_type, failure_message, result, result_bytes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),

  /// What changes while a task lives.
  TASK_MOVED(
      """
      update tasks set status = ?, waiting_on = ?, waiting_since_ms = ?, why = ?, crashes = ?,
        events = ?, last_offset = ? where start_offset = ?\
      """),

  /// What a later start says of it, before it has begun; [#TASK_MIGRATED] says what serves it.
  TASK_DEBOUNCED(
      """
      update tasks set deadline_ms = ?, attributes = ?, arguments = ?, arguments_bytes = ?
        where start_offset = ?\
      """),

  /// What serves it from now on.
  TASK_MIGRATED("update tasks set version = ?, routes = ? where start_offset = ?"),

  /// How it ended.
  TASK_ENDED(
      """
      update tasks set ended_ms = ?, failure_type = ?, failure_message = ?, result = ?,
        result_bytes = ? where start_offset = ?\
      """),

  /// The text of a task that has ended, for searching: nothing of it changes any more.
  TASK_TEXT(
      "insert into task_text (rowid, text) select start_offset, "
          + TextSearch.COLUMNS
          + " from tasks where start_offset = ?"),

  WAIT(
      """
      insert into wait_rows (task, place, offset, name, effect, since_ms, due_ms, awaits, on_whom)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  WAIT_FAILED(
      """
      update wait_rows set tries = tries + 1, due_ms = ?, failure = ?
        where task = ? and place = ?\
      """),
  WAIT_OVER("delete from wait_rows where task = ? and place = ?"),
  WAITS_OVER("delete from wait_rows where task = ?"),

  LINE(
      """
      insert into line_rows (offset, task, at_ms, level, function, version, position, text)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """),

  DIVERGENCE(
      """
      insert into divergences (offset, task, function, version, at_ms, kind, place, recorded, asked,
        recorded_at, asked_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),

  SHADOW_DIFFERENCE(
      """
      insert into shadow_differences (offset, number, task, function, primary_version, candidate,
        at_ms, kind, place, recorded, asked, recorded_at, asked_at, arguments)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """),
  SHADOWS(
      """
      insert into shadows (function, primary_version, candidate, same, different, dropped)
      values (?, ?, ?, ?, ?, ?)
      on conflict do update set same = same + excluded.same,
        different = different + excluded.different, dropped = dropped + excluded.dropped\
      """),

  DEPLOY(
      """
      insert into deploys (offset, version, hash, functions, at_ms, who, why)
      values (?, ?, ?, ?, ?, ?, ?)\
      """),
  REMOVED(
      """
      update deploys set removed_ms = ? where version = ? and removed_ms is null and offset < ?\
      """),
  ROUTE(
      """
      insert into route_changes (offset, function, revision, policy, running, at_ms, who, why)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """),

  /// The next ones go last, and one after the other: which tasks are no longer kept.
  FORGET_MARKED(
      """
      insert into forgotten (start_offset, id)
        with recursive
          old (start_offset, id, parent) as (
            select start_offset, id, parent from tasks
              where start_offset < ?1 and last_offset < ?1
                and status in ('done', 'failed', 'cancelled')),
          held (id) as (
            select o.id from old o join tasks p on p.id = o.parent
              where p.status not in ('done', 'failed', 'cancelled', 'imported')
                or p.last_offset >= ?1
            union
            select o.id from held h join old o on o.parent = h.id)
        select start_offset, id from old where id not in (select id from held)
        union all
        select start_offset, id from tasks
          where start_offset < ?1 and last_offset < ?1 and status = 'imported'\
      """),
  FORGET_TEXT(
      "insert into task_text (task_text, rowid, text) select 'delete', start_offset, "
          + TextSearch.COLUMNS
          + " from tasks where status <> 'imported' and last_offset < ?1"
          + " and start_offset in (select start_offset from forgotten)"),
  FORGET_EVENTS(
      """
      delete from event_rows
        where offset < ?1 and task in (select start_offset from forgotten)\
      """),
  FORGET_LINES(
      "delete from line_rows where offset < ?1 and task in (select start_offset from forgotten)"),
  FORGET_DIVERGENCES(
      "delete from divergences where offset < ?1 and task in (select id from forgotten)"),
  FORGET_DIFFERENCES("delete from shadow_differences where offset < ?1"),
  FORGET_TASKS(
      """
      delete from tasks
        where last_offset < ?1 and start_offset in (select start_offset from forgotten)\
      """),
  FORGET_MARKS("delete from forgotten where start_offset < ?1"),
  SHADOWS_SO_FAR(
      """
      insert into shadows (function, primary_version, candidate, same, different, dropped)
      values (?, ?, ?, ?, ?, 0)
      on conflict do update set same = excluded.same, different = excluded.different\
      """);

  /// What a task that is no longer kept takes with it; each is given the offset below which tasks
  /// are forgotten.
  static final List<Sql> FORGET =
      List.of(
          FORGET_MARKED,
          FORGET_TEXT,
          FORGET_EVENTS,
          FORGET_LINES,
          FORGET_DIVERGENCES,
          FORGET_DIFFERENCES,
          FORGET_TASKS,
          FORGET_MARKS);

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
