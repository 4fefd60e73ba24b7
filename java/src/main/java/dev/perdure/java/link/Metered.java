package dev.perdure.java.link;

import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What metered code calls instead of platform methods that can go on for very long by themselves.
/// All of it does the same as what it stands for, and counts turns on the way.
public final class Metered {
  private Metered() {}

  /// The same elements.
  public static <T> Stream<T> source(Stream<T> elements) {
    return elements.peek(_ -> Meter.turn());
  }

  /// The same elements.
  public static IntStream source(IntStream elements) {
    return elements.peek(_ -> Meter.turn());
  }

  /// The same elements.
  public static LongStream source(LongStream elements) {
    return elements.peek(_ -> Meter.turn());
  }

  /// The same elements.
  public static DoubleStream source(DoubleStream elements) {
    return elements.peek(_ -> Meter.turn());
  }

  /// The same characters, for an expression to be matched with.
  public static CharSequence text(CharSequence text) {
    return new Text(text);
  }

  /// Stands for [String#matches(String)].
  public static boolean matches(String text, String expression) {
    return Pattern.matches(expression, text(text));
  }

  /// Stands for [String#replaceAll(String, String)].
  public static String replaceAll(String text, String expression, String replacement) {
    return Pattern.compile(expression).matcher(text(text)).replaceAll(replacement);
  }

  /// Stands for [String#replaceFirst(String, String)].
  public static String replaceFirst(String text, String expression, String replacement) {
    return Pattern.compile(expression).matcher(text(text)).replaceFirst(replacement);
  }

  /// Stands for [String#split(String)].
  public static String[] split(String text, String expression) {
    return split(text, expression, 0);
  }

  /// Stands for [String#split(String, int)].
  public static String[] split(String text, String expression, int limit) {
    return Pattern.compile(expression).split(text(text), limit);
  }

  private record Text(CharSequence of) implements CharSequence {
    @Override
    public char charAt(int index) {
      Meter.turn();
      return of.charAt(index);
    }

    @Override
    public int length() {
      return of.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return of.subSequence(start, end);
    }

    @Override
    public String toString() {
      return of.toString();
    }
  }
}
