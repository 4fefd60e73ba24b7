package dev.perdure.cli;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Try;
import dev.perdure.engine.Unwinding;
import dev.perdure.java.run.HostEffect;
import dev.perdure.value.Inst;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Performs what a switched version asks in excess, now and for real. What concerns other tasks or
/// waits stays unanswered.
final class LiveExtras implements Extras {
  private final Terminal terminal;
  private final RandomGenerator random = new SecureRandom();
  private final Map<String, EffectRunner> runners = new HashMap<>();

  LiveExtras(Terminal terminal, List<HostEffect> effects) {
    this.terminal = terminal;
    effects.forEach(effect -> runners.put(effect.name(), effect));
  }

  @Override
  public Outcome answer(Effect effect) {
    return switch (effect) {
      case Effect.ReadClock _ -> returned(new Inst(terminal.clock().now()));
      case Effect.RandomBits _ -> new Outcome.Returned(Payload.of(random.nextLong()));
      case Effect.NewId _ -> returned(new Uuid(UUID.randomUUID()));
      case Effect.Perform p when runners.containsKey(p.name()) -> perform(p);
      default -> throw Unwinding.because(Unwinding.Reason.UNANSWERABLE);
    };
  }

  private static Outcome returned(Value value) {
    return new Outcome.Returned(Payload.of(value));
  }

  private Outcome perform(Effect.Perform effect) {
    var runner = runners.get(effect.name());
    if (runner == null) {
      throw Unwinding.because(Unwinding.Reason.UNANSWERABLE);
    }
    return runner.perform(effect, Try.unwatched("replay/" + UUID.randomUUID())).outcome();
  }
}
