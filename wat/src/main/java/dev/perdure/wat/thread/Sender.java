package dev.perdure.wat.thread;

import dev.perdure.wat.data.Handle;

/// The end of a channel that is sent to (W12.1).
public final class Sender extends Handle {
  private final Channel channel;

  Sender(Channel channel) {
    super("wat::kernel::Sender");
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }
}
