package dev.perdure.cli;

/// How many there are of something, in words.
final class Counted {
  private Counted() {}

  /// Such as `1 task` and `2 tasks`.
  ///
  /// @param thing what one of them is called
  static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
