package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Promise;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import dev.perdure.api.TimedOut;
import java.time.Duration;

/// Waits for a person to decide, for three days at most.
public final class Approval {
  private final Mail mail;
  private final Approvals approvals;
  private final Tasks tasks;

  public Approval(Mail mail, Approvals approvals, Tasks tasks) {
    this.mail = mail;
    this.approvals = approvals;
    this.tasks = tasks;
  }

  /// How people are asked.
  @Effect
  public interface Mail {
    /// Asks somebody to decide about an order.
    void ask(String person, String order);
  }

  /// How people answer.
  @Effect
  public interface Approvals {
    /// What the person decided.
    @Promise
    Decision decision();
  }

  /// Whether, and who says so.
  public record Decision(boolean approved, String by) {}

  @Routed
  public String approve(String order) {
    mail.ask("the manager", order);
    try {
      var decision = tasks.within(Duration.ofDays(3), approvals::decision);
      return (decision.approved() ? "approved by " : "refused by ") + decision.by();
    } catch (TimedOut over) {
      return "nobody has decided";
    }
  }
}
