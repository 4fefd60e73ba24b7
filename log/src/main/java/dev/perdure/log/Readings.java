package dev.perdure.log;

import java.io.IOException;
import java.util.List;

/// Reading a log directory that this process owns, without changing it.
final class Readings {
  private Readings() {}

  /// See [Log#verify].
  static VerifyReport verify(Storage storage) {
    try (var _ = Opening.own(storage)) {
      return VerifyReport.of(everything(storage, Stamp.read(storage)));
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  static Survey everything(Storage storage, Stamp stamp) throws IOException {
    return survey(storage, stamp, Opening.segmentNames(storage), Offset.ZERO);
  }

  /// A survey whose failure to read is told apart from failures to write.
  static Survey survey(Storage storage, Stamp stamp, List<SegmentName> names, Offset checkFrom) {
    try {
      return Survey.of(storage, stamp, names, checkFrom);
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }
}
