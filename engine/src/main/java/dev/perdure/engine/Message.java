package dev.perdure.engine;

/// What kind of message is sent to a task from outside.
public enum Message {
  /// Received once; those of one name in the order in which they came.
  SIGNAL,
  /// At most one of a name; received as often as one likes.
  PROMISE
}
