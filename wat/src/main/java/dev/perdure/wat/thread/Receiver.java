package dev.perdure.wat.thread;

import dev.perdure.wat.data.Handle;

/// The end of a channel that is received from (W12.1).
public final class Receiver extends Handle {
  private final Channel channel;

  Receiver(Channel channel) {
    super("wat::kernel::Receiver");
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }
}
