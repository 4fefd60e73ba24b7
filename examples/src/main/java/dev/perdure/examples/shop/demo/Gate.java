package dev.perdure.examples.shop.demo;

/// Keeps threads back while it is closed. For many threads.
final class Gate {
  private boolean closed;
  private int held;

  /// Keeps back who passes from now on.
  synchronized void close() {
    closed = true;
  }

  /// Lets everybody go.
  synchronized void open() {
    closed = false;
    notifyAll();
  }

  /// Returns at once if the gate is open, else when it opens.
  synchronized void pass() {
    held++;
    notifyAll();
    while (closed) {
      waitHere();
    }
    held--;
  }

  /// Waits until so many are kept back.
  synchronized void awaitHeld(int count) {
    while (!closed || held < count) {
      waitHere();
    }
  }

  private void waitHere() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service ends", e);
    }
  }
}
