package dev.perdure.cli;

import dev.perdure.engine.Policy;

/// Policies as data.
final class Policies {
  private Policies() {}

  static Data data(Policy policy) {
    return switch (policy) {
      case Policy.Primary p -> Data.of("mode", "primary").with("primary", p.version());
      case Policy.Shadow p ->
          Data.of("mode", "shadow")
              .with("primary", p.primary())
              .with("shadow", p.candidate())
              .with("sample", p.percent());
      case Policy.Percent p ->
          Data.of("mode", "percent")
              .with("primary", p.primary())
              .with("candidate", p.candidate())
              .with("percent", p.percent());
    };
  }
}
