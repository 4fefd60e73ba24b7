package dev.perdure.server.view;

import dev.perdure.engine.Policy;
import dev.perdure.server.json.Data;
import java.math.BigDecimal;

/// Policies in words and as data.
public final class Policies {
  private Policies() {}

  /// For people, such as `primary v1`, `shadow v1:v2` or `percent v1:v2=5`: what `route set` takes.
  public static String text(Policy policy) {
    return switch (policy) {
      case Policy.Primary p -> "primary " + p.version();
      case Policy.Shadow p ->
          "shadow "
              + p.primary()
              + ":"
              + p.candidate()
              + (p.percent() == 100 ? "" : "=" + number(p.percent()));
      case Policy.Percent p ->
          "percent " + p.primary() + ":" + p.candidate() + "=" + number(p.percent());
    };
  }

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

  /// `5` rather than `5.0`.
  private static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
