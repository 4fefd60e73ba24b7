package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Failure;
import dev.perdure.engine.Forks;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.LargePayload;
import dev.perdure.engine.Level;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Int;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/// Runs one branch of a generated program. What it comes to is a mix of everything it was told, so
/// that no difference stays hidden.
final class Interpreter {
  private final Seam seam;
  private final Mischief mischief;
  private final List<TaskId> children;
  private long mix;

  /// The newest large value that it was told; null if there was none.
  private @Nullable LargePayload large;

  Interpreter(Seam seam, Mischief mischief, long mix, List<TaskId> children) {
    this.seam = seam;
    this.mischief = mischief;
    this.mix = mix;
    this.children = new ArrayList<>(children);
  }

  /// The program failed.
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    Failed(Failure failure) {
      super(failure.message(), null, false, false);
      this.failure = failure;
    }
  }

  /// The program was told to stop.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String why) {
      super(why, null, false, false);
    }
  }

  /// Runs a program to its end.
  Outcome run(List<Op> program) {
    return run(program, 0);
  }

  /// Runs the steps of a program from one on; before each of them it can be written down.
  Outcome run(List<Op> program, int first) {
    try {
      for (int at = first; at < program.size(); at++) {
        int next = at;
        seam.mayCheckpoint(() -> mischief.unwritable() ? null : checkpoint(next));
        step(program.get(at));
      }
      return new Outcome.Returned(large == null ? Payload.of(mix) : arguments());
    } catch (Failed failed) {
      return new Outcome.Threw(failed.failure);
    } catch (Stopped stopped) {
      return new Outcome.Cancelled(String.valueOf(stopped.getMessage()));
    } finally {
      mischief.asked(seam.branch(), seam.place().seq());
    }
  }

  /// The number of the step, the mix, the children and the large value, if there is one.
  private Payload checkpoint(int next) {
    var held = Vec.builder();
    held.add(Value.of(next));
    held.add(Value.of(mix));
    held.add(Vec.of(children.stream().map(id -> Value.of(id.uuid())).toArray(Value[]::new)));
    if (large != null) {
      held.add(large.value());
    }
    return Payload.of(held.build());
  }

  /// Goes on from what [#checkpoint] wrote.
  static Outcome resume(Seam seam, Mischief mischief, List<Op> program, Payload checkpoint) {
    var held = (Vec) checkpoint.value();
    var children = new ArrayList<TaskId>();
    for (var child : (Vec) held.get(2)) {
      children.add(Payload.of(child).taskId());
    }
    var interpreter = new Interpreter(seam, mischief, ((Int) held.get(1)).value(), children);
    if (held.size() > 3) {
      interpreter.large = (LargePayload) Payload.of(held.get(3));
    }
    return interpreter.run(program, (int) ((Int) held.get(0)).value());
  }

  private void block(List<Op> ops) {
    ops.forEach(this::step);
  }

  private void step(Op op) {
    mischief.point();
    switch (op) {
      case Op.Clock _ -> ask(new Effect.ReadClock());
      case Op.Bits _ -> ask(new Effect.RandomBits());
      case Op.NewId _ -> ask(new Effect.NewId());
      case Op.Line l -> ask(new Effect.LogLine(Level.INFO, "x".repeat(l.chars())));
      case Op.Perform p -> perform(p);
      case Op.Sleep s -> ask(new Effect.Sleep(Duration.ofMillis(s.millis())));
      case Op.Receive r -> ask(new Effect.Receive(r.kind(), r.name()));
      case Op.Child c -> startChild(c);
      case Op.NoChild _ ->
          ask(new Effect.StartTask(new FunctionName("nobody"), Payload.NO_ARGUMENTS));
      case Op.AwaitChild a -> ask(new Effect.Await(child(a.pick())));
      case Op.CancelChild c -> ask(new Effect.CancelTask(child(c.pick())));
      case Op.All a -> all(a);
      case Op.Race r -> first(r.branches(), Forks::race);
      case Op.Any a -> first(a.branches(), Forks::any);
      case Op.Call c -> take(seam.call(ToyUniverse.name(c.function()), arguments()));
      case Op.Repeat r -> repeat(r);
      case Op.Branch b -> block((mix & 1) == 0 ? b.even() : b.odd());
      case Op.Finally f -> withCleanUp(f);
      case Op.Catch c -> caught(c);
      case Op.Throw t -> throw new Failed(Failure.of("sim.Thrown", t.message()));
      case Op.Overflow _ -> overflow();
      case Op.Impure _ -> impure();
    }
  }

  private Payload arguments() {
    return large == null
        ? Payload.ofVec(Value.of(mix))
        : Payload.ofVec(Value.of(mix), large.value());
  }

  private Payload ask(Effect effect) {
    return take(seam.ask(effect));
  }

  private Payload take(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> {
        mix(r.value().hashCode());
        large = r.value() instanceof LargePayload told ? told : large;
        yield r.value();
      }
      case Outcome.Threw t -> throw new Failed(t.failure());
      case Outcome.Cancelled c -> throw new Stopped(c.why());
    };
  }

  private void mix(long more) {
    mix = (mix ^ more) * 0x9e3779b97f4a7c15L;
    mix ^= mix >>> 29;
  }

  private void perform(Op.Perform p) {
    var text = Value.of(Long.toHexString(mix) + "y".repeat(p.argumentBytes()));
    ask(new Effect.Perform(p.name(), p.method(), Payload.of(Vec.of(text)), p.guard(), p.options()));
  }

  private void startChild(Op.Child c) {
    var id = ask(new Effect.StartTask(ToyUniverse.name(c.function()), arguments()));
    children.add(id.taskId());
  }

  /// One of the children; where there is none yet, a task that nobody ever started.
  private TaskId child(int pick) {
    return children.isEmpty() ? new TaskId(7, pick) : children.get(pick % children.size());
  }

  private void repeat(Op.Repeat r) {
    for (int i = 0; i < r.times(); i++) {
      block(r.body());
    }
  }

  private void withCleanUp(Op.Finally f) {
    try {
      block(f.body());
    } catch (Failed | Stopped ended) {
      block(f.cleanUp());
      throw ended;
    }
    block(f.cleanUp());
  }

  private void caught(Op.Catch c) {
    try {
      block(c.body());
    } catch (Failed failed) {
      mix(failed.failure.message().hashCode());
    }
  }

  private List<Function<Seam, Outcome>> bodies(List<List<Op>> branches) {
    var bodies = new ArrayList<Function<Seam, Outcome>>();
    for (int i = 0; i < branches.size(); i++) {
      var ops = branches.get(i);
      long start = mix + i;
      bodies.add(forked -> new Interpreter(forked, mischief, start, children).run(ops));
    }
    return bodies;
  }

  private void all(Op.All op) {
    var outcomes = Forks.all(seam, bodies(op.branches()));
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Threw t) {
        throw new Failed(t.failure());
      }
    }
    outcomes.forEach(this::take);
  }

  /// The winner's outcome is part of the result, the losers' are not: which of them were stopped in
  /// time is known to nobody. If none has won they all failed, the first like the others.
  private void first(
      List<List<Op>> branches, ToIntBiFunction<Seam, List<Function<Seam, Outcome>>> fork) {
    var bodies = bodies(branches);
    var outcomes = new Outcome[bodies.size()];
    var noted = new ArrayList<Function<Seam, Outcome>>();
    for (int i = 0; i < bodies.size(); i++) {
      int index = i;
      noted.add(forked -> outcomes[index] = bodies.get(index).apply(forked));
    }
    int winner = fork.applyAsInt(seam, noted);
    mix(winner);
    take(outcomes[Math.max(0, winner)]);
  }

  private void overflow() {
    if (mischief.overflows(seam.run().task(), seam.place())) {
      throw new StackOverflowError("simulated");
    }
  }

  private void impure() {
    if (mischief.impure(seam.run().task(), seam.place())) {
      ask(new Effect.RandomBits());
    } else {
      ask(new Effect.ReadClock());
    }
  }
}
