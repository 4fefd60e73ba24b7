package dev.perdure.wat.freeze;

import java.io.IOException;
import java.nio.file.Path;

/// Reads the files of a program.
@FunctionalInterface
public interface Sources {

  /// The bytes of a file.
  ///
  /// @param path canonical: absolute, without links or points
  /// @throws IOException if it cannot be read, or may not be
  byte[] read(Path path) throws IOException;
}
