package dev.perdure.sim;

import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.Hash;
import java.util.HashSet;

/// Large values are kept as long as a record refers to them, and not longer: what compaction leaves
/// beside the log are as many files as there are values that the records refer to, whose bytes
/// [Recovered] compares.
///
/// @param disk a copy, on which the log is compacted again
record ValueRule(SimDisk disk, LogSettings settings, Ledger ledger) {
  void check(Coverage coverage) {
    var referred = new HashSet<Hash>();
    try (var log = Log.open(disk, settings)) {
      log.compact(log.durable(), _ -> false, () -> true);
      try (var cursor = log.from(Offset.ZERO)) {
        for (var record = cursor.next(); record != null; record = cursor.next()) {
          ledger.values(record.offset().value()).forEach(value -> referred.add(value.hash()));
        }
      }
    }
    long files = disk.files().stream().filter(name -> name.startsWith("values/")).count();
    if (files != referred.size()) {
      throw new Violation("values", files + " files of " + referred.size() + " values");
    }
    coverage.add("large values kept", files);
    coverage.add("large values that records ever referred to", ledger.largeValues());
  }
}
