package dev.perdure.index;

/// The bounds of the index, each with its reason.
public final class Limits {
  /// Events after which a transaction ends with the batch it is in: large enough that its own cost
  /// does not count, small enough that readers see news twice a second while much is projected.
  public static final int TRANSACTION_EVENTS = 20_000;

  /// Bytes of events after which it does so too: they are held until it ends.
  static final int TRANSACTION_BYTES = 32 << 20;

  /// Milliseconds that a writer of the file waits for another one, which is about to end.
  static final int BUSY_MILLIS = 2_000;

  /// Bytes of a page of the file: SQLite's default.
  static final int PAGE_BYTES = 4 << 10;

  /// Pages after which what was committed moves from the write-ahead file into the index: each time
  /// the disk is forced twice, which the log shares.
  static final int CHECKPOINT_PAGES = 8_000;

  /// Bytes that the write-ahead file keeps for its next use.
  static final int WAL_BYTES_KEPT = 64 << 20;

  /// KiB of pages that a connection holds in memory.
  static final int CACHE_KIB = 16 << 10;

  /// Bytes of one text or blob in a query: far beyond what the tables hold, far below what a query
  /// could make up.
  static final int VALUE_BYTES_MAX = 1 << 20;

  /// Characters of the SQL of a query.
  static final int SQL_CHARS_MAX = 100_000;

  /// About the bytes of one answer.
  static final int ANSWER_BYTES_MAX = 32 << 20;

  /// Steps of SQLite's machine between two looks at the clock: about a tenth of a millisecond.
  static final int STEPS_A_LOOK = 10_000;

  /// Tasks that are counted beyond those that are shown: people want to know whether there are
  /// many, and the count shall not cost more than the page. With a text only one is, for each has
  /// to be looked at.
  static final int COUNTED_MAX = 100_000;

  /// Sets of three characters of a text that the index of texts is asked for: a few make the
  /// candidates few, more of them only cost.
  static final int TRIGRAMS_MAX = 12;

  /// Candidates that are looked at one by one. If there are more, the newest tasks are looked
  /// through: enough of them have the text.
  static final int CANDIDATES_MAX = 5_000;

  private Limits() {}
}
