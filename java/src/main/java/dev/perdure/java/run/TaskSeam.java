package dev.perdure.java.run;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Unwinding;
import dev.perdure.java.link.Seam;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.Inst;
import dev.perdure.value.Uuid;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The seam of one branch as Java code sees it: asks effects of the engine's seam, and turns what
/// ends an attempt into what passes through user code.
final class TaskSeam implements Seam {
  private final dev.perdure.engine.Seam seam;

  TaskSeam(dev.perdure.engine.Seam seam) {
    this.seam = seam;
  }

  /// The seam of the running branch.
  static TaskSeam current() {
    return (TaskSeam) Seam.current();
  }

  /// The engine's side.
  dev.perdure.engine.Seam engine() {
    return seam;
  }

  /// Asks an effect.
  ///
  /// @throws Unwind if the attempt has to end
  Outcome ask(Effect effect) {
    try {
      return seam.ask(effect);
    } catch (Unwinding unwinding) {
      throw new Unwind(unwinding);
    }
  }

  /// Asks an effect that does not fail; throws into the code if the branch is cancelled.
  Payload asked(Effect effect) {
    return Exceptions.returned(ask(effect));
  }

  @Override
  public Instant now() {
    return ((Inst) asked(new Effect.ReadClock()).value()).value();
  }

  /// The recorded clock, in nanoseconds: only differences mean something.
  @Override
  public long nanoTime() {
    var now = now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public long randomLong() {
    return asked(new Effect.RandomBits()).number();
  }

  @Override
  public UUID uuid() {
    return ((Uuid) asked(new Effect.NewId()).value()).value();
  }

  @Override
  public void sleep(Duration time) {
    asked(new Effect.Sleep(time));
  }
}
