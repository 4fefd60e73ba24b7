package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;

/// Asked by wat programs of the tests, as `:dev::perdure::node::Mailer`.
@Effect
public interface Mailer {
  /// Sends a mail.
  long sendMail(String to, String text);

  /// How many may still be sent.
  @ReadOnly
  long quota();

  /// The mailbox is full.
  final class MailError extends RuntimeException {
    private final long size;

    /// One that holds so much already.
    public MailError(String message, long size) {
      super(message);
      this.size = size;
    }

    /// How much it holds.
    public long size() {
      return size;
    }
  }

  /// Sends a mail, or throws a [MailError].
  String trySend(String to);
}
