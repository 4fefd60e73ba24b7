package dev.perdure.wat.library;

import org.jspecify.annotations.Nullable;

/// The library as the build has found it, so that no start has to open and read its files. This
/// class knows nothing; [LibraryLinker] puts one in its place that does.
final class LinkedLibrary {
  private LinkedLibrary() {}

  /// Adds all entries, as [LibraryFiles#index] finds them.
  ///
  /// @return false if nothing is known
  static boolean addTo(Library library) {
    return false;
  }

  /// The text of a file; null if it is not known.
  ///
  /// @param file its number in [LibraryFiles#NAMES]
  static @Nullable String text(int file) {
    return null;
  }
}
