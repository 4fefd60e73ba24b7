package dev.perdure.engine;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// To which trace something belongs, and which span of it led there: what the header `traceparent`
/// says (W3C Trace Context, https://www.w3.org/TR/trace-context/, section 3.2).
///
/// ```
/// 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
/// version  trace id, 128 bits           span id, 64 bits  flags
/// ```
///
/// @param high the first 64 bits of the trace's id
/// @param low the last 64 bits; not both are 0
/// @param span the id of the span that led there; not 0
/// @param flags [#SAMPLED], [#RANDOM] or both
public record TraceContext(long high, long low, long span, int flags) {
  /// Who led there may have recorded its span.
  public static final int SAMPLED = 1;

  /// The last 56 bits of the trace's id are random (level 2 of the standard).
  public static final int RANDOM = 2;

  /// The name of the header.
  public static final String HEADER = "traceparent";

  private static final HexFormat HEX = HexFormat.of();
  private static final int TRACE_AT = 3;
  private static final int SPAN_AT = 36;
  private static final int FLAGS_AT = 53;
  private static final int CHARS = 55;
  private static final int DIGITS = 16;
  private static final int VERSION_NONE = 0xff;

  public TraceContext {
    if (high == 0 && low == 0) {
      throw new IllegalArgumentException("a trace whose id is zero");
    }
    if (span == 0) {
      throw new IllegalArgumentException("a span whose id is zero");
    }
    if ((flags & ~(SAMPLED | RANDOM)) != 0) {
      throw new IllegalArgumentException("flags " + flags);
    }
  }

  /// Reads a header. Of a later version than 00 what this one has is taken; flags that nobody knows
  /// are dropped.
  ///
  /// @return null if it is not valid: then whoever reads it goes on as if it were not there
  public static @Nullable TraceContext parse(String header) {
    if (header.length() < CHARS || !hyphens(header)) {
      return null;
    }
    int version = (int) hex(header, 0, 2);
    boolean later = version > 0 && header.length() > CHARS;
    if (version < 0 || version == VERSION_NONE || (header.length() > CHARS && !later)) {
      return null;
    }
    if (later && header.charAt(CHARS) != '-') {
      return null;
    }
    return parts(header);
  }

  private static boolean hyphens(String header) {
    return header.charAt(TRACE_AT - 1) == '-'
        && header.charAt(SPAN_AT - 1) == '-'
        && header.charAt(FLAGS_AT - 1) == '-';
  }

  private static @Nullable TraceContext parts(String header) {
    boolean digits =
        isHex(header, TRACE_AT, 2 * DIGITS)
            && isHex(header, SPAN_AT, DIGITS)
            && isHex(header, FLAGS_AT, 2);
    if (!digits) {
      return null;
    }
    long high = hex(header, TRACE_AT, DIGITS);
    long low = hex(header, TRACE_AT + DIGITS, DIGITS);
    long span = hex(header, SPAN_AT, DIGITS);
    int flags = (int) hex(header, FLAGS_AT, 2) & (SAMPLED | RANDOM);
    return (high == 0 && low == 0) || span == 0 ? null : new TraceContext(high, low, span, flags);
  }

  /// Digits above 9 are in lower case, or it is no header.
  private static boolean isHex(String text, int from, int count) {
    return text.chars()
        .skip(from)
        .limit(count)
        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static long hex(String text, int from, int count) {
    return isHex(text, from, count) ? HexFormat.fromHexDigitsToLong(text, from, from + count) : -1;
  }

  /// That of a task: what it was started with, else one that depends on its id only, so that
  /// nothing has to be recorded for it.
  public static TraceContext of(TaskId task, StartOptions options) {
    var given = options.trace();
    return given == null ? of(task) : given;
  }

  /// That of a task which was started.
  public static TraceContext of(Event.Started start) {
    return of(start.task(), start.options());
  }

  /// The digits of the task's id are those of the trace: its last 62 bits are random.
  private static TraceContext of(TaskId task) {
    return new TraceContext(task.high(), task.low(), task.low(), SAMPLED | RANDOM);
  }

  /// The trace's id, 32 hexadecimal digits.
  public String traceId() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  /// The span's id, 16 hexadecimal digits.
  public String spanId() {
    return HEX.toHexDigits(span);
  }

  /// As the header says it.
  @Override
  public String toString() {
    return "00-" + traceId() + "-" + spanId() + "-" + HEX.toHexDigits((byte) flags);
  }
}
