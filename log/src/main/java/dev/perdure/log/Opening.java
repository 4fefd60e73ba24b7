package dev.perdure.log;

import dev.perdure.value.PerdureException;
import dev.perdure.value.ValueSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens a log directory: makes it if it is new, recovers it if it is not.
///
/// A new directory gets its first segment before its stamp, so a directory with a stamp and no
/// segment has lost one; a directory without a stamp that has at most an empty first segment is one
/// whose making was cut short.
final class Opening {
  private final Storage storage;
  private final LogSettings settings;
  private final boolean toBeUsed;

  private Opening(Storage storage, LogSettings settings, boolean toBeUsed) {
    this.storage = storage;
    this.settings = settings;
    this.toBeUsed = toBeUsed;
  }

  static Log open(Storage storage, LogSettings settings) {
    return open(storage, settings, true);
  }

  /// See [Log#skipEpochs].
  static void skipEpochs(Storage storage, long epochs) {
    open(storage, LogSettings.defaults().withEpochsSkipped(epochs), false).close();
  }

  /// @param toBeUsed whether records may be read or appended, which takes the keys
  private static Log open(Storage storage, LogSettings settings, boolean toBeUsed) {
    var ownership = own(storage);
    try {
      return new Opening(storage, settings, toBeUsed).run(ownership);
    } catch (IOException e) {
      release(ownership, e);
      throw Problems.writeFailed(storage.toString(), e);
    } catch (RuntimeException | Error e) {
      release(ownership, e);
      throw e;
    }
  }

  static Closeable own(Storage storage) {
    try {
      return storage.lock();
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }

  static void release(Closeable ownership, Throwable because) {
    try {
      ownership.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private Log run(Closeable ownership) throws IOException {
    var stamp = stamp();
    var names = segmentNames(storage);
    var survey = Readings.survey(storage, stamp, names, settings.checkFrom());
    if (!survey.damage().isEmpty()) {
      throw Problems.damaged(storage, survey.damage().getFirst());
    }
    if (toBeUsed) {
      checkKeys(stamp, segments(stamp, names, survey), survey.last());
    }
    var file = storage.open(survey.last().name().fileName(), true);
    try {
      var log = settle(file, stamp, names, survey, ownership);
      if (settings.codec() != null) {
        UsedKeys.read(storage).with(settings.codec().newest()).write(storage);
      }
      ValueFiles.clean(storage);
      log.begin();
      return log;
    } catch (IOException | PerdureException e) {
      file.close();
      throw e;
    }
  }

  /// Nothing has been written yet, and nothing is if a key is missing. What was sealed last tells
  /// even if the file of the keys is gone.
  private void checkKeys(Stamp stamp, Segments segments, SegmentScan last) {
    try {
      UsedKeys.read(storage).check(storage, settings.codec());
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
    long end = last.to().end();
    if (last.name().first() < end) {
      try (var reader =
          new BatchReader(
              storage, stamp.identity(), segments, settings.codec(), ValueSource.NONE, null)) {
        if (reader.isKept(end - 1, end)) {
          reader.checkKey(end - 1, end);
        }
      }
    }
  }

  private FileLog settle(
      StorageFile file, Stamp stamp, List<SegmentName> names, Survey survey, Closeable ownership)
      throws IOException {
    var last = survey.last();
    long unproven = last.index().floor(last.to().durable());
    SegmentFiles.settle(file, unproven, last, survey.tail());
    storage.force();
    // What compaction has left of a segment is never written behind.
    long position =
        last.fileBytes() < stamp.segmentBytes() ? stamp.segmentBytes() : last.position();
    var start =
        new FileLog.Start(
            segments(stamp, names, survey), last.name(), last.index(), file, position, last.to());
    return new FileLog(storage, stamp, settings, ownership, start);
  }

  private Segments segments(Stamp stamp, List<SegmentName> names, Survey survey)
      throws IOException {
    int unread = names.size() - survey.scans().size();
    var all = new ArrayList<Segment>();
    for (var name : names.subList(0, unread)) {
      all.add(segment(stamp, name, null));
    }
    for (var scan : survey.scans()) {
      all.add(segment(stamp, scan.name(), scan.index()));
    }
    return new Segments(all);
  }

  private Segment segment(Stamp stamp, SegmentName name, @Nullable SparseIndex index)
      throws IOException {
    try (var file = storage.open(name.fileName(), false)) {
      var segment = new Segment(name, file.size(), index);
      segment.decided(Compaction.decidedIn(file, stamp));
      return segment;
    }
  }

  private Stamp stamp() throws IOException {
    var files = storage.list();
    if (files.contains(Stamp.FILE)) {
      return Stamp.read(storage);
    }
    if (!isUnused(SegmentName.among(files))) {
      throw Stamp.damaged(storage, "is missing, but there are segments");
    }
    var stamp = new Stamp(storage.freshIdentity(), settings.segmentBytes());
    SegmentFiles.create(storage, stamp, SegmentName.FIRST).close();
    stamp.write(storage);
    return stamp;
  }

  private boolean isUnused(List<SegmentName> names) throws IOException {
    if (names.isEmpty()) {
      return true;
    }
    if (!names.equals(List.of(SegmentName.FIRST))) {
      return false;
    }
    try (var file = storage.open(SegmentName.FIRST.fileName(), false)) {
      return new Window(file).isZero(0, (int) Math.min(file.size(), BatchHeader.BYTES));
    }
  }

  /// The segments of a log that has a stamp.
  static List<SegmentName> segmentNames(Storage storage) throws IOException {
    var names = SegmentName.among(storage.list());
    if (names.isEmpty()) {
      throw Problems.withoutSegments(storage);
    }
    return names;
  }
}
