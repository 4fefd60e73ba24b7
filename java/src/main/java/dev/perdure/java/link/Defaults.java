package dev.perdure.java.link;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Stands for JDK members that read a default of the machine. A universe has the same defaults
/// everywhere: the root locale, UTC, UTF-8, `\n`, and assertions on.
///
/// Methods have the names and shapes of what they stand for; the table of JDK members names them.
public final class Defaults {
  private Defaults() {}

  /// For `Locale.getDefault()`.
  public static Locale locale() {
    return Locale.ROOT;
  }

  /// For `Locale.getDefault(category)`.
  public static Locale locale(Locale.Category category) {
    return Locale.ROOT;
  }

  /// For `ZoneId.systemDefault()`.
  public static ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /// For `TimeZone.getDefault()`.
  public static TimeZone timeZone() {
    return TimeZone.getTimeZone("UTC");
  }

  /// For `Charset.defaultCharset()`.
  public static Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /// For `System.lineSeparator()`.
  public static String lineSeparator() {
    return "\n";
  }

  /// For `String.toLowerCase()`.
  public static String toLowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// For `String.toUpperCase()`.
  public static String toUpperCase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /// For `String.format(format, arguments)`; `%n` is `\n` here too.
  public static String format(String format, @Nullable Object... arguments) {
    return format(Locale.ROOT, format, arguments);
  }

  /// For `String.format(locale, format, arguments)`.
  public static String format(Locale locale, String format, @Nullable Object... arguments) {
    return String.format(locale, portable(format), Texts.shown(arguments));
  }

  /// For `String.formatted(arguments)`.
  public static String formatted(String format, @Nullable Object... arguments) {
    return format(format, arguments);
  }

  /// For `String.getBytes()`.
  public static byte[] getBytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// For `DateTimeFormatter.ofPattern(pattern)`.
  public static DateTimeFormatter ofPattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /// For `DateTimeFormatter.ofLocalizedDate(style)`.
  public static DateTimeFormatter ofLocalizedDate(FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(Locale.ROOT);
  }

  /// For `DateTimeFormatter.ofLocalizedTime(style)`.
  public static DateTimeFormatter ofLocalizedTime(FormatStyle style) {
    return DateTimeFormatter.ofLocalizedTime(style).withLocale(Locale.ROOT);
  }

  /// For `DateTimeFormatter.ofLocalizedDateTime(style)`.
  public static DateTimeFormatter ofLocalizedDateTime(FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDateTime(style).withLocale(Locale.ROOT);
  }

  /// For `DateTimeFormatter.ofLocalizedDateTime(date, time)`.
  public static DateTimeFormatter ofLocalizedDateTime(FormatStyle date, FormatStyle time) {
    return DateTimeFormatter.ofLocalizedDateTime(date, time).withLocale(Locale.ROOT);
  }

  /// For `DateTimeFormatterBuilder.toFormatter()`.
  public static DateTimeFormatter toFormatter(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.ROOT);
  }

  /// For `Class.desiredAssertionStatus()`: code that is checked on one machine is checked on all.
  public static boolean desiredAssertionStatus(Class<?> type) {
    return true;
  }

  // Within a format, "%%" is a percent sign and "%n" the line separator of the machine.
  private static String portable(String format) {
    if (!format.contains("%n")) {
      return format;
    }
    var text = new StringBuilder();
    for (var i = 0; i < format.length(); i++) {
      var two = i + 1 < format.length() ? format.substring(i, i + 2) : "";
      if (two.equals("%n") || two.equals("%%")) {
        text.append(two.equals("%n") ? "\n" : "%%");
        i++;
      } else {
        text.append(format.charAt(i));
      }
    }
    return text.toString();
  }
}
