package dev.perdure.cli;

import dev.perdure.value.Code;

/// The kinds of problem that the command line itself tells; a page each in `docs/errors`.
enum CliCode implements Code {
  /// The words on the command line make no command.
  USAGE,
  /// There is no data directory where the command looks.
  NO_DATA,
  /// A file that the command names cannot be read or written.
  FILE_UNUSABLE,
  /// No page explains the code.
  UNKNOWN_CODE,
  /// A line makes no sense to the debugger of a task.
  BAD_DEBUG_LINE,
  /// No debugger can attach: the JVM that waits for one did not start.
  DEBUGGER_UNREACHABLE,
  /// An implementation of an effect interface cannot be made.
  BIND_FAILED,
  /// A file of keys lies within a data directory or a backup.
  KEY_IN_DATA,
  /// No server answers where the command looks for one.
  SERVER_UNREACHABLE,
}
