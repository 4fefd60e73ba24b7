package dev.perdure.node;

import dev.perdure.engine.Action;
import dev.perdure.engine.Clock;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Ids;
import dev.perdure.engine.Input;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Request;
import dev.perdure.engine.Shadows;
import dev.perdure.engine.Timer;
import dev.perdure.engine.Universes;
import dev.perdure.log.Log;
import dev.perdure.log.PayloadCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The shipped [Core] in the simulator's hands. It stands in the node's package, on the class path,
/// so that the node shows nothing to the simulator that it does not show to its own classes; it
/// holds no logic of its own.
public final class SimulatedNode {
  private final Core core;

  /// What the simulator brings.
  public record Ports(
      Log log,
      Clock clock,
      Ids ids,
      Threads threads,
      Lines lines,
      Universes universes,
      Runnable waker,
      Shadows shadows,
      Consumer<EngineState> rerouted,
      MemoryLimits memory,
      int checkpointEffects,
      Supplier<@Nullable InputStream> snapshots,
      @Nullable PayloadCodec codec) {}

  /// Folds the log and is ready for its first turn.
  public SimulatedNode(Ports ports) {
    core =
        new Core(
            new Core.Parts(
                ports.log(),
                ports.clock(),
                ports.ids(),
                ports.threads(),
                ports.lines(),
                Observer.NONE,
                ports.universes(),
                ports.waker(),
                ports.shadows(),
                ports.rerouted(),
                ports.memory(),
                ports.checkpointEffects(),
                new Folding.Source(ports.snapshots()::get, ports.codec()),
                rehearsal ->
                    ports.threads().start("rehearsal", () -> rehearsal.accept(ports.universes())),
                new OwnerId(ports.log().epoch())));
  }

  /// The bytes of a snapshot of a state that the log folds to.
  public static byte[] snapshot(EngineState state, Log log, @Nullable PayloadCodec codec) {
    var bytes = new ByteArrayOutputStream();
    try {
      Snapshot.write(state, log, codec, bytes);
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
    return bytes.toByteArray();
  }

  /// How many events the snapshot had folded in that the state was recovered from.
  public long recovered() {
    return core.recovered();
  }

  /// One turn of the writer's loop.
  public boolean turn() {
    return core.loop().turn();
  }

  /// How long the writer may rest, in nanoseconds.
  public long restNanos(boolean nap) {
    return core.loop().restNanos(nap);
  }

  /// What is due next.
  public @Nullable Timer nextTimer() {
    return core.loop().nextTimer();
  }

  /// Whether the writer has something to do though nothing wakes it.
  public boolean hasMore() {
    return core.loop().hasMore();
  }

  /// The writer is about to rest.
  public void rest(boolean nap) {
    core.inputs().rest(nap ? InputQueue.Rest.NAP : InputQueue.Rest.SLEEP);
  }

  /// The writer is at work again.
  public void awake() {
    core.inputs().rest(InputQueue.Rest.NONE);
  }

  /// Inputs that wait for the writer.
  public int inputs() {
    return core.inputs().size();
  }

  /// Asks as [Node] does: a full queue refuses starts.
  public boolean overloaded() {
    return core.inputs().full();
  }

  /// Asks something of the engine.
  public CompletableFuture<Action.Answer> ask(Function<Request, Input> input) {
    var reply = PendingReply.whole();
    core.inputs().addAndWake(input.apply(reply));
    return reply.future();
  }

  /// Reports what came of shadows.
  public void report(Input input) {
    core.report(input);
  }

  /// Binds an effect interface.
  public void bind(String name, EffectRunner runner) {
    core.around().effects().bind(name, runner);
  }

  /// The engine's state, between turns.
  public EngineState state() {
    return core.state();
  }

  /// A task's history up to its newest event.
  public List<Event.OfTask> history(long newest) {
    return core.histories().read(newest);
  }

  /// How many attempts are under way.
  public int attempts() {
    return core.attempts().size();
  }

  /// Ends all attempts, as closing does.
  public void haltAll() {
    core.attempts().haltAll();
  }
}
