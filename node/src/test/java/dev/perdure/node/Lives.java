package dev.perdure.node;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Change;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Revision;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/// The lives of an engine, as whoever performs its effects sees them: events without a node that
/// makes them. A copy of its log goes on by itself.
final class Lives {
  static final TaskId TASK = new TaskId(0x0198c0e27a317b44L, 0x9c3f5d0f6d1f2a77L);

  private static final Change CHANGE = new Change("ada", "");

  private final String engine;
  private final List<Event> log;
  private final AtomicReference<Instant> now;
  private Instant logged;

  private Lives(String engine, List<Event> log, AtomicReference<Instant> now, Instant logged) {
    this.engine = engine;
    this.log = log;
    this.now = now;
    this.logged = logged;
  }

  /// An engine without a past.
  ///
  /// @param engine 16 characters
  static Lives of(String engine) {
    var begin = Instant.parse("2026-02-28T12:00:00Z");
    return new Lives(engine, new ArrayList<>(), new AtomicReference<>(begin), Instant.EPOCH);
  }

  /// A copy of the log as it is now.
  Lives copy() {
    return new Lives(engine, new ArrayList<>(log), now, logged);
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /// The engine is opened once more.
  Ownership open(long name) {
    var owner = new OwnerId(name);
    var state = state();
    var lineage = state.lineage();
    var life =
        new Ownership.Life(
            engine,
            lineage.fork().toString(),
            owner,
            state.epoch() + 1,
            lineage.owners(),
            logged.toEpochMilli());
    add(new Event.Opened(state.epoch() + 1, owner, 0));
    return new Ownership(life, now::get, new Looks());
  }

  private final class Looks implements Ownership.Looks {
    @Override
    public <T> Optional<T> look(Function<EngineState, T> question) {
      return Optional.of(question.apply(state()));
    }
  }

  /// An engine that is stopping.
  static Ownership.Looks noLooks() {
    return new Ownership.Looks() {
      @Override
      public <T> Optional<T> look(Function<EngineState, T> question) {
        return Optional.empty();
      }
    };
  }

  void accept(long name) {
    add(new Event.Accepted(new OwnerId(name), CHANGE, 0));
  }

  void fork(long name) {
    add(new Event.Forked(new OwnerId(name), CHANGE, 0));
  }

  /// A task starts and ends.
  void ended(TaskId task) {
    add(
        new Event.Started(
            task,
            new FunctionName("f"),
            new Version("v1"),
            Revision.EMPTY,
            Payload.NO_ARGUMENTS,
            StartOptions.NONE,
            null,
            0));
    add(new Event.Finished(task, new Outcome.Returned(Payload.NIL), 0));
  }

  private void add(Event event) {
    log.add(event);
    logged = now.get();
  }

  private EngineState state() {
    var state = new EngineState();
    for (int i = 0; i < log.size(); i++) {
      state.apply(log.get(i), i);
    }
    return state;
  }

  /// Performs an effect of the root branch.
  static <T> T perform(Ownership life, int seq, Supplier<T> effect) {
    return perform(life, TASK, seq, effect);
  }

  static <T> T perform(Ownership life, TaskId task, int seq, Supplier<T> effect) {
    var trace = TraceContext.of(task, StartOptions.NONE);
    return Performing.of(task, new Place(Branch.ROOT, seq), life, trace).by(effect);
  }
}
