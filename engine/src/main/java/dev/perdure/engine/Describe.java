package dev.perdure.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Effects, outcomes, policies and declarations in words, for people.
public final class Describe {
  private Describe() {}

  /// What kind of effect it is, such as `clock` or `shop.Catalog/user`: equal for two effects that
  /// can differ in their arguments only.
  public static String name(Effect effect) {
    return switch (effect) {
      case Effect.LogLine _ -> "log";
      case Effect.ReadClock _ -> "clock";
      case Effect.RandomBits _ -> "random";
      case Effect.NewId _ -> "id";
      case Effect.Choose c -> "choose " + c.function();
      case Effect.Fork _ -> "fork";
      case Effect.Winner _ -> "winner";
      case Effect.StartTask s -> (s.atMillis() > 0 ? "start later " : "start ") + s.function();
      case Effect.CancelTask _ -> "cancel";
      case Effect.Sleep _ -> "sleep";
      case Effect.Await _ -> "await";
      case Effect.Receive r -> "receive " + r.name();
      case Effect.Perform p -> p.name() + "/" + p.method();
    };
  }

  /// The effect with its arguments.
  public static String effect(Effect effect) {
    return effect(effect, Payload::toString);
  }

  /// The effect with its arguments.
  ///
  /// @param values writes values
  static String effect(Effect effect, Function<Payload, String> values) {
    return switch (effect) {
      case Effect.LogLine l -> "log " + l.level() + " " + l.text();
      case Effect.Fork f -> "fork into " + f.branches();
      case Effect.StartTask s -> name(s) + " " + values.apply(s.arguments()) + at(s);
      case Effect.CancelTask c -> "cancel " + c.task();
      case Effect.Sleep s -> "sleep " + s.duration();
      case Effect.Await a -> "await " + a.task();
      case Effect.Receive r -> name(r);
      case Effect.Perform p -> name(p) + " " + values.apply(p.arguments());
      case Effect.ReadClock c -> name(c);
      case Effect.RandomBits r -> name(r);
      case Effect.NewId n -> name(n);
      case Effect.Choose c -> name(c);
      case Effect.Winner w -> name(w);
    };
  }

  /// What is declared, such as `0 9 * * MON UTC: report []`.
  public static String declaration(Declaration declaration) {
    return switch (declaration) {
      case Schedule s -> s.recurrence() + ": " + s.function() + " " + arguments(s) + policies(s);
    };
  }

  /// A limit, such as `pay: 3 at once, 100 in PT1M, for each key`.
  public static String limit(QueueLimit limit) {
    if (limit.isNone()) {
      return limit.function() + ": no limit";
    }
    var running = limit.runningMax() == 0 ? "" : limit.runningMax() + " at once";
    var rate =
        limit.rateMax() == 0
            ? ""
            : limit.rateMax() + " in " + Duration.ofMillis(limit.rateMillis());
    var both = running.isEmpty() || rate.isEmpty() ? "" : ", ";
    return limit.function()
        + ": "
        + running
        + both
        + rate
        + (limit.perKey() ? ", for each key" : "");
  }

  private static String arguments(Schedule schedule) {
    return schedule.arguments() == null ? "[due]" : EventText.brief(schedule.arguments());
  }

  private static String policies(Schedule schedule) {
    return (schedule.overlap() == Schedule.Overlap.ALLOW ? ", overlapping" : "")
        + (schedule.catchUpMax() == 1 ? "" : ", catches up " + schedule.catchUpMax());
  }

  private static String at(Effect.StartTask start) {
    return start.atMillis() > 0 ? " at " + Instant.ofEpochMilli(start.atMillis()) : "";
  }

  /// How something ended.
  public static String outcome(Outcome outcome) {
    return outcome(outcome, Payload::toString);
  }

  /// How something ended.
  ///
  /// @param values writes values
  static String outcome(Outcome outcome, Function<Payload, String> values) {
    return switch (outcome) {
      case Outcome.Returned r -> values.apply(r.value());
      case Outcome.Threw t -> "throws " + t.failure();
      case Outcome.Cancelled c -> "cancelled" + (c.why().isEmpty() ? "" : ": " + c.why());
    };
  }

  /// A policy as `perdure route set` takes it: `primary v1`, `shadow v1:v2` or `percent v1:v2=5`,
  /// with ` stop 2 % of 50` for a threshold; or `attribute tenant acme=v2 else v1`.
  public static String policy(Policy policy) {
    return switch (policy) {
      case Policy.Primary p -> "primary " + p.version();
      case Policy.Shadow p ->
          "shadow "
              + p.primary()
              + ":"
              + p.candidate()
              + (p.percent() == 100 ? "" : "=" + number(p.percent()))
              + threshold(p.threshold());
      case Policy.Percent p ->
          "percent "
              + p.primary()
              + ":"
              + p.candidate()
              + "="
              + number(p.percent())
              + threshold(p.threshold());
      case Policy.Attribute a -> "attribute " + a.attribute() + " " + cases(a);
    };
  }

  private static String threshold(@Nullable Threshold threshold) {
    return threshold == null
        ? ""
        : " stop " + number(threshold.percent()) + " % of " + threshold.atLeast();
  }

  private static String cases(Policy.Attribute policy) {
    return policy.byValue().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" ", "", " else " + policy.primary()));
  }

  /// `5` rather than `5.0`.
  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
