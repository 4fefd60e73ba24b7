package dev.perdure.wat.thread;

import dev.perdure.wat.data.Handle;

/// One end of a conversation (W12.1).
public sealed class Peer extends Handle permits ThreadHandle {
  private final Receiver reads;
  private final Sender writes;

  /// @param reads what its holder reads from
  /// @param writes what its holder writes to
  public Peer(Receiver reads, Sender writes) {
    this("wat::kernel::Peer", reads, writes);
  }

  Peer(String path, Receiver reads, Sender writes) {
    super(path);
    this.reads = reads;
    this.writes = writes;
  }

  /// What its holder reads from.
  public final Receiver reads() {
    return reads;
  }

  /// What its holder writes to.
  public final Sender writes() {
    return writes;
  }
}
