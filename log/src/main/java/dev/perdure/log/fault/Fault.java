package dev.perdure.log.fault;

/// What a [SimDisk] can do to whoever uses it.
public enum Fault {
  /// The power went, at the call that was asked for or between calls.
  CRASH,
  /// A page that was written and not synced did not survive a crash.
  PAGE_LOST,
  /// A page survived a crash in some of its sectors only.
  PAGE_TORN,
  /// A page survived a crash although one written before it did not.
  PAGE_REORDERED,
  /// A creation or rename that was not synced did not survive a crash.
  NAME_LOST,
  /// A sync failed; what it should have written may be dropped, and counts as clean.
  SYNC_FAILED,
  /// A write failed half-way.
  WRITE_FAILED,
  /// There was no space for a file.
  DISK_FULL,
  /// A bit of durable data flipped.
  BIT_FLIPPED,
}
