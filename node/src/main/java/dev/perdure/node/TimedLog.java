package dev.perdure.node;

import dev.perdure.log.Batch;
import dev.perdure.log.CompactionReport;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.log.StreamKey;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A log whose observer is told how long the disk takes to make it safe.
record TimedLog(Log log, Observer observer) implements Log {
  @Override
  public Offset append(Batch batch) {
    return log.append(batch);
  }

  @Override
  public void sync() {
    timed(log::sync);
  }

  @Override
  public void force() {
    timed(log::force);
  }

  private void timed(Runnable safe) {
    long from = System.nanoTime();
    safe.run();
    observer.synced(System.nanoTime() - from);
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
  public boolean seals() {
    return log.seals();
  }

  @Override
  public Batch newBatch() {
    return log.newBatch();
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

  @Override
  public int windowMillis() {
    return log.windowMillis();
  }
}
