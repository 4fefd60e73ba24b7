package dev.perdure.node;

import java.time.Duration;

/// The bounds of a node, each with its reason.
public final class Limits {
  /// Inputs that wait for the writer: beyond it callers are refused and tasks are slowed down. A
  /// writer takes some 2 µs an input, so this is about a tenth of a second of work.
  public static final int INPUTS_MAX = 1 << 16;

  /// Bytes after which the writer appends a batch even if more inputs wait: group commit gains
  /// nothing beyond, and memory stays bounded.
  public static final int BATCH_BYTES = 256 << 10;

  /// How long events nobody waits for may lie in memory or unforced.
  public static final long LINGER_MILLIS = 10;

  /// A writer that nobody wakes looks at the clock this often, for the clock may have jumped.
  public static final long REST_MILLIS_MAX = 1_000;

  /// How long a node that is closed waits for tasks which perform an effect.
  public static final long CLOSE_MILLIS_MAX = 5_000;

  /// Shadow runs that wait for a thread; more are dropped and counted.
  public static final int SHADOWS_WAITING_MAX = 1_024;

  /// About the bytes that shadow runs which wait for a thread may hold.
  public static final long SHADOWS_WAITING_BYTES_MAX = 64 << 20;

  /// Bytes of the history of a task that is exported: it is taken in as one batch of the log, of at
  /// most 16 MiB, in which other inputs may stand before it.
  public static final int EXPORT_BYTES_MAX = 15 << 20;

  /// Bytes that an event takes in a batch beside its payload, sealed or not, rounded up.
  static final int EVENT_HEAD_BYTES = 128;

  /// Bytes of all that an exported task's file unpacks to: what the history and a few universes of
  /// the size a jar may have take, and far below what a small hostile file could unpack to.
  public static final int EXPORT_FILE_BYTES_MAX = 512 << 20;

  /// Rows of one SQL query: a task that needs more asks for them in pages.
  public static final int SQL_ROWS_MAX = 10_000;

  /// Characters of the results of one SQL transaction, as they are written down with it: checked
  /// before it is committed, so that its outcome is never refused afterwards.
  public static final int SQL_OUTCOME_CHARS_MAX = 1 << 20;

  /// How long the engine has to answer who keeps outcomes in a database: seconds, for it may stop.
  static final int SQL_LOOK_SECONDS_MAX = 10;

  /// How long an outcome is kept in a database at least, unless told otherwise: the age of a backup
  /// of the log that may still be restored.
  public static final Duration SQL_KEEP = Duration.ofDays(7);

  /// The same at the least: until the outcome is durable in the log.
  static final Duration SQL_KEEP_MIN = Duration.ofSeconds(1);

  /// How long a transaction may stand still before PostgreSQL undoes it: a process that was stopped
  /// in the middle of one must not hold up the one that takes over.
  public static final Duration SQL_SILENCE = Duration.ofSeconds(10);

  /// Outcomes that are looked at together, whether they can be deleted.
  static final int SQL_CLEANED_AT_ONCE = 1_000;

  /// New outcomes after which that is done: ten times as many can be deleted as come.
  static final int SQL_CLEANED_EVERY = 100;

  /// Bytes of the body of one HTTP answer: what else crosses is bounded alike.
  public static final int HTTP_BODY_BYTES_MAX = dev.perdure.engine.Limits.PAYLOAD_BYTES_MAX;

  /// How long the index rests when it has come to the end of the log: what happens to one task
  /// meanwhile is written once.
  static final long INDEX_REST_MILLIS = 50;

  /// How many times as long as a transaction took it rests after it, if the log grew as fast as the
  /// index: then the index takes a fifth of the time.
  static final int INDEX_RESTS_MAX = 4;

  /// How long it rests after it could not be written; twice as long each time, up to a minute.
  static final long INDEX_RETRY_MILLIS = 500;

  static final long INDEX_RETRY_MILLIS_MAX = 60_000;

  /// How long a node that is closed waits for the index to come to the end of the log.
  static final long INDEX_CLOSE_MILLIS_MAX = 1_000;

  /// New events after which there is a new snapshot: an engine folds as many in half a second.
  public static final long SNAPSHOT_EVENTS = 1_000_000;

  /// Effects of a task after which its code leaves a checkpoint: a thousand are replayed in some
  /// milliseconds.
  public static final int CHECKPOINT_EFFECTS = 1_000;

  /// New events with which a node that is closed writes one.
  static final long SNAPSHOT_CLOSE_EVENTS = 10_000;

  /// How often it is looked whether there are enough new events.
  static final long SNAPSHOT_LOOK_MILLIS = 1_000;

  /// What tasks that wait may take while a snapshot is made: they are written, not run.
  static final long SNAPSHOT_WARM_BYTES = 1 << 20;

  /// Threads of a deploy gate: more gain little, as they share the memory's bandwidth, and each
  /// holds a history.
  static final int GATE_THREADS_MAX = 16;

  /// CPU time of one replay of a deploy gate, or for somebody far away: code may run for ever. Some
  /// million effects take about as long.
  public static final int GATE_RUN_MILLIS_MAX = 5_000;

  /// Bytes that such a replay may allocate, garbage or not.
  public static final long GATE_RUN_BYTES_MAX = 4L << 30;

  /// Findings that a deploy gate tells one by one, of each kind: nobody reads more, and all are
  /// counted.
  public static final int GATE_FINDINGS_MAX = 1_000;

  /// How long a question waits for the index to come as far as the log was.
  static final long INDEX_BEHIND_MILLIS_MAX = 10_000;

  /// Questions that the index is asked at once: they take the processor for as long as they last.
  static final int INDEX_READERS = 2;

  /// What a refused caller is told to wait.
  public static final long RETRY_AFTER_MILLIS = 100;

  /// So often within the time for which tasks are kept after their ends is it looked for some that
  /// are to be forgotten, between a second and an hour.
  static final int RETENTION_PASSES = 24;

  static final long RETENTION_PAUSE_MILLIS_MIN = 1_000;

  static final long RETENTION_PAUSE_MILLIS_MAX = 3_600_000;

  /// When it is first looked, at the latest: an engine that has just been opened has other things
  /// to do.
  static final long RETENTION_BEGIN_MILLIS = 60_000;

  /// Tasks of which a reader of lines knows how they began: some hundred bytes each.
  static final int LINE_TASKS_MAX = 1_000;

  /// Tasks of which an observer's thread knows what they wait for: some hundred bytes each, and as
  /// much for each branch that waits.
  static final int OBSERVED_TASKS_MAX = 10_000;

  /// How long an observer's thread rests at the end of the log.
  static final long OBSERVER_REST_MILLIS = 20;

  private Limits() {}
}
