package dev.perdure.wat.library;

import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.declare.Kebab;
import dev.perdure.wat.run.Raise;
import java.util.Locale;
import java.util.regex.Pattern;

/// Strings as sequences of Unicode scalars (W15.2). Places count scalars, from 0.
public final class Strings {
  private static final Pattern REAL =
      Pattern.compile("-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

  private Strings() {}

  /// `(length s)`.
  public static long length(String s) {
    return s.codePointCount(0, s.length());
  }

  /// `(empty? s)`.
  public static boolean isEmpty(String s) {
    return s.isEmpty();
  }

  /// `(contains? s part)`.
  public static boolean contains(String s, String part) {
    return s.contains(part);
  }

  /// `(starts-with? s part)`.
  public static boolean startsWith(String s, String part) {
    return s.startsWith(part);
  }

  /// `(ends-with? s part)`.
  public static boolean endsWith(String s, String part) {
    return s.endsWith(part);
  }

  /// `(trim s)`: without the white space of Unicode at both ends.
  public static String trim(String s) {
    int from = 0;
    int to = s.length();
    while (from < to && isSpace(s.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  // All white space is in the basic plane.
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  /// `(to-lowercase s)`.
  public static String toLowercase(String s) {
    return s.toLowerCase(Locale.ROOT);
  }

  /// `(to-uppercase s)`.
  public static String toUppercase(String s) {
    return s.toUpperCase(Locale.ROOT);
  }

  /// `(subs s from to)`; raises unless both are places of it in their order.
  public static String subs(String s, long from, long to) {
    if (from < 0 || to < from || to > s.length()) {
      throw outside(s, from, to);
    }
    try {
      int start = s.offsetByCodePoints(0, (int) from);
      return s.substring(start, s.offsetByCodePoints(start, (int) (to - from)));
    } catch (IndexOutOfBoundsException _) {
      throw outside(s, from, to);
    }
  }

  private static Raise outside(String s, long from, long to) {
    return Raise.assertion("no text from " + from + " to " + to + ": its length is " + length(s));
  }

  /// `(split s sep)`; raises if `sep` is empty.
  public static Vector split(String s, String separator) {
    if (separator.isEmpty()) {
      throw Raise.assertion("the separator is empty");
    }
    var parts = new VectorBuilder();
    int from = 0;
    for (int at = s.indexOf(separator); at >= 0; at = s.indexOf(separator, from)) {
      parts.add(s.substring(from, at));
      from = at + separator.length();
    }
    return parts.add(s.substring(from)).build();
  }

  /// `(concat a b…)`.
  public static String concat(Vector parts) {
    return join("", parts);
  }

  /// `(join sep parts)`: each as by `str`.
  public static String join(String separator, Vector parts) {
    var joined = new StringBuilder();
    var before = "";
    for (var part : parts) {
      joined.append(before).append(Show.str(part));
      before = separator;
    }
    return joined.toString();
  }

  /// `(capitalize s)`: the first scalar in upper case, the others in lower case.
  public static String capitalize(String s) {
    int first = s.isEmpty() ? 0 : s.offsetByCodePoints(0, 1);
    return toUppercase(s.substring(0, first)) + toLowercase(s.substring(first));
  }

  /// `(kebab->pascal s)`.
  public static String kebabToPascal(String s) {
    var pascal = new StringBuilder();
    for (var word : s.split("-")) {
      int first = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
      pascal.append(toUppercase(word.substring(0, first))).append(word, first, word.length());
    }
    return pascal.toString();
  }

  /// `(pascal->kebab s)`: a dash before each upper-case letter of ASCII but the first.
  public static String pascalToKebab(String s) {
    return Kebab.of(s);
  }

  /// `(to-i64 s)`: as `i64::to-string` writes it, zeros before it allowed.
  public static Variant toI64(String s) {
    if (!WHOLE.matcher(s).matches()) {
      return Variant.NONE;
    }
    try {
      return Variant.some(Long.parseLong(s));
    } catch (NumberFormatException _) {
      return Variant.NONE;
    }
  }

  /// `(to-f64 s)`: the nearest; also what `f64::to-string` writes.
  public static Variant toF64(String s) {
    return switch (s) {
      case "NaN" -> Variant.some(Double.NaN);
      case "+Inf" -> Variant.some(Double.POSITIVE_INFINITY);
      case "-Inf" -> Variant.some(Double.NEGATIVE_INFINITY);
      default -> REAL.matcher(s).matches() ? Variant.some(Double.parseDouble(s)) : Variant.NONE;
    };
  }

  /// `(to-bool s)`.
  public static Variant toBool(String s) {
    return switch (s) {
      case "true" -> Variant.some(true);
      case "false" -> Variant.some(false);
      default -> Variant.NONE;
    };
  }
}
