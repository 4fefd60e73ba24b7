package dev.perdure.server.view;

import dev.perdure.engine.Policy;
import dev.perdure.engine.Threshold;
import dev.perdure.server.json.Data;
import org.jspecify.annotations.Nullable;

/// Policies as data.
public final class Policies {
  private Policies() {}

  /// For programs.
  public static Data data(Policy policy) {
    return switch (policy) {
      case Policy.Primary p -> Data.of("mode", "primary").with("primary", p.version());
      case Policy.Shadow p ->
          stop(
              p.threshold(),
              Data.of("mode", "shadow")
                  .with("primary", p.primary())
                  .with("shadow", p.candidate())
                  .with("sample", p.percent()));
      case Policy.Percent p ->
          stop(
              p.threshold(),
              Data.of("mode", "percent")
                  .with("primary", p.primary())
                  .with("candidate", p.candidate())
                  .with("percent", p.percent()));
      case Policy.Attribute p ->
          Data.of("mode", "attribute")
              .with("primary", p.primary())
              .with("attribute", p.attribute())
              .with("versions", versions(p));
    };
  }

  private static Data stop(@Nullable Threshold threshold, Data policy) {
    return threshold == null
        ? policy
        : policy.with(
            "stop", Data.of("percent", threshold.percent()).with("atLeast", threshold.atLeast()));
  }

  private static Data versions(Policy.Attribute policy) {
    var versions = Data.empty();
    for (var entry : policy.byValue().entrySet()) {
      versions = versions.with(entry.getKey(), entry.getValue());
    }
    return versions;
  }
}
