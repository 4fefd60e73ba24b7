-- What the log says, in tables. Only facts of the log stand here, so the file can be deleted and made anew at any time.
--
-- A column that ends with _ms is a time in milliseconds since 1970; the column of the same name without the ending is
-- the same time as a text in UTC, worked out when it is read. Whoever changes anything here raises Schema.VERSION.

-- One row: which log this is made from, and how far.
create table projection (
  id integer primary key check (id = 0),
  log text not null,             -- the identity of the log
  next_offset integer not null,  -- the first event that is not in here yet
  fingerprint text not null,     -- of the event before it: whether the log is still the same up to there
  applied_ms integer not null,   -- when it came this far
  sealed integer not null        -- 1: the log seals its payloads, so columns with texts of them are empty here
) strict;

-- Every task, one row each.
create table tasks (
  start_offset integer primary key,       -- of its first event
  id text not null unique collate nocase,
  function text not null,
  version text not null,
  status text not null,                   -- queued running waiting paused diverged done failed cancelled imported
  started_ms integer not null,
  ended_ms integer,
  parent text collate nocase,             -- the id of the task that started it
  idempotency_key text,
  deadline_ms integer,
  trace_id text not null,                 -- 32 hexadecimal digits, as in the header traceparent
  attributes text not null,               -- a JSON object: attributes ->> 'tenant'
  routes integer not null,                -- the revision of the routes that bind it
  arguments text not null,                -- what is long is cut, or told by its size
  arguments_bytes integer not null,
  waiting_on text,                        -- the effects that it waits for; the table waits has each of them
  waiting_since_ms integer,               -- the oldest of them
  why text,                               -- why it is paused, has diverged or was cancelled
  failure_type text,
  failure_message text,
  result text,
  result_bytes integer,
  crashes integer not null,               -- attempts that ended without an outcome
  events integer not null,                -- how many its history has
  last_offset integer not null,           -- of its newest event
  started text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', started_ms / 1000.0, 'unixepoch')) virtual,
  ended text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', ended_ms / 1000.0, 'unixepoch')) virtual,
  deadline text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', deadline_ms / 1000.0, 'unixepoch')) virtual,
  waiting_since text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', waiting_since_ms / 1000.0, 'unixepoch')) virtual,
  took_ms integer generated always as (ended_ms - started_ms) virtual
) strict;

create index tasks_by_start on tasks (started_ms);
create index tasks_by_status on tasks (status, started_ms);
create index tasks_by_function on tasks (function, started_ms);
create index tasks_by_parent on tasks (parent) where parent is not null;
create index tasks_by_trace on tasks (trace_id, started_ms);
create index tasks_by_key on tasks (idempotency_key) where idempotency_key is not null;

-- What is searched of each task that has ended, under its start_offset: which sets of three characters stand in it.
create virtual table task_text using fts5 (text, tokenize = 'trigram', detail = none, content = '', columnsize = 0);

-- Every event; `events` shows it with its task.
create table event_rows (
  offset integer primary key,
  task integer,                  -- start_offset of its task; null: it is of no task
  type text not null,            -- Started, Asked, Answered, …
  at_ms integer not null,        -- when it was written
  text text not null
) strict;

create index event_rows_by_task on event_rows (task);

create view events as
  select e.offset, t.id as task, t.function, e.type,
    strftime('%Y-%m-%dT%H:%M:%fZ', e.at_ms / 1000.0, 'unixepoch') as at, e.at_ms, e.text
  from event_rows e left join tasks t on t.start_offset = e.task;

-- Every line that the code of a task wrote; `lines` shows it with its task.
create table line_rows (
  offset integer primary key,
  task integer not null,         -- start_offset of its task
  at_ms integer not null,        -- when it was written
  level integer not null,        -- 0 DEBUG, 1 INFO, 2 WARN, 3 ERROR
  function text not null,        -- whose code wrote it
  version text not null,
  position text not null,        -- source line; empty if not known
  text text not null
) strict;

create index line_rows_by_task on line_rows (task, offset);
create index line_rows_that_matter on line_rows (offset, level) where level >= 2;

create view lines as
  select l.offset, t.id as task, t.trace_id,
    strftime('%Y-%m-%dT%H:%M:%fZ', l.at_ms / 1000.0, 'unixepoch') as at, l.at_ms,
    case l.level when 0 then 'DEBUG' when 1 then 'INFO' when 2 then 'WARN' else 'ERROR' end as level,
    l.function, l.version, l.position, l.text
  from line_rows l join tasks t on t.start_offset = l.task;

-- Each effect that a task waits for; `waits` shows it with its task.
create table wait_rows (
  task integer not null,         -- start_offset of the task
  place text not null,           -- of the effect in the task
  offset integer not null,       -- of the event that asked
  name text not null,            -- of the effect: shop.Catalog/user
  effect text not null,          -- with its arguments
  since_ms integer not null,
  due_ms integer,                -- when a sleep ends, or an effect that failed is tried again
  tries integer not null default 0, -- how many have failed
  failure text,                  -- how the last of them did
  awaits text,                   -- the id of the task that it waits for
  on_whom text not null,         -- who has to act
  primary key (task, place)
) strict, without rowid;

create view waits as
  select t.id as task, t.function, t.version, w.place, w.effect, w.on_whom, w.awaits,
    strftime('%Y-%m-%dT%H:%M:%fZ', w.since_ms / 1000.0, 'unixepoch') as since, w.since_ms,
    strftime('%Y-%m-%dT%H:%M:%fZ', w.due_ms / 1000.0, 'unixepoch') as due, w.due_ms, w.tries, w.failure, w.offset
  from wait_rows w join tasks t on t.start_offset = w.task;

-- Where code and history parted.
create table divergences (
  offset integer primary key,
  task text not null collate nocase,
  function text not null,
  version text not null,
  at_ms integer not null,
  kind text not null,            -- EFFECT ARGUMENTS ORDER EXTRA MISSING RESULT STOPPED
  place text,
  recorded text not null,
  asked text not null,
  recorded_at text not null,     -- source line
  asked_at text not null,
  at text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) virtual
) strict;

create index divergences_by_task on divergences (task);

-- Where a candidate did something else than the primary beside which it ran.
create table shadow_differences (
  offset integer not null,
  number integer not null,       -- of the difference in its comparison, from 0
  task text not null collate nocase,
  function text not null,
  primary_version text not null,
  candidate text not null,
  at_ms integer not null,
  kind text not null,
  place text,
  recorded text not null,        -- what the primary did
  asked text not null,           -- what the candidate did
  recorded_at text not null,
  asked_at text not null,
  arguments text not null,
  at text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) virtual,
  primary key (offset, number)
) strict, without rowid;

create index shadow_differences_by_function on shadow_differences (function, candidate);

-- How often a candidate did the same.
create table shadows (
  function text not null,
  primary_version text not null,
  candidate text not null,
  same integer not null,
  different integer not null,
  dropped integer not null,      -- for lack of room or time
  primary key (function, primary_version, candidate)
) strict, without rowid;

-- Every version that was let in.
create table deploys (
  offset integer primary key,
  version text not null,
  hash text not null,
  functions text not null,       -- a JSON array of names
  at_ms integer not null,
  who text not null,
  why text not null,
  removed_ms integer,            -- when it was let go
  at text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) virtual,
  removed text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', removed_ms / 1000.0, 'unixepoch')) virtual
) strict;

-- Every change of a function's route; `routes` shows the newest of each.
create table route_changes (
  offset integer not null,
  function text not null,
  revision integer not null,
  policy text not null,          -- as `perdure route set` takes it
  running integer not null,      -- 1: tasks that ran already were bound too
  at_ms integer not null,
  who text not null,
  why text not null,
  at text generated always as (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) virtual,
  primary key (function, offset)
) strict, without rowid;

create view routes as
  select function, policy, max(revision) as revision, at, who, why from route_changes group by function;

-- How tasks of each function and version fare.
create view functions as
  select function, version, count(*) as tasks,
    sum(status in ('queued', 'running', 'waiting')) as live,
    sum(status in ('paused', 'diverged')) as stuck,
    sum(status = 'done') as done,
    sum(status = 'failed') as failed,
    sum(status = 'cancelled') as cancelled,
    cast(avg(took_ms) as integer) as average_ms,
    max(took_ms) as longest_ms
  from tasks where status <> 'imported' group by function, version;

-- Why tasks fail, with the newest of each kind.
create view failures as
  select function, version, failure_type, count(*) as tasks, max(ended) as newest, id as newest_task, failure_message
  from tasks where status = 'failed' group by function, version, failure_type;
