package dev.perdure.engine;

import java.time.Duration;

/// The bounds of the engine, each with its reason.
public final class Limits {
  /// Names stand in every event; 255 is what file systems allow for one.
  public static final int NAME_CHARS_MAX = 255;

  /// Branches of one `all` or `race`: each is a virtual thread with its own journal.
  public static final int BRANCHES_MAX = 10_000;

  /// Forks inside forks: the place of an effect grows with each level.
  public static final int BRANCH_DEPTH_MAX = 64;

  /// Ownerships of a log that are remembered: what is kept elsewhere for an engine that has been
  /// opened more often since has to be accepted by a person.
  public static final int OWNERS_MAX = 10_000;

  /// Tasks that one decision forgets, but for children of which the parents ended last: the writer
  /// does it in some milliseconds.
  public static final int FORGOTTEN_AT_ONCE_MAX = 10_000;

  /// Attempts of one task that crash in a row before it is paused for a person to look at.
  public static final int CRASHES_MAX = 5;

  /// The wait before the first repeated attempt; it doubles with each crash.
  public static final long CRASH_BACKOFF_MILLIS = 100;

  /// Bytes of one value that crosses a boundary: it is held in memory as a whole.
  public static final int PAYLOAD_BYTES_MAX = 32 << 20;

  /// Bytes of a value up to which it is written where it belongs. A larger one is written as its
  /// hash, and kept in a file of its own: to write such a one into the log takes about as long as
  /// the disk takes to make a batch durable, and everybody else would wait for it.
  public static final int INLINE_BYTES_MAX = 128 << 10;

  /// Characters of a text that goes into the log beside values: log lines, messages, divergences.
  public static final int TEXT_CHARS_MAX = 16 << 10;

  /// Characters of a text that shall be brief: about two lines of a terminal.
  public static final int BRIEF_CHARS_MAX = 200;

  /// Bytes of a value that is written out in a brief text; of a larger one its size is told.
  public static final int BRIEF_BYTES_MAX = 1 << 10;

  /// Characters of the reason of a cancellation: every branch and every child that it stops has it
  /// in its history.
  public static final int REASON_CHARS_MAX = 255;

  /// Characters of all that a caller says of a task beside its arguments: names and search
  /// attributes, of which there are few.
  public static final int OPTIONS_CHARS_MAX = 64 << 10;

  /// Bytes of a task's end that one decision copies to those who await it; the others look it up in
  /// the log, each by itself. A decision is appended whole: with the largest end itself it has to
  /// fit into a batch of the log, of 16 MiB.
  public static final int COPIES_BYTES_MAX = 1 << 20;

  /// Branches that one decision tells to stop, each with a reason of at most [#REASON_CHARS_MAX]
  /// characters; the others are told by the decisions that follow.
  public static final int TOLD_AT_ONCE_MAX = 1_000;

  /// The longest sleep, some million years: milliseconds of it can be added to any date of a clock.
  public static final Duration SLEEP_MAX = Duration.ofDays(400_000_000);

  /// Messages to one task that have not been received: whoever sends more is refused.
  public static final int MESSAGES_MAX = 1_000;

  /// Bytes of the same, and of the promises that were fulfilled: they are in memory.
  public static final int MAILBOX_BYTES_MAX = 4 << 20;

  /// The shortest interval of a schedule: what is quicker belongs into a loop of one task.
  public static final long PERIOD_MILLIS_MIN = 1_000;

  /// Missed instants of a schedule that are made up for, at most: each is a task.
  public static final int CATCH_UP_MAX = 1_000;

  /// An instant of a schedule that is longer ago was missed: a minute is what calendars are made
  /// of.
  public static final long PUNCTUAL_MILLIS = 60_000;

  /// Tasks of a rate: when each of the last so many began is in memory.
  public static final int RATE_MAX = 10_000;

  /// The time of a rate, in milliseconds: 366 days.
  public static final long RATE_MILLIS_MAX = Duration.ofDays(366).toMillis();

  /// Values of an attribute that have versions of their own: each is in every revision of the
  /// routes.
  public static final int ROUTE_CASES_MAX = 1_000;

  /// Causes of a failure that are kept, each the cause of the one before.
  public static final int CAUSES_MAX = 32;

  /// Bytes of a checkpoint for each effect since the last one: about what an effect takes in the
  /// log, and about as long.
  static final int CHECKPOINT_BYTES_AN_EFFECT = 64;

  /// Effects that are asked at most until it is tried again to leave a checkpoint that could not be
  /// written.
  static final int CHECKPOINT_WAIT_MAX = 1 << 20;

  /// Children that live of a task that is checkpointed: all of them are in each checkpoint.
  static final int CHECKPOINT_CHILDREN_MAX = 1_000;

  /// About the bytes that the state of a task takes, without its arguments and messages.
  static final long TASK_BYTES = 1_024;

  /// About the bytes that the states of tasks may take which wait for long or stand still; of the
  /// others only the place of their history is kept. What wakes up soon after is found here.
  public static final long WARM_BYTES_MAX = 64 << 20;

  private Limits() {}
}
