package dev.perdure.log;

import dev.perdure.value.Code;

/// The problems this module reports.
public enum LogCode implements Code {
  /// Bytes that were durable have changed or are missing.
  LOG_DAMAGED,
  /// Another process owns the directory.
  LOG_LOCKED,
  /// A write or sync failed; the log takes no more.
  LOG_WRITE_FAILED,
  /// A file could not be read or the directory could not be used.
  LOG_UNREADABLE,
  /// The log was written in a format this release does not know.
  LOG_VERSION,
  /// A record was asked for that compaction has dropped.
  LOG_DROPPED,
  /// A batch or payload exceeds its limit.
  LOG_TOO_LARGE,
  /// Records are sealed with a key that was not given.
  LOG_KEY_MISSING,
  /// A sealed record does not open: its bytes were changed, or it is not where it was written.
  LOG_SEAL_BROKEN,
  /// A file of keys cannot be used.
  KEY_FILE_UNUSABLE,
}
