package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Idempotent;
import dev.perdure.api.Retry;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import dev.perdure.api.Timeout;

/// Moves money from one account to another; if it cannot arrive, it goes back.
public final class Transfer {
  private final Accounts accounts;
  private final Tasks tasks;

  public Transfer(Accounts accounts, Tasks tasks) {
    this.accounts = accounts;
    this.tasks = tasks;
  }

  /// The bank's accounts, which are not always there.
  @Effect
  @Retry(max = 10, backoff = "50ms..10s", not = Refused.class)
  @Timeout("5s")
  public interface Accounts {
    /// Takes an amount away and returns what is left.
    @Idempotent
    long withdraw(String account, long amount);

    /// Puts an amount in and returns what is there then.
    @Idempotent
    long deposit(String account, long amount);
  }

  /// The bank will not do it, however often it is asked.
  public static final class Refused extends RuntimeException {
    public Refused(String message) {
      super(message);
    }
  }

  @Routed
  public long transfer(String from, String to, long amount) {
    return tasks.saga(saga -> {
      saga.step(() -> accounts.withdraw(from, amount), () -> accounts.deposit(from, amount));
      return accounts.deposit(to, amount);
    });
  }
}
