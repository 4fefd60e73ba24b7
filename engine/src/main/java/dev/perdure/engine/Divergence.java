package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// The first point where code and history part, or where two versions of a function do.
///
/// @param kind what kind of difference
/// @param place of the effect; in a span, counted from its call. Null for a result
/// @param recorded what the history (or the primary) has, for people; empty if nothing
/// @param asked what the code (or the candidate) did, for people; empty if nothing
/// @param recordedAt source position of the recorded side, `Shop.java:14`; empty if not known
/// @param askedAt source position of the asking side; empty if not known
public record Divergence(
    Kind kind,
    @Nullable Place place,
    String recorded,
    String asked,
    String recordedAt,
    String askedAt) {

  public Divergence {
    recorded = Bounds.bounded(recorded, Limits.TEXT_CHARS_MAX);
    asked = Bounds.bounded(asked, Limits.TEXT_CHARS_MAX);
  }

  /// How the two sides differ.
  public enum Kind {
    /// Another effect, or none was recorded there.
    EFFECT,
    /// The same effect with other arguments.
    ARGUMENTS,
    /// The same effects in another order.
    ORDER,
    /// An effect that the recorded side did not have.
    EXTRA,
    /// An effect of the recorded side that the code did not ask.
    MISSING,
    /// The same effects, another result.
    RESULT,
    /// The candidate did not come to an end: it ran too long or took too much memory.
    STOPPED
  }

  /// The candidate did not come to an end.
  ///
  /// @param why for people
  static Divergence stopped(String why) {
    return new Divergence(Kind.STOPPED, null, "", why, "", "");
  }

  /// One line for people.
  public String text() {
    var at = place == null ? "" : " at " + place;
    var left = recorded.isEmpty() ? "nothing" : recorded;
    var right = asked.isEmpty() ? "nothing" : asked;
    return kind
        + at
        + ": recorded "
        + left
        + where(recordedAt)
        + ", asked "
        + right
        + where(askedAt);
  }

  private static String where(String position) {
    return position.isEmpty() ? "" : " (" + position + ")";
  }
}
