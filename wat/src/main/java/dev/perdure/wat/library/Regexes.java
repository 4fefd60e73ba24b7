package dev.perdure.wat.library;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.perdure.wat.run.Raise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Regular expressions in linear time (W15.2): R. Cox, "Regular expression matching can be simple
/// and fast", 2007.
public final class Regexes {
  // About as many steps as the pattern takes for each character of a text; and what the compiler of
  // patterns, which recurs, surely has stack for.
  private static final long SIZE_MAX = 20_000;
  private static final int DEPTH_MAX = 500;

  // A program asks with few patterns, and often
  private static final int PATTERNS_MAX = 256;
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Regexes() {}

  /// `(matches? pattern s)`; raises of a bad pattern.
  public static boolean matches(String pattern, String s) {
    return compiled(pattern).matcher(s).find();
  }

  private static Pattern compiled(String pattern) {
    var known = PATTERNS.get(pattern);
    if (known != null) {
      return known;
    }
    if (PATTERNS.size() >= PATTERNS_MAX) {
      PATTERNS.clear();
    }
    return PATTERNS.computeIfAbsent(pattern, Regexes::compile);
  }

  private static Pattern compile(String pattern) {
    if (!PatternSize.isWithin(pattern, SIZE_MAX, DEPTH_MAX)) {
      throw Raise.assertion("the pattern is too large");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw Raise.assertion("a bad pattern: " + e.getDescription() + " " + e.getPattern());
    }
  }
}
