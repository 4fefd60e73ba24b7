package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// How a task that need not begin at once waits for its turn.
///
/// @param key of a limit that holds for each key by itself; empty if it has none
/// @param priority a task of a higher one begins first; 0 unless somebody says otherwise
/// @param notBeforeMillis when it may begin, in milliseconds since 1970; 0 or less: at once
/// @param debounce by which further starts put it off; null: it is a task of its own
public record Queueing(
    String key, int priority, long notBeforeMillis, @Nullable Debounce debounce) {
  /// Nothing special.
  public static final Queueing NONE = new Queueing("", 0, 0);

  /// One that no further start puts off.
  public Queueing(String key, int priority, long notBeforeMillis) {
    this(key, priority, notBeforeMillis, null);
  }

  /// The same with a key.
  public Queueing withKey(String newKey) {
    return new Queueing(newKey, priority, notBeforeMillis, debounce);
  }

  /// The same with a priority.
  public Queueing withPriority(int newPriority) {
    return new Queueing(key, newPriority, notBeforeMillis, debounce);
  }

  /// The same with a time before which it does not begin, in milliseconds since 1970.
  public Queueing withNotBeforeMillis(long newTime) {
    return new Queueing(key, priority, newTime, debounce);
  }

  /// The same, to be put off by further starts.
  public Queueing withDebounce(Debounce newDebounce) {
    return new Queueing(key, priority, notBeforeMillis, newDebounce);
  }

  /// The same with the time at which it may begin, if further starts put it off.
  ///
  /// @param firstMillis when its first start came
  /// @param nowMillis when its last one did
  Queueing timed(long firstMillis, long nowMillis) {
    if (debounce == null) {
      return this;
    }
    long quiet = nowMillis + debounce.quietMillis();
    long longest = debounce.longestMillis();
    return withNotBeforeMillis(longest == 0 ? quiet : Math.min(quiet, firstMillis + longest));
  }
}
