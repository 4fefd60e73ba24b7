package dev.perdure.log;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reading a log directory without changing it.
final class Readings {
  private Readings() {}

  /// See [Log#verify].
  static VerifyReport verify(Storage storage, @Nullable PayloadCodec codec) {
    try (var _ = Opening.own(storage)) {
      return report(storage, codec);
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  /// See [Log#endOf].
  static Offset end(Storage storage) {
    try {
      var stamp = Stamp.read(storage);
      var last = Opening.segmentNames(storage).getLast();
      try (var file = storage.open(last.fileName(), false)) {
        return new Offset(end(new Window(file), stamp.identity(), last.first()));
      }
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  /// Steps through the headers of a segment up to the first that does not follow: there the owner
  /// is at work, or nothing was written yet.
  private static long end(Window window, long identity, long first) throws IOException {
    long end = first;
    for (long at = 0; ; ) {
      int i = window.at(at, BatchHeader.BYTES);
      var header = i < 0 ? null : BatchHeader.read(window.bytes(), i, identity);
      if (header == null || header.from() != end) {
        return end;
      }
      end = header.end();
      at += header.span();
    }
  }

  /// Where the batches of a segment end that hold records below an offset, and the marks among
  /// them.
  static long bytesBelow(Window window, long identity, long first, long to) throws IOException {
    long end = first;
    long at = 0;
    while (end < to) {
      int i = window.at(at, BatchHeader.BYTES);
      var header = i < 0 ? null : BatchHeader.read(window.bytes(), i, identity);
      if (header == null || header.from() != end) {
        break;
      }
      end = header.end();
      at += header.span();
    }
    return at;
  }

  /// See [Log#verifyCopy].
  static VerifyReport verifyCopy(Storage storage, @Nullable PayloadCodec codec) {
    try {
      return report(storage, codec);
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  private static VerifyReport report(Storage storage, @Nullable PayloadCodec codec)
      throws IOException {
    var stamp = Stamp.read(storage);
    return report(storage, stamp, everything(storage, stamp), codec);
  }

  static VerifyReport report(
      Storage storage, Stamp stamp, Survey survey, @Nullable PayloadCodec codec)
      throws IOException {
    var referred = new HashSet<Reference>();
    survey.scans().forEach(scan -> referred.addAll(scan.references()));
    var values = ValueCheck.of(storage, stamp.identity(), codec).of(referred);
    return VerifyReport.of(survey, values);
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
