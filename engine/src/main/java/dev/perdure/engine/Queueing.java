package dev.perdure.engine;

/// How a task that need not begin at once waits for its turn.
///
/// @param key of a limit that holds for each key by itself; empty if it has none
/// @param priority a task of a higher one begins first; 0 unless somebody says otherwise
/// @param notBeforeMillis when it may begin, in milliseconds since 1970; 0 or less: at once
public record Queueing(String key, int priority, long notBeforeMillis) {
  /// Nothing special.
  public static final Queueing NONE = new Queueing("", 0, 0);

  /// The same with a key.
  public Queueing withKey(String newKey) {
    return new Queueing(newKey, priority, notBeforeMillis);
  }

  /// The same with a priority.
  public Queueing withPriority(int newPriority) {
    return new Queueing(key, newPriority, notBeforeMillis);
  }

  /// The same with a time before which it does not begin, in milliseconds since 1970.
  public Queueing withNotBeforeMillis(long newTime) {
    return new Queueing(key, priority, newTime);
  }
}
