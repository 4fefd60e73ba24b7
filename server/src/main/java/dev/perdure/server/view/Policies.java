package dev.perdure.server.view;

import dev.perdure.engine.Policy;
import dev.perdure.server.json.Data;

/// Policies as data.
public final class Policies {
  private Policies() {}

  /// For programs.
  public static Data data(Policy policy) {
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
