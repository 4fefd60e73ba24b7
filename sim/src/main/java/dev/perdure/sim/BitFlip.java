package dev.perdure.sim;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Between two lives: a bit of the durable log flips, on a copy of the disk. Opening finds it, or
/// it changes nothing that is read; it is never served.
record BitFlip(SimDisk disk, LogSettings settings, SplittableRandom random) {
  void check() {
    Log.open(disk, settings).close();
    var report = Log.verify(disk);
    var segment = report.segments().get(random.nextInt(report.segments().size()));
    if (segment.usedBytes() == 0) {
      return;
    }
    long at = random.nextLong(segment.usedBytes());
    var flipped = disk.copy();
    flipped.flipBit(segment.name(), at, random.nextInt(8));
    boolean found = !Log.verify(flipped).isSound();
    if (!found && !read(disk.copy()).equals(read(flipped))) {
      throw new Violation("damage", "a flipped bit at " + at + " of " + segment + " is served");
    }
  }

  private List<String> read(SimDisk from) {
    var records = new ArrayList<String>();
    try (var log = Log.open(from, settings);
        var cursor = log.from(Offset.ZERO)) {
      for (var r = cursor.next(); r != null; r = cursor.next()) {
        records.add(r.offset() + " " + r.kind() + java.util.HexFormat.of().formatHex(r.payload()));
      }
    } catch (PerdureException refused) {
      return List.of("refused");
    }
    return records;
  }
}
