package dev.perdure.index;

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
      """);

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
