package dev.perdure.sim;

import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.value.Hash;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/// After a crash the log holds a prefix of what was handed to it: whole batches, everything that
/// was durable and everything that somebody was told of (R1).
record Recovered(Ledger ledger, Rules rules) {
  void check(Log log) {
    long end = log.end().value();
    require(end <= ledger.end(), () -> "the log holds " + end + " records of " + ledger.end());
    checkKept(log);
    require(
        end >= rules.durableAtCrash(), () -> rules.durableAtCrash() + " were durable, not " + end);
    require(
        end > ledger.promised(), () -> "record " + ledger.promised() + " was told of and is lost");
    require(
        end == ledger.end() || ledger.at(end).batch() == end,
        () -> "the log ends in a batch, at " + end);
    ledger.cut(end);
  }

  /// Checks that what the log holds is what was written, and that nothing is missing in it but
  /// histories that are forgotten: whole ones, or their beginnings.
  void checkKept(Log log) {
    var forgotten = RetentionRule.forgotten(ledger);
    var begun = new HashSet<TaskId>();
    try (var cursor = log.from(Offset.ZERO)) {
      var same = new HashSet<Hash>();
      var found = cursor.next();
      for (long next = 0; next < log.end().value(); next++) {
        long at = next;
        var written = ledger.at(at);
        if (found != null && found.offset().value() == at) {
          checkSame(kept(found), written, same);
          begun.add(written.task());
          found = cursor.next();
        } else {
          require(
              forgotten.contains(written.task()), () -> "record " + at + " is missing: " + written);
          require(
              !begun.contains(written.task()),
              () -> "record " + at + " is missing, and one before it of the same task is not");
        }
      }
      var more = found;
      require(more == null, () -> "the log holds more than it should: " + more);
    }
  }

  /// @param same the large values that were compared before
  private void checkSame(Kept found, Kept written, Set<Hash> same) {
    require(found.same(written), () -> "record " + written.offset() + " has changed");
    for (var value : ledger.values(written.offset())) {
      if (same.add(value.hash())) {
        var bytes = found.values().bytes(value.hash(), value.size());
        require(
            Arrays.equals(bytes, value.bytes()),
            () ->
                "record "
                    + written.offset()
                    + " refers to "
                    + value.hash()
                    + ", which has changed");
      }
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

  private static void require(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new Violation("recovery", otherwise.get());
    }
  }
}
