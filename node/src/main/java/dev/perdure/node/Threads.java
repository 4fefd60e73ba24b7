package dev.perdure.node;

import java.util.concurrent.locks.LockSupport;

/// The threads that task code runs on. Live they are virtual threads; the simulator brings its own,
/// of which one runs at a time.
public interface Threads {

  /// Starts a thread.
  void start(String name, Runnable body);

  /// The calling thread, to be woken later.
  Parked current();

  /// Stops the calling thread until it is unparked or interrupted; may return early for no reason.
  void park();

  /// Gives other threads a moment, because something is full.
  void pause();

  /// A thread that is parked or may be soon.
  interface Parked {
    /// Lets the thread go on; if it is not parked, its next park returns at once.
    void unpark();

    /// Interrupts what the thread blocks in.
    void interrupt();
  }

  /// Virtual threads of the JDK.
  static Threads virtual() {
    return new Threads() {
      @Override
      public void start(String name, Runnable body) {
        Thread.ofVirtual().name(name).start(body);
      }

      @Override
      public Parked current() {
        return new JdkThread(Thread.currentThread());
      }

      @Override
      public void park() {
        LockSupport.park();
      }

      @Override
      public void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    };
  }

  /// Long enough for a writer to take some hundred inputs.
  long PAUSE_NANOS = 200_000;
}
