package dev.perdure.java;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The times that annotations say: `30s`, and `100ms..10s` for the first wait and the longest.
///
/// @param longest at least `first`
public record Backoff(Duration first, Duration longest) {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,8})(ms|s|m|h|d)");

  /// Reads two times; null if the text is none, or the second is the shorter one.
  public static @Nullable Backoff read(String text) {
    var ends = text.split("\\.\\.", -1);
    var first = ends.length == 2 ? time(ends[0]) : null;
    var longest = ends.length == 2 ? time(ends[1]) : null;
    return first == null || longest == null || longest.compareTo(first) < 0
        ? null
        : new Backoff(first, longest);
  }

  /// Reads a time; null if the text is none.
  static @Nullable Duration time(String text) {
    var matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
