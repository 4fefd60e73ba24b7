package dev.perdure.sim;

import dev.perdure.log.Batch;
import dev.perdure.log.ForwardingLog;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;

/// The shipped log; notes what is appended before it is.
record WatchedLog(Log log, Ledger ledger, WatchedStorage storage) implements ForwardingLog {
  @Override
  public Offset append(Batch batch) {
    ledger.add(batch, log.identity());
    storage.appending(batch.first().value());
    var first = log.append(batch);
    storage.appending(-1);
    return first;
  }
}
