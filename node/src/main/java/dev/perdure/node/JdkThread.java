package dev.perdure.node;

import java.util.concurrent.locks.LockSupport;

/// A thread of the JDK, virtual or not.
record JdkThread(Thread thread) implements Threads.Parked {
  @Override
  public void unpark() {
    LockSupport.unpark(thread);
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }
}
