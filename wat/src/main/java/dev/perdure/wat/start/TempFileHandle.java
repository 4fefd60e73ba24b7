package dev.perdure.wat.start;

import dev.perdure.wat.data.Handle;
import java.nio.file.Path;

/// A `TempFile` (W15.4).
final class TempFileHandle extends Handle {
  private final Path file;

  TempFileHandle(Path file) {
    super("wat::io::TempFile");
    this.file = file;
  }

  Path file() {
    return file;
  }
}
