package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.Engine;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Ids;
import dev.perdure.engine.Input;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.Shadows;
import dev.perdure.engine.StandIn;
import dev.perdure.engine.TaskRun;
import dev.perdure.engine.Universes;
import dev.perdure.log.Log;
import java.util.function.Consumer;

/// A node without its writer's thread: the engine folded from its log, the loop, and what runs the
/// tasks. A node drives it with a platform thread; the simulator drives it turn by turn.
final class Core {
  private final Log log;
  private final EngineState state;
  private final InputQueue inputs;
  private final Surroundings around;
  private final Attempts attempts;
  private final Loop loop;
  private final Histories histories;
  private final long recovered;

  /// What a core is built on.
  ///
  /// @param waker wakes whoever drives the loop
  /// @param shadows runs candidates beside calls
  /// @param rerouted called on the driver's thread when routes or universes have changed
  /// @param memory what tasks that wait may take of it
  /// @param checkpointEffects effects of a task after which its code leaves a checkpoint
  /// @param snapshots where the newest one is
  /// @param rehearsals runs histories with other versions
  /// @param owner the name of this ownership of the log
  record Parts(
      Log log,
      Clock clock,
      Ids ids,
      Threads threads,
      Lines lines,
      Observer observer,
      Universes universes,
      Runnable waker,
      Shadows shadows,
      Consumer<EngineState> rerouted,
      MemoryLimits memory,
      int checkpointEffects,
      Folding.Source snapshots,
      Rehearsals rehearsals,
      OwnerId owner) {}

  /// Reads the log behind the newest snapshot and is ready for [#loop]'s first turn, which begins
  /// the attempts of the tasks that have not ended.
  Core(Parts parts) {
    this.log = parts.log();
    this.histories = new Histories(log);
    var folding = Folding.of(log, histories, parts.memory(), parts.snapshots());
    this.state = folding.to(log.end().value(), () -> true).state();
    this.recovered = folding.recovered();
    this.inputs = new InputQueue(parts.waker(), new LargeValues(log.values()));
    this.around =
        new Surroundings(
            inputs,
            parts.clock(),
            parts.ids(),
            parts.threads(),
            new Effects(parts.threads()),
            parts.lines(),
            parts.observer(),
            new Ownership(
                Ownership.Life.of(state, log, parts.owner()),
                parts.clock(),
                new StateLooks(state, inputs)));
    this.attempts =
        new Attempts(
            state,
            around,
            parts.universes(),
            histories,
            new Offers(parts.shadows()),
            () -> parts.rerouted().accept(state),
            parts.memory(),
            parts.checkpointEffects(),
            parts.rehearsals());
    this.loop = new Loop(new Engine(state), log, parts.clock(), inputs, attempts);
    parts.rerouted().accept(state);
    inputs.add(new Input.Open(parts.owner()));
  }

  private record Offers(Shadows shadows) implements TaskRun.Observer {
    @Override
    public boolean wants(ShadowCount.Key compared) {
      return shadows.wants(compared);
    }

    @Override
    public void offer(StandIn call) {
      shadows.offer(call);
    }

    @Override
    public void switched(StandIn call, StandIn.Result result) {}
  }

  /// What came of shadows, for the log.
  void report(Input input) {
    inputs.add(input);
  }

  /// How many events the snapshot had folded in that the state was recovered from.
  long recovered() {
    return recovered;
  }

  Log log() {
    return log;
  }

  /// The state: for the driver's thread only.
  EngineState state() {
    return state;
  }

  InputQueue inputs() {
    return inputs;
  }

  Surroundings around() {
    return around;
  }

  Attempts attempts() {
    return attempts;
  }

  Loop loop() {
    return loop;
  }

  Histories histories() {
    return histories;
  }
}
