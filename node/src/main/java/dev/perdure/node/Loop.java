package dev.perdure.node;

import dev.perdure.engine.Action;
import dev.perdure.engine.Clock;
import dev.perdure.engine.Decision;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Input;
import dev.perdure.engine.Revision;
import dev.perdure.engine.Timer;
import dev.perdure.log.Batch;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import dev.perdure.value.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The writer's loop, one turn at a time: drain inputs, decide, append the batch, do what depends
/// on nothing, force if somebody waits for it, do the rest. It has no thread and no clock of its
/// own: a platform thread drives it in a node, the simulator in a simulation.
final class Loop {
  private static final RecordKind[] KINDS = kinds();

  private final Engine engine;
  private final Log log;
  private final Clock clock;
  private final InputQueue inputs;
  private final Shell shell;
  private final Batch batch;
  private final Encoder encoder = new Encoder();
  private final List<Action> waiting = new ArrayList<>();
  private final List<Action> ready = new ArrayList<>();
  private long unforcedSince = -1;

  /// The oldest append that a sync has left to the window of the log; -1 if there is none.
  private long windowSince = -1;

  private Revision oldest;

  Loop(Engine engine, Log log, Clock clock, InputQueue inputs, Shell shell) {
    this.engine = engine;
    this.log = log;
    this.batch = log.newBatch();
    this.clock = clock;
    this.inputs = inputs;
    this.shell = shell;
    this.oldest = engine.state().oldestRevision();
  }

  /// Takes one turn.
  ///
  /// @return whether there was anything to do
  /// @throws dev.perdure.value.PerdureException if the log cannot be written, or the engine has
  ///   lost what it owned: it must stop
  boolean turn() {
    inputs.checkSound();
    long now = clock.millis();
    batch.begin(log.end(), now);
    boolean any = drain(now);
    if (!batch.isEmpty()) {
      log.append(batch);
      if (unforcedSince < 0) {
        unforcedSince = now;
      }
    }
    doAll(ready);
    tellDrained();
    engine.cool(log.end().value());
    shell.look(now);
    if (!waiting.isEmpty() || lingered(now)) {
      sync();
      doAll(waiting);
    }
    if (windowSince >= 0 && isOver(now, windowSince, log.windowMillis())) {
      log.force();
      windowSince = -1;
    }
    return any;
  }

  private void sync() {
    log.sync();
    if (log.durable().equals(log.end())) {
      windowSince = -1;
    } else if (windowSince < 0) {
      windowSince = unforcedSince;
    }
    unforcedSince = -1;
  }

  /// A clock that was set back ends every wait.
  private static boolean isOver(long now, long since, long millis) {
    return now - since >= millis || now < since;
  }

  /// Routes of the past bind nobody any more: calls may be linked more directly.
  private void tellDrained() {
    var now = engine.state().oldestRevision();
    if (!now.equals(oldest)) {
      oldest = now;
      shell.act(new Action.Rerouted());
    }
  }

  private boolean drain(long now) {
    boolean any = false;
    while (batch.bytes() < Limits.BATCH_BYTES) {
      var input = next(now);
      if (input == null) {
        break;
      }
      any = true;
      take(engine.step(input, now));
    }
    return any;
  }

  /// Timers go first: they are due.
  private @Nullable Input next(long now) {
    var timer = engine.nextTimer();
    return timer != null && timer.dueMillis() <= now && !waits(timer)
        ? new Input.Tick()
        : inputs.poll();
  }

  /// Whether more would be woken than can be begun.
  private boolean waits(Timer timer) {
    return timer.kind() == Timer.Kind.SLEEP && shell.crowded();
  }

  private void take(Decision decision) {
    var events = decision.events();
    for (int i = 0; i < events.size(); i++) {
      add(events.get(i), decision.previous(i));
    }
    long durable = log.durable().value();
    for (var action : decision.actions()) {
      (action.barrier() < durable ? ready : waiting).add(action);
    }
  }

  private void add(Event event, long previous) {
    encoder.clear();
    EventCodec.encode(event, encoder);
    var kind = KINDS[EventCodec.type(event)];
    var stream =
        event instanceof Event.OfTask e
            ? new StreamKey(e.task().high(), e.task().low())
            : StreamKey.NONE;
    batch.add(
        kind,
        stream,
        previous < 0 ? Offset.NONE : new Offset(previous),
        encoder.view(),
        encoder.references());
  }

  private boolean lingered(long now) {
    return unforcedSince >= 0 && isOver(now, unforcedSince, Limits.LINGER_MILLIS);
  }

  private void doAll(List<Action> actions) {
    for (var action : actions) {
      shell.act(action);
    }
    actions.clear();
  }

  /// How long the driver may rest if nothing comes, in nanoseconds.
  ///
  /// @param nap whether it has to look by itself for what was added without waking it
  long restNanos(boolean nap) {
    long now = clock.millis();
    long millis = nap ? Limits.LINGER_MILLIS : Limits.REST_MILLIS_MAX;
    if (unforcedSince >= 0) {
      millis = Math.clamp(unforcedSince + Limits.LINGER_MILLIS - now, 0, millis);
    }
    if (windowSince >= 0) {
      millis = Math.clamp(windowSince + log.windowMillis() - now, 0, millis);
    }
    var timer = engine.nextTimer();
    if (timer != null) {
      millis = Math.clamp(timer.dueMillis() - now, 0, millis);
    }
    return Math.max(MILLI, millis * MILLI);
  }

  /// Whether there is something to do that nobody will wake the driver for: whoever rests looks
  /// after it has said so.
  boolean hasMore() {
    return shell.hasMore();
  }

  /// What is due next; null if no timer is set.
  @Nullable Timer nextTimer() {
    return engine.nextTimer();
  }

  private static final long MILLI = 1_000_000;

  private static RecordKind[] kinds() {
    var kinds = new RecordKind[EventCodec.TYPES];
    for (int type = 0; type < kinds.length; type++) {
      kinds[type] = new RecordKind(type, true, EventCodec.SCHEMA);
    }
    return kinds;
  }
}
