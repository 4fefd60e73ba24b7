package dev.perdure.cli;

import dev.perdure.value.Code;

/// What `perdure doctor` finds by itself; a page each in `docs/errors`.
enum DoctorCode implements Code {
  /// The JDK is not the one that Perdure is made for.
  JDK_UNFIT,
  /// The process may open few files.
  FILES_LIMITED,
  /// Little space is left on the disk.
  DISK_FULL,
  /// The data directory cannot be written.
  DATA_UNWRITABLE,
  /// Others than the owner of the data directory may read it, or somebody else owns it.
  DATA_EXPOSED,
  /// The clock was set back, or the log is from the future.
  CLOCK_JUMPED,
  /// The snapshot is far behind the log.
  SNAPSHOT_BEHIND,
  /// Tasks stand still until a person does something.
  TASKS_STUCK,
  /// A certificate is about to expire, or has.
  CERTIFICATE_EXPIRES,
}
