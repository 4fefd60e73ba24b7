package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.Idempotent;
import dev.perdure.api.Retry;
import dev.perdure.api.Routed;
import dev.perdure.api.TaskCancelled;
import dev.perdure.api.TimedOut;
import dev.perdure.api.Timeout;

/// Functions whose effects fail, are slow and are tried again.
public final class Payments {
  private final Bank bank;

  /// A bank that is not always there.
  @Effect
  @Retry(max = 3, backoff = "1ms..2ms", not = Refused.class)
  public interface Bank {
    /// Tried three times.
    String pay(String account);

    /// Tried again after an hour.
    @Retry(backoff = "1h..1d")
    String payLater(String account);

    /// Tried three times, each for a moment.
    @Idempotent
    @Timeout("50ms")
    String payInTime(String account);

    /// Tried once, for as long as it gives signs of life.
    @Retry(max = 1)
    @Timeout(heartbeat = "200ms")
    String audit(String account);
  }

  /// Trying again is no use.
  public static class Refused extends RuntimeException {
    public Refused(String message) {
      super(message);
    }
  }

  /// One of several reasons.
  public static final class NoMoney extends Refused {
    public NoMoney(String message) {
      super(message);
    }
  }

  public Payments(Bank bank) {
    this.bank = bank;
  }

  @Routed
  public String pay(String account) {
    try {
      return bank.pay(account);
    } catch (NoMoney refused) {
      return "no money: " + refused.getMessage();
    } catch (RuntimeException failed) {
      return "gave up: " + failed.getMessage();
    }
  }

  @Routed
  public String payLater(String account) {
    try {
      return bank.payLater(account);
    } catch (TaskCancelled cancelled) {
      return "cancelled";
    }
  }

  @Routed
  public String payInTime(String account) {
    try {
      return bank.payInTime(account);
    } catch (TimedOut over) {
      return over.getMessage();
    }
  }

  @Routed
  public String audit(String account) {
    try {
      return bank.audit(account);
    } catch (TimedOut over) {
      return over.getMessage();
    }
  }
}
