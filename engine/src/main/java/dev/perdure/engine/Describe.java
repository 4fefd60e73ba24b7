package dev.perdure.engine;

/// Effects and outcomes in words, for people who look at a divergence.
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
      case Effect.StartTask s -> "start " + s.function();
      case Effect.CancelTask _ -> "cancel";
      case Effect.Sleep _ -> "sleep";
      case Effect.Await _ -> "await";
      case Effect.Receive r -> "receive " + r.name();
      case Effect.Perform p -> p.name() + "/" + p.method();
    };
  }

  /// The effect with its arguments.
  public static String effect(Effect effect) {
    return switch (effect) {
      case Effect.LogLine l -> "log " + l.level() + " " + l.text();
      case Effect.Fork f -> "fork into " + f.branches();
      case Effect.StartTask s -> name(s) + " " + s.arguments();
      case Effect.CancelTask c -> "cancel " + c.task();
      case Effect.Sleep s -> "sleep " + s.duration();
      case Effect.Await a -> "await " + a.task();
      case Effect.Receive r -> name(r);
      case Effect.Perform p -> name(p) + " " + p.arguments();
      case Effect.ReadClock c -> name(c);
      case Effect.RandomBits r -> name(r);
      case Effect.NewId n -> name(n);
      case Effect.Choose c -> name(c);
      case Effect.Winner w -> name(w);
    };
  }

  /// How something ended.
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> r.value().toString();
      case Outcome.Threw t -> "throws " + t.failure();
      case Outcome.Cancelled c -> "cancelled: " + c.why();
    };
  }
}
