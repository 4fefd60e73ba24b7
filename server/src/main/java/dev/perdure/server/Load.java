package dev.perdure.server;

/// How a request weighs on the server: requests of each kind have places of their own, so that
/// those which wait do not keep people from looking at what they wait for.
enum Load {
  /// It is always answered.
  NONE,
  /// It is answered without waiting for a task.
  QUICK,
  /// It waits for a task to end.
  WAITING,
  /// It is answered with a stream that does not end by itself.
  STREAM,
  /// It checks a universe.
  DEPLOY,
  /// It copies the files of the log, or rewrites them.
  FILES,
  /// It replays a task.
  REPLAY
}
