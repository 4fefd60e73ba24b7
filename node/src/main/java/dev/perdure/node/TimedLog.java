package dev.perdure.node;

import dev.perdure.log.ForwardingLog;
import dev.perdure.log.Log;

/// A log whose observer is told how long the disk takes to make it safe.
record TimedLog(Log log, Observer observer) implements ForwardingLog {
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
}
