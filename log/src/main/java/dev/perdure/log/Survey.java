package dev.perdure.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a log directory holds, read and judged without changing anything.
///
/// @param scans the segments that were read, in order
/// @param tail what stands behind the last sound batch of the last one
/// @param damage every place where durable bytes changed or are missing, in order
/// @param sound where the longest sound prefix of the log ends
record Survey(List<SegmentScan> scans, Tail tail, List<Damage> damage, Prefix sound) {

  /// The end of the sound prefix.
  ///
  /// @param name the segment it ends in
  /// @param position where in it, in bytes
  record Prefix(SegmentName name, long position, ChainPoint point) {}

  SegmentScan last() {
    return scans.getLast();
  }

  /// Reads the segments that hold `checkFrom` and later ones, and at least the last two, for the
  /// last one may have no batch to take up the chain from.
  static Survey of(Storage storage, Stamp stamp, List<SegmentName> names, Offset checkFrom)
      throws IOException {
    int start = 0;
    while (start < names.size() - 2 && names.get(start + 1).first() <= checkFrom.value()) {
      start++;
    }
    return new Pass(storage, stamp, names).run(start);
  }

  private static final class Pass {
    private final Storage storage;
    private final Stamp stamp;
    private final List<SegmentName> names;
    private final List<SegmentScan> scans = new ArrayList<>();
    private final List<Damage> damage = new ArrayList<>();
    private Tail tail = new Tail(0, 0);
    private @Nullable Prefix sound;

    Pass(Storage storage, Stamp stamp, List<SegmentName> names) {
      this.storage = storage;
      this.stamp = stamp;
      this.names = names;
    }

    Survey run(int start) throws IOException {
      checkFirst();
      for (int i = 0; i < start; i++) {
        checkSuccessor(i);
      }
      var point = start == 0 ? ChainPoint.START : ChainPoint.unknown(names.get(start).first());
      for (int i = start; i < names.size(); i++) {
        point = pass(i, point);
      }
      var last = scans.getLast();
      var whole = new Prefix(last.name(), last.position(), last.to());
      return new Survey(scans, tail, damage, sound == null ? whole : sound);
    }

    private void checkFirst() {
      var first = names.getFirst();
      if (!first.equals(SegmentName.FIRST)) {
        var start = new Prefix(SegmentName.FIRST, 0, ChainPoint.START);
        report(start, first.first(), "The first segment is missing");
      }
    }

    private void checkSuccessor(int i) {
      var name = names.get(i);
      var next = names.get(i + 1);
      if (next.sequence() != name.sequence() + 1 || next.first() < name.first()) {
        var here = new Prefix(name, 0, ChainPoint.unknown(name.first()));
        report(here, next.first(), "A segment after this one is missing");
      }
    }

    /// Reads segment `i` and returns the place its successor has to fit to.
    private ChainPoint pass(int i, ChainPoint expected) throws IOException {
      var name = names.get(i);
      boolean fits = expected.end() == name.first();
      var from = fits ? expected : ChainPoint.unknown(name.first());
      var scan = SegmentScan.of(storage, stamp, name, from);
      scans.add(scan);
      if (i + 1 < names.size()) {
        return judge(scan, names.get(i + 1));
      }
      tail = Tail.behind(storage, stamp, scan);
      judge(scan, null);
      return scan.to();
    }

    private ChainPoint judge(SegmentScan scan, @Nullable SegmentName next) {
      long proof = next == null ? tail.claim() : next.first();
      var what = verdict(scan, next, proof);
      if (what != null) {
        report(new Prefix(scan.name(), scan.position(), scan.to()), proof, what);
        return ChainPoint.unknown(proof);
      }
      return next == null ? scan.to() : scan.to().withDurable(proof);
    }

    /// What is wrong with a segment, or null.
    private @Nullable String verdict(SegmentScan scan, @Nullable SegmentName next, long proof) {
      if (!scan.isWhole(stamp)) {
        return "The segment has %d of %d bytes".formatted(scan.fileBytes(), stamp.segmentBytes());
      }
      if (!scan.isLinked()) {
        return "The segment does not continue the one before";
      }
      if (next != null && next.sequence() != scan.name().sequence() + 1) {
        return "A segment after this one is missing";
      }
      if (scan.to().end() < proof) {
        return "A batch that was durable has changed";
      }
      return next != null && scan.to().end() > proof ? "The segment after this one overlaps" : null;
    }

    private void report(Prefix at, long below, String what) {
      damage.add(
          new Damage(
              at.name().fileName(),
              at.position(),
              new Offset(at.point().end()),
              new Offset(Math.max(at.point().end(), below)),
              what));
      if (sound == null) {
        sound = at;
      }
    }
  }
}
