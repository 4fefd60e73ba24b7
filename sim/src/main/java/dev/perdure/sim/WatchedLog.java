package dev.perdure.sim;

import dev.perdure.log.Batch;
import dev.perdure.log.CompactionReport;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.log.StreamKey;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// The shipped log; notes what is appended before it is.
record WatchedLog(Log log, Ledger ledger, WatchedStorage storage) implements Log {
  @Override
  public Batch newBatch() {
    return log.newBatch();
  }

  @Override
  public boolean seals() {
    return log.seals();
  }

  @Override
  public Offset append(Batch batch) {
    ledger.add(batch, log.identity());
    storage.appending(batch.first().value());
    var first = log.append(batch);
    storage.appending(-1);
    return first;
  }

  @Override
  public void sync() {
    log.sync();
  }

  @Override
  public void force() {
    log.force();
  }

  @Override
  public CompactionReport compact(
      Offset below, Predicate<StreamKey> isDropped, BooleanSupplier goOn) {
    return log.compact(below, isDropped, goOn);
  }

  @Override
  public Offset droppedBelow() {
    return log.droppedBelow();
  }

  @Override
  public Offset end() {
    return log.end();
  }

  @Override
  public Offset durable() {
    return log.durable();
  }

  @Override
  public long forces() {
    return log.forces();
  }

  @Override
  public long epoch() {
    return log.epoch();
  }

  @Override
  public int windowMillis() {
    return log.windowMillis();
  }

  @Override
  public long identity() {
    return log.identity();
  }

  @Override
  public Cursor from(Offset first) {
    return log.from(first);
  }

  @Override
  public LogRecord at(Offset offset) {
    return log.at(offset);
  }

  @Override
  public void close() {
    log.close();
  }
}
