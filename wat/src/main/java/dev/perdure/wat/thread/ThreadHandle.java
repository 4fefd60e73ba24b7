package dev.perdure.wat.thread;

/// The client's handle of a thread that serves it (W12.1).
public final class ThreadHandle extends Peer {
  private final Fiber server;

  ThreadHandle(Fiber server, Receiver reads, Sender writes) {
    super("wat::kernel::Thread", reads, writes);
    this.server = server;
  }

  Fiber server() {
    return server;
  }
}
