package dev.perdure.sim;

import dev.perdure.log.Batch;
import dev.perdure.log.ForwardingLog;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.value.ValueSource;

/// The shipped log; notes what is appended before it is.
///
/// @param outside what the log has beside it, for somebody who looks on from outside
record WatchedLog(Log log, Ledger ledger, WatchedStorage storage, ValueSource outside)
    implements ForwardingLog {
  @Override
  public Offset append(Batch batch) {
    ledger.add(batch, log.identity(), outside);
    storage.appending(batch.first().value());
    var first = log.append(batch);
    storage.appending(-1);
    return first;
  }
}
