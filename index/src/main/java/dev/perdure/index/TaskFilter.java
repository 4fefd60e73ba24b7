package dev.perdure.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks a list has.
///
/// @param statuses any of these; empty: all
/// @param function of this name; null: any
/// @param version of this name; null: any
/// @param text a part of a name, an argument, a key, an attribute, a failure or a result, in upper
///   or lower case alike if it is of ASCII; null: any
/// @param started when; any time within
/// @param trace of the trace with this id, 32 hexadecimal digits in lower case; null: any
/// @param after the id of the task behind which the list goes on; null: from the newest
public record TaskFilter(
    Set<Status> statuses,
    @Nullable String function,
    @Nullable String version,
    @Nullable String text,
    Period started,
    @Nullable String trace,
    @Nullable String after) {

  /// Tasks of any trace.
  public TaskFilter(
      Set<Status> statuses,
      @Nullable String function,
      @Nullable String version,
      @Nullable String text,
      Period started,
      @Nullable String after) {
    this(statuses, function, version, text, started, null, after);
  }

  /// A time from, inclusively, to, exclusively, in milliseconds since 1970; null: without bound.
  public record Period(@Nullable Long fromMillis, @Nullable Long toMillis) {
    /// Any time.
    public static final Period ANY = new Period(null, null);
  }

  /// All tasks.
  public static final TaskFilter ALL = new TaskFilter(Set.of(), null, null, null, Period.ANY, null);

  public TaskFilter {
    statuses = Set.copyOf(statuses);
  }
}
