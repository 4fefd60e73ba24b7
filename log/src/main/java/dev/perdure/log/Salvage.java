package dev.perdure.log;

import java.io.IOException;
import java.util.List;

/// Keeps the longest sound prefix of a damaged log.
///
/// 1. The segment the prefix ends in is copied to the folder `damaged-n`.
/// 2. A segment with its sound batches and a mark of a new epoch replaces it, in one rename.
/// 3. The segments behind it are moved to the folder, the last one first.
///
/// Until the last of these moves the directory still shows damage, at the end of the prefix: the
/// name of the segment behind it claims more. So salvaging that was cut short is done by salvaging
/// again.
final class Salvage {
  private final Storage storage;
  private final Stamp stamp;
  private final String folder;

  private Salvage(Storage storage, Stamp stamp, String folder) {
    this.storage = storage;
    this.stamp = stamp;
    this.folder = folder;
  }

  /// See [Log#salvage].
  static SalvageReport run(Storage storage) {
    try (var _ = Opening.own(storage)) {
      var stamp = Stamp.read(storage);
      var survey = Readings.everything(storage, stamp);
      var kept = new Offset(survey.sound().point().end());
      var before = Readings.report(storage, stamp, survey, null);
      if (survey.damage().isEmpty()) {
        return new SalvageReport(before, kept, "");
      }
      var folder = freshFolder(storage.list());
      new Salvage(storage, stamp, folder).cut(survey);
      return new SalvageReport(before, kept, folder);
    } catch (IOException e) {
      throw Problems.writeFailed(storage.toString(), e);
    }
  }

  private static String freshFolder(List<String> files) {
    int number = 1;
    while (files.contains("damaged-" + number)) {
      number++;
    }
    return "damaged-" + number;
  }

  private void cut(Survey survey) throws IOException {
    var sound = survey.sound();
    var names = SegmentName.among(storage.list());
    if (names.contains(sound.name())) {
      copyAside(sound.name());
    }
    replace(sound, epochAfter(survey));
    for (var name : names.reversed()) {
      if (isBehind(name, sound.name())) {
        storage.rename(name.fileName(), folder + "/" + name.fileName());
        storage.force();
      }
    }
  }

  private static boolean isBehind(SegmentName name, SegmentName kept) {
    return name.sequence() >= kept.sequence() && !name.equals(kept);
  }

  private void copyAside(SegmentName name) throws IOException {
    try (var source = storage.open(name.fileName(), false);
        var target = storage.create(SegmentName.INCOMING, source.size())) {
      SegmentFiles.copy(source, target, 0, source.size());
      target.force();
    }
    storage.rename(SegmentName.INCOMING, folder + "/" + name.fileName());
    storage.force();
  }

  private void replace(Survey.Prefix sound, long epoch) throws IOException {
    var point = sound.point();
    var chain = new BatchHeader.Chain(stamp.identity(), epoch, point.durable(), point.checksum());
    var mark = BatchHeader.mark(new Offset(point.end()), point.timeMillis(), chain);
    try (var file = storage.create(SegmentName.INCOMING, stamp.segmentBytes())) {
      if (sound.position() > 0) {
        try (var source = storage.open(sound.name().fileName(), false)) {
          SegmentFiles.copy(source, file, 0, sound.position());
        }
      }
      if (sound.position() + BatchHeader.BYTES <= stamp.segmentBytes()) {
        file.write(mark, sound.position());
      }
      file.force();
    }
    storage.rename(SegmentName.INCOMING, sound.name().fileName());
    storage.force();
  }

  /// An epoch later than any that wrote to this log, as far as can be read.
  private static long epochAfter(Survey survey) {
    return survey.scans().stream().mapToLong(scan -> scan.to().epoch()).max().orElse(0) + 1;
  }
}
