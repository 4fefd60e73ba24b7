package dev.perdure.wat.start;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Try;
import dev.perdure.engine.Undecided;
import dev.perdure.wat.border.Borders;
import dev.perdure.wat.border.CamelCase;
import dev.perdure.wat.border.Outsides;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Performs the operations of effect interfaces for a program that runs by itself (W14.2): by
/// implementations outside of it, which the host has bound. Threads may share one.
final class HostEffects {
  private final Map<String, EffectRunner> bound;
  private final @Nullable Outsides outsides;

  /// Names the process, and with a number each operation: the key under which it is done. Most
  /// programs need none.
  private static final class Keys {
    private static final UUID PROCESS = UUID.randomUUID();
    private static final AtomicLong PERFORMED = new AtomicLong();

    static String next() {
      return PROCESS + "/" + PERFORMED.incrementAndGet();
    }
  }

  /// @param bound by the class names of the interfaces
  HostEffects(Map<String, ? extends EffectRunner> bound) {
    this(bound, null);
  }

  private HostEffects(Map<String, ? extends EffectRunner> bound, @Nullable Outsides outsides) {
    this.bound = Map.copyOf(bound);
    this.outsides = outsides;
  }

  /// The same for a program, whose operations these are.
  HostEffects of(Loaded program) {
    return new HostEffects(bound, new Outsides(program.program(), new Borders(program.shapes())));
  }

  /// Whether an interface has an implementation.
  ///
  /// @param effect its path
  boolean perform(String effect) {
    return bound.containsKey(CamelCase.className(effect));
  }

  /// Performs an operation, on the calling thread; null if nobody does.
  ///
  /// @throws Raise if it fails in a way that the operation does not say
  @Nullable Object perform(String operation, Object[] args) {
    var outside = outsides == null ? null : outsides.find(operation);
    var runner = outside == null ? null : bound.get(outside.name());
    if (outsides == null || outside == null || runner == null) {
      return null;
    }
    return switch (outcome(runner, outside.asked(args))) {
      case Outcome.Returned(var value) -> outsides.returned(outside, value);
      case Outcome.Threw(var failure) -> outsides.failed(outside, failure);
      case Outcome.Cancelled(var why) -> throw Raise.assertion(":" + operation + ": " + why);
    };
  }

  private Outcome outcome(EffectRunner runner, Effect.Perform effect) {
    try {
      return runner.perform(effect, Try.unwatched(Keys.next())).outcome();
    } catch (Undecided undecided) {
      // there is no engine that would try it again later
      var problem = undecided.problem();
      return new Outcome.Threw(Failure.of(Undecided.class.getName(), problem.toString()));
    }
  }
}
