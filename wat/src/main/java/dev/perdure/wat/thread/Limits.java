package dev.perdure.wat.thread;

import java.time.Duration;

/// The bounds of threads.
final class Limits {
  /// How many threads of a program may be alive at once: each takes about a kilobyte.
  static final int THREADS_MAX = 100_000;

  /// How many values may be on their way in each direction between a thread and who started it.
  static final int PIPE_SLOTS = 64;

  /// How often a thread asks in one turn.
  static final int ASKED_MAX = 1000;

  /// After how many turns the clock is looked at while something waits for it.
  static final int TURNS_PER_LOOK = 100;

  /// How long servers may go on after they were asked to stop, as their client raised (W12.3).
  static final Duration STOP_MAX = Duration.ofSeconds(2);

  /// How many of the threads that wait for each other are named.
  static final int SHOWN_MAX = 8;

  /// How many parts of an error are looked at for what led to it.
  static final int LOOKED_AT_MAX = 10_000;

  private Limits() {}
}
