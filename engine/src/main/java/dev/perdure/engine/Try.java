package dev.perdure.engine;

/// One try of an effect, as whoever performs it sees it.
///
/// @param key the same for every try of this very effect, and for no other effect
/// @param beat gives a sign of life; from any thread, as often as one likes
public record Try(String key, Runnable beat) {
  /// A try that nobody watches.
  public static Try unwatched(String key) {
    return new Try(key, () -> {});
  }
}
