package dev.perdure.index;

import dev.perdure.value.Code;

/// The problems this module reports; a page each in `docs/errors`.
public enum IndexCode implements Code {
  /// The index can neither be used nor made anew where it should be.
  INDEX_UNUSABLE,
  /// There is no index that this release can read.
  INDEX_MISSING,
  /// The bytes of the index have changed.
  INDEX_DAMAGED,
  /// The index did not come as far in time as was asked for.
  INDEX_BEHIND,
  /// The index has no texts to search, for the log seals its payloads.
  INDEX_SEALED,
  /// SQLite does not understand the SQL.
  SQL_INVALID,
  /// The SQL is no query, or more than one.
  SQL_NOT_A_QUERY,
  /// The query took more than it may.
  SQL_TOO_COSTLY,
}
