package dev.perdure.server;

import dev.perdure.api.Effect;
import dev.perdure.api.Promise;
import dev.perdure.api.Routed;

/// A function that waits for a person.
public final class Approvals {
  private final People people;

  Approvals(People people) {
    this.people = people;
  }

  /// Who decides.
  @Effect
  public interface People {
    @Promise
    Decision decision();
  }

  /// What they decide.
  public record Decision(Verdict verdict, String by) {}

  /// Yes or no.
  public enum Verdict {
    YES,
    NO
  }

  @Routed
  public String approve(String order) {
    var decision = people.decision();
    return order + ": " + decision.verdict() + " by " + decision.by();
  }
}
