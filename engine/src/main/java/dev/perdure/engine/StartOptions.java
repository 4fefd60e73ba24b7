package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a caller may say of a task beside its function and arguments.
///
/// @param key starting again with the same key joins the first task instead; null: always a new one
/// @param deadlineMillis when the task is cancelled, in milliseconds since 1970; 0 or less: never
/// @param overrides versions that serve this task whatever the routes say
/// @param attributes what people search tasks by
/// @param traceparent the [TraceContext] it was started in, as the header says it; empty if none.
///   What is not valid counts as none
/// @param queueing when its turn is. A task that further starts put off has neither a time of its
///   own nor an idempotency key
public record StartOptions(
    @Nullable String key,
    long deadlineMillis,
    Map<FunctionName, Version> overrides,
    Map<String, String> attributes,
    String traceparent,
    Queueing queueing) {
  /// Nothing special.
  public static final StartOptions NONE =
      new StartOptions(null, 0, Map.of(), Map.of(), "", Queueing.NONE);

  public StartOptions {
    overrides =
        overrides.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(overrides));
    attributes =
        attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
    if (queueing.debounce() != null) {
      checkAlone(queueing.debounce(), key, queueing);
    }
  }

  /// An idempotency key names one task for good, a debounce key the one that waits; and a time at
  /// which a task begins is not one at which nobody has asked for it lately.
  private static void checkAlone(Debounce debounce, @Nullable String key, Queueing queueing) {
    if (key != null || queueing.notBeforeMillis() > 0) {
      throw Problem.of(
              EngineCode.BAD_DEBOUNCE,
              "a start under the debounce key "
                  + EventText.brief(debounce.key())
                  + " has "
                  + (key != null ? "an idempotency key too" : "a time to begin at too"),
              "Take one of them; nothing was started")
          .exception();
    }
  }

  /// One that begins as soon as it may.
  public StartOptions(
      @Nullable String key,
      long deadlineMillis,
      Map<FunctionName, Version> overrides,
      Map<String, String> attributes,
      String traceparent) {
    this(key, deadlineMillis, overrides, attributes, traceparent, Queueing.NONE);
  }

  /// What it was started in; null if that was not said.
  public @Nullable TraceContext trace() {
    return TraceContext.parse(traceparent);
  }

  /// The same with an idempotency key.
  public StartOptions withKey(String newKey) {
    return new StartOptions(newKey, deadlineMillis, overrides, attributes, traceparent, queueing);
  }

  /// The same with a deadline, in milliseconds since 1970.
  public StartOptions withDeadlineMillis(long newDeadline) {
    return new StartOptions(key, newDeadline, overrides, attributes, traceparent, queueing);
  }

  /// The same with versions that serve this task whatever the routes say.
  public StartOptions withOverrides(Map<FunctionName, Version> newOverrides) {
    return new StartOptions(key, deadlineMillis, newOverrides, attributes, traceparent, queueing);
  }

  /// The same with attributes to search by.
  public StartOptions withAttributes(Map<String, String> newAttributes) {
    return new StartOptions(key, deadlineMillis, overrides, newAttributes, traceparent, queueing);
  }

  /// The same, as a part of a trace.
  public StartOptions withTrace(TraceContext trace) {
    return withTraceparent(trace.toString());
  }

  StartOptions withTraceparent(String newTraceparent) {
    return new StartOptions(key, deadlineMillis, overrides, attributes, newTraceparent, queueing);
  }

  /// The same, put off by further starts: `withDebounce(Debounce.of("ada", ofSeconds(5)))`.
  ///
  /// @throws dev.perdure.value.PerdureException `BAD_DEBOUNCE` if it has an idempotency key, or a
  ///   time to begin at
  public StartOptions withDebounce(Debounce debounce) {
    return withQueueing(queueing.withDebounce(debounce));
  }

  /// The same, to begin when its turn is.
  public StartOptions withQueueing(Queueing newQueueing) {
    return new StartOptions(key, deadlineMillis, overrides, attributes, traceparent, newQueueing);
  }
}
