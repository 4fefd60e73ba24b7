package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.List;

/// Decides which version of a function serves a call (E21).
public sealed interface Policy {

  /// Every call goes to one version.
  record Primary(Version version) implements Policy {}

  /// Every call goes to the primary; beside a sample of the tasks the candidate runs inertly and is
  /// compared.
  ///
  /// @param percent how many of a hundred tasks are sampled, 0 to 100, in steps of 0.01
  record Shadow(Version primary, Version candidate, double percent) implements Policy {
    public Shadow {
      checkPercent(percent);
    }
  }

  /// A share of the tasks goes to the candidate: by task id, so that a task sticks to its side.
  ///
  /// @param percent how many of a hundred tasks go to the candidate, 0 to 100, in steps of 0.01
  record Percent(Version primary, Version candidate, double percent) implements Policy {
    public Percent {
      checkPercent(percent);
    }
  }

  /// The version that serves when nothing else decides.
  default Version primaryVersion() {
    return switch (this) {
      case Primary p -> p.version();
      case Shadow s -> s.primary();
      case Percent p -> p.primary();
    };
  }

  /// Every version this policy may run.
  default List<Version> versions() {
    return switch (this) {
      case Primary p -> List.of(p.version());
      case Shadow s -> List.of(s.primary(), s.candidate());
      case Percent p -> List.of(p.primary(), p.candidate());
    };
  }

  private static void checkPercent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw Problem.of(
              EngineCode.BAD_PERCENT,
              percent + " is not a percentage",
              "Give a number from 0 to 100, such as 5 or 0.5")
          .exception();
    }
  }
}
