package dev.perdure.sim;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Between two lives: a bit of the durable log flips. Opening finds it, or it changes nothing that
/// is read; it is never served.
record BitFlip(SimDisk disk, LogSettings settings, SplittableRandom random) {
  void check() {
    Log.open(disk, settings).close();
    var before = read();
    var report = Log.verify(disk);
    var segment = report.segments().get(random.nextInt(report.segments().size()));
    if (segment.usedBytes() == 0) {
      return;
    }
    long at = random.nextLong(segment.usedBytes());
    int bit = random.nextInt(8);
    disk.flipBit(segment.name(), at, bit);
    boolean found = !Log.verify(disk).isSound();
    if (!found && !before.equals(read())) {
      throw new Violation("damage", "a flipped bit at " + at + " of " + segment + " is served");
    }
    disk.flipBit(segment.name(), at, bit);
  }

  private List<String> read() {
    var records = new ArrayList<String>();
    try (var log = Log.open(disk, settings);
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
