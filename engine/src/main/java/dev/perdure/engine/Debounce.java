package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Many starts that come soon after each other become one task. It begins when none has come for
/// some time; until then each further start under the same key takes the place of the one before.
///
/// @param key says which starts belong together, among those of one function
/// @param quietMillis how long none must have come, from 1 ms to [Limits#SLEEP_MAX]
/// @param longestMillis after the first start it is put off no longer than this, which is no
///   shorter than the quiet time; 0: it may be put off for ever
public record Debounce(String key, long quietMillis, long longestMillis) {
  private static final long MILLIS_MAX = Limits.SLEEP_MAX.toMillis();

  public Debounce {
    var fault = fault(key, quietMillis, longestMillis);
    if (fault != null) {
      throw Problem.of(
              EngineCode.BAD_DEBOUNCE,
              fault,
              "Name a key, a quiet time of 1 ms to 400 million days, and no longest wait or one"
                  + " that is not shorter than that")
          .exception();
    }
  }

  private static @Nullable String fault(String key, long quietMillis, long longestMillis) {
    if (key.isEmpty()) {
      return "starts are to be debounced, and there is no key that says which of them belong"
          + " together";
    }
    var under = "under the debounce key " + EventText.brief(key);
    if (!isTime(quietMillis)) {
      return "the quiet time " + under + " is out of its bounds";
    }
    if (longestMillis != 0 && !isTime(longestMillis)) {
      return "the longest wait " + under + " is out of its bounds";
    }
    return longestMillis == 0 || longestMillis >= quietMillis
        ? null
        : "the longest wait "
            + under
            + ", "
            + longestMillis
            + " ms, is shorter than its quiet time, "
            + quietMillis
            + " ms";
  }

  private static boolean isTime(long millis) {
    return millis >= 1 && millis <= MILLIS_MAX;
  }

  /// One that may be put off for ever.
  public static Debounce of(String key, Duration quiet) {
    return new Debounce(key, millis(quiet), 0);
  }

  /// The same, put off no longer than this after its first start.
  public Debounce withLongest(Duration longest) {
    return new Debounce(key, quietMillis, millis(longest));
  }

  /// Of what is out of bounds: -1.
  private static long millis(Duration time) {
    boolean isBounded = !time.isNegative() && time.compareTo(Limits.SLEEP_MAX) <= 0;
    return isBounded && time.toMillis() > 0 ? time.toMillis() : -1;
  }
}
