package dev.perdure.wat.library;

import dev.perdure.wat.thread.Peer;
import dev.perdure.wat.thread.Receiver;
import dev.perdure.wat.thread.Sender;

/// Peers and the ends of channels that they are made of (W12.1).
public final class Peers {
  private Peers() {}

  /// `(Peer/new rx tx)`.
  public static Object of(Object reads, Object writes) {
    return new Peer((Receiver) reads, (Sender) writes);
  }

  /// `(Thread/input t)`.
  public static Object input(Object thread) {
    return ((Peer) thread).writes();
  }

  /// `(Thread/output t)`.
  public static Object output(Object thread) {
    return ((Peer) thread).reads();
  }
}
