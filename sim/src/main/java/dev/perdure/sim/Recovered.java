package dev.perdure.sim;

import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import java.util.ArrayList;
import java.util.Arrays;

/// After a crash the log holds a prefix of what was handed to it: whole batches, everything that
/// was durable and everything that somebody was told of (R1).
record Recovered(Ledger ledger, Rules rules) {
  void check(Log log) {
    var found = new ArrayList<Kept>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        found.add(kept(record));
      }
    }
    long end = log.end().value();
    require(end <= ledger.end(), "the log holds " + end + " records of " + ledger.end());
    var forgotten = RetentionRule.forgotten(ledger);
    int next = 0;
    for (long at = 0; at < end; at++) {
      if (next < found.size() && found.get(next).offset() == at) {
        checkSame(found.get(next++), ledger.at(at));
      } else {
        var missing = ledger.at(at);
        require(forgotten.contains(missing.task()), "record " + at + " is missing: " + missing);
      }
    }
    require(end >= rules.durableAtCrash(), rules.durableAtCrash() + " were durable, not " + end);
    require(end > ledger.promised(), "record " + ledger.promised() + " was told of and is lost");
    require(
        end == ledger.end() || ledger.at(end).batch() == end, "the log ends in a batch, at " + end);
    ledger.cut(end);
  }

  private void checkSame(Kept found, Kept written) {
    require(found.same(written), "record " + written.offset() + " has changed");
    for (var value : ledger.values(written.offset())) {
      var bytes = found.values().bytes(value.hash(), value.size());
      require(
          Arrays.equals(bytes, value.bytes()),
          "record " + written.offset() + " refers to " + value.hash() + ", which has changed");
    }
  }

  private static Kept kept(LogRecord r) {
    return new Kept(
        r.offset().value(),
        r.batch().first().value(),
        r.batch().timeMillis(),
        r.kind().type(),
        new TaskId(r.stream().high(), r.stream().low()),
        r.previous().value(),
        r.payload(),
        r.values());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("recovery", otherwise);
    }
  }
}
