package dev.perdure.index;

import dev.perdure.engine.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which lines are wanted.
///
/// @param trace of the trace with this id, 32 hexadecimal digits in lower case; null: any
/// @param task of this task; null: any
/// @param function whose code wrote it; null: any
/// @param version whose code wrote it; null: any
/// @param least of this level and those that matter more
/// @param text a part of it, in upper or lower case alike if it is of ASCII; null: any
/// @param written when
public record LineFilter(
    @Nullable String trace,
    @Nullable String task,
    @Nullable String function,
    @Nullable String version,
    Level least,
    @Nullable String text,
    TaskFilter.Period written) {

  /// All lines.
  public static final LineFilter ALL =
      new LineFilter(null, null, null, null, Level.DEBUG, null, TaskFilter.Period.ANY);

  /// Whether a line is wanted.
  ///
  /// @param line whose offset does not matter
  public boolean wants(LineRow line) {
    return is(trace, line.traceId())
        && is(task, line.task().toString())
        && is(function, line.author().function())
        && is(version, line.author().version())
        && line.level().atLeast(least)
        && (text == null || lower(line.text()).contains(lower(text)))
        && (written.fromMillis() == null || line.atMillis() >= written.fromMillis())
        && (written.toMillis() == null || line.atMillis() < written.toMillis());
  }

  private static boolean is(@Nullable String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }

  /// As the operator `like` of the tables takes it: letters of ASCII only.
  private static String lower(String text) {
    return text.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether only lines that matter are wanted, of which there are few.
  boolean matters() {
    return least.atLeast(Level.WARN);
  }

  /// As SQL.
  ///
  /// @param before of offsets before this one only
  TaskQuery query(long before) {
    var query = new TaskQuery.Builder();
    query.and("l.offset < ?", before);
    if (trace != null) {
      query.and("t.trace_id = ?", trace);
    }
    if (task != null) {
      query.and("t.id = ?", task.toLowerCase(Locale.ROOT));
    }
    if (function != null) {
      query.and("l.function = ?", function);
    }
    if (version != null) {
      query.and("l.version = ?", version);
    }
    if (matters()) {
      // As a literal: it has to be the condition of the index.
      query.and("l.level >= " + Level.WARN.number());
    }
    query.and("l.level >= ?", least.number());
    if (text != null) {
      query.and("l.text like ? escape '\\'", TextSearch.pattern(text));
    }
    if (written.fromMillis() != null) {
      query.and("l.at_ms >= ?", written.fromMillis());
    }
    if (written.toMillis() != null) {
      query.and("l.at_ms < ?", written.toMillis());
    }
    return query.build();
  }
}
