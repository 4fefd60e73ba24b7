package dev.perdure.engine;

/// Which code is at work on a thread.
///
/// @param function the innermost function of a universe that is being run, such as `lookupUser`;
///   empty if that is not known
/// @param version of its universe; empty if that is not known
/// @param position in its source, such as `Shop.java:14`; empty if that is not known
public record Author(String function, String version, String position) {
  /// Nothing is known.
  public static final Author UNKNOWN = new Author("", "", "");

  public Author {
    position = Bounds.bounded(position, Limits.NAME_CHARS_MAX);
  }
}
