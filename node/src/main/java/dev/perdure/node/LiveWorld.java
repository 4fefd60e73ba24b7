package dev.perdure.node;

import dev.perdure.engine.Author;
import dev.perdure.engine.Bound;
import dev.perdure.engine.Bounds;
import dev.perdure.engine.Branch;
import dev.perdure.engine.CheckpointPolicy;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Effect;
import dev.perdure.engine.EffectRunner;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Tried;
import dev.perdure.engine.Try;
import dev.perdure.engine.Undecided;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.World;
import dev.perdure.engine.Written;
import dev.perdure.value.Inst;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The real world behind a task's journal. Follows docs/internals/history-protocol.md: the threads
/// of the task's branches call it, and report what they did to the writer.
final class LiveWorld implements World {
  private static final Outcome NIL = new Outcome.Returned(Payload.NIL);

  /// Signs of life that are passed on in the time in which there has to be one.
  private static final int BEATS = 4;

  private final LiveTask task;
  private final Surroundings around;
  private final Traffic traffic;
  private final Event.Started start;
  private final ObservedTask observed;
  private final Universes universes;
  private final CheckpointPolicy checkpoints;

  LiveWorld(
      LiveTask task,
      Surroundings around,
      Traffic traffic,
      Event.Started start,
      Universes universes,
      CheckpointPolicy checkpoints) {
    this.checkpoints = checkpoints;
    this.start = start;
    this.observed = ObservedTask.of(start);
    this.universes = universes;
    this.task = task;
    this.around = around;
    this.traffic = traffic;
  }

  /// The routes as they bind calls that are made now.
  interface Traffic {
    /// Who serves calls that the task makes from now on.
    Bound bound();

    /// Whether any universe has the function.
    boolean knows(FunctionName function);
  }

  @Override
  public Outcome answer(Place place, Effect effect) {
    task.caughtUp();
    task.checkNotHalted();
    return switch (effect) {
      case Effect.LogLine e -> record(place, e, written(e));
      case Effect.ReadClock e -> record(place, e, returned(new Inst(around.clock().now())));
      case Effect.RandomBits e ->
          record(place, e, new Outcome.Returned(Payload.of(around.ids().bits())));
      case Effect.NewId e -> record(place, e, returned(new Uuid(around.ids().uuid())));
      case Effect.StartTask e -> start(place, e);
      case Effect.CancelTask e -> record(place, e, NIL);
      case Effect.Sleep e -> ask(place, e);
      case Effect.Await e -> ask(place, e);
      case Effect.Receive e -> ask(place, e);
      case Effect.Perform e -> ask(place, e);
      case Effect.Choose e -> throw answersItself(e);
      case Effect.Fork e -> throw answersItself(e);
      case Effect.Winner e -> throw answersItself(e);
    };
  }

  private static IllegalArgumentException answersItself(Effect effect) {
    return new IllegalArgumentException("the asker answers " + effect + " itself");
  }

  private Outcome written(Effect.LogLine line) {
    var author = universes.author();
    var written =
        new Written(
            around.clock().millis(),
            author.function().isEmpty()
                ? new Author(start.function().text(), start.version().text(), author.position())
                : author);
    around
        .lines()
        .write(
            new Line(
                task.id(),
                observed.trace().traceId(),
                written.atMillis(),
                line.level(),
                written.author(),
                line.text()));
    return written.outcome();
  }

  private Outcome start(Place place, Effect.StartTask e) {
    if (!traffic.knows(e.function())) {
      return record(place, e, Failures.unknownFunction(e.function()));
    }
    var child = around.observer().starting(e.function(), observed.trace());
    var outcome = new Outcome.Returned(Payload.of(around.ids().task()));
    report(new Input.FromTask(new Event.Recorded(task.id(), place, e, outcome), child));
    return outcome;
  }

  private static Outcome returned(Value value) {
    return new Outcome.Returned(Payload.of(value));
  }

  @Override
  public Outcome record(Place place, Effect effect, Outcome own) {
    task.caughtUp();
    task.checkNotHalted();
    report(new Event.Recorded(task.id(), place, effect, own));
    return own;
  }

  private Outcome ask(Place place, Effect effect) {
    var asked = new Event.Asked(task.id(), place, effect, around.clock().millis());
    if (effect instanceof Effect.Perform p) {
      if (p.guard() == Effect.Guard.NONE) {
        report(asked);
        return perform(place, p, true);
      }
      around.inputs().addAndWake(new Input.FromTask(asked));
      task.await(place);
      return perform(place, p, true);
    }
    around.inputs().addAndWake(new Input.FromTask(asked));
    return waited(place);
  }

  /// The effect was asked before this attempt, so all before it is durable; who performs it does so
  /// again, at once unless it has to wait for its next try.
  @Override
  public Outcome again(Place place, Effect effect) {
    task.caughtUp();
    task.checkNotHalted();
    if (!(effect instanceof Effect.Perform p)) {
      return waited(place);
    }
    if (p.options().watched()) {
      around.inputs().addAndWake(new Input.TryAgain(task.id(), place));
      task.await(place);
    }
    return perform(place, p, false);
  }

  private Outcome waited(Place place) {
    var outcome = task.rest(place);
    return outcome instanceof Outcome.Cancelled c ? task.tell(place.branch(), c.why()) : outcome;
  }

  /// Tries until there is an outcome. After a try that failed, the writer says how it goes on.
  ///
  /// @param first whether it was never tried before
  private Outcome perform(Place place, Effect.Perform effect, boolean first) {
    for (boolean untried = first; true; untried = false) {
      var tried = performed(place, effect, untried);
      var outcome =
          Bounds.bounded(tried.outcome(), () -> "the outcome of " + Describe.name(effect));
      boolean last = tried.fatal() || effect.options().retry().triesMax() == 1;
      if (last || !(outcome instanceof Outcome.Threw threw)) {
        report(new Event.Answered(task.id(), place, outcome));
        return outcome;
      }
      long now = around.clock().millis();
      var failed = new Event.TryFailed(task.id(), place, threw.failure(), now, now);
      around.inputs().addAndWake(new Input.FromTask(failed));
      if (task.await(place) instanceof Outcome given) {
        return given;
      }
    }
  }

  /// A cancellation that comes while the effect is performed interrupts it. What it returned all
  /// the same is kept, and the branch is told at its next place; what it threw is taken for the
  /// interruption. What it did in a try whose end nobody saw is looked for.
  private Tried performed(Place place, Effect.Perform effect, boolean untried) {
    var branch = place.branch();
    var tried = tried(place, effect);
    var cancelled = task.cancellations().undelivered(branch);
    boolean stopped = tried == null || tried.outcome() instanceof Outcome.Threw;
    if (cancelled != null && stopped) {
      var done = untried && tried == null ? null : recalled(place, effect);
      return Tried.of(done != null ? done : task.tell(branch, cancelled));
    }
    return Objects.requireNonNull(tried, "neither performed nor cancelled");
  }

  private @Nullable Tried tried(Place place, Effect.Perform effect) {
    try {
      return effect.options().limited() ? limited(place, effect) : unlimited(place, effect);
    } catch (Undecided undecided) {
      throw crashed(undecided);
    }
  }

  /// Who knows what an effect did may come later, as after a restart: without them it could be
  /// taken for not done, and nobody would make up for it. What may be done twice need not be known.
  private @Nullable Outcome recalled(Place place, Effect.Perform effect) {
    var runner =
        effect.guard() == Effect.Guard.NONE
            ? around.effects().bound(effect.name())
            : around.effects().runner(effect.name(), task::mayFindOut);
    if (runner == null) {
      return null;
    }
    try {
      return Performing.recalling(task.id(), place, around.ownership(), observed.trace())
          .by(() -> runner.recall(effect, Try.unwatched(key(place))));
    } catch (Undecided undecided) {
      throw crashed(undecided);
    }
  }

  /// Ends the attempt, and what else has to end.
  private Unwinding crashed(Undecided undecided) {
    task.crash(undecided.problem().text());
    if (undecided.stops()) {
      around.inputs().fail(undecided.problem());
    }
    lost();
    return Unwinding.because(Unwinding.Reason.HALTED);
  }

  private Tried perform(EffectRunner runner, Place place, Effect.Perform effect, Try now) {
    return around
        .observer()
        .perform(
            observed,
            place,
            effect,
            trace ->
                Performing.of(task.id(), place, around.ownership(), trace)
                    .by(() -> runner.perform(effect, now)));
  }

  private @Nullable Tried unlimited(Place place, Effect.Perform effect) {
    var branch = place.branch();
    if (!task.begin(branch, around.threads().current())) {
      return null;
    }
    var runner = around.effects().runner(effect.name(), () -> task.mayGoOn(branch));
    var tried = runner == null ? null : perform(runner, place, effect, Try.unwatched(key(place)));
    task.end(branch);
    return tried;
  }

  private @Nullable Tried limited(Place place, Effect.Perform effect) {
    var branch = place.branch();
    var limited = new LimitedTry(around.threads());
    if (!task.begin(branch, limited)) {
      return null;
    }
    var now = new Try(key(place), beats(place, effect, limited));
    var tried =
        limited.run(
            "effect " + key(place),
            () -> {
              var runner =
                  around
                      .effects()
                      .runner(effect.name(), () -> !limited.isOver() && task.mayGoOn(branch));
              return runner == null ? null : perform(runner, place, effect, now);
            },
            effect.options().retry().fatal());
    task.end(branch);
    return tried;
  }

  private String key(Place place) {
    return task.id() + "/" + place;
  }

  /// Tells the writer of signs of life, some of them: it wants one in each span.
  private Runnable beats(Place place, Effect.Perform effect, LimitedTry limited) {
    long often = effect.options().heartbeatMillis() / BEATS;
    var last = new AtomicLong(Long.MIN_VALUE / 2);
    return () -> {
      long now = around.clock().millis();
      long before = last.get();
      if (now - before >= often && last.compareAndSet(before, now) && !limited.isOver()) {
        around.inputs().addAndWake(new Input.Beat(task.id(), place));
      }
    };
  }

  @Override
  public Bound bound() {
    return traffic.bound();
  }

  @Override
  public boolean wantsCheckpoint(int next) {
    return checkpoints.due(next);
  }

  @Override
  public void checkpoint(int next, @Nullable Payload continuation) {
    if (continuation == null) {
      checkpoints.missed(next);
      return;
    }
    report(new Input.Checkpoint(task.id(), next, continuation));
    checkpoints.left(next, continuation.size());
    task.checkpointed(next);
  }

  @Override
  public void cancel(Branch branch, String why) {
    around
        .inputs()
        .addAndWake(new Input.FromTask(new Event.BranchCancelled(task.id(), branch, why)));
  }

  @Override
  public void lost() {
    task.halt();
    around.effects().wakeAll();
  }

  /// Tells the writer without waiting for it; slows down if it has too much to do.
  private void report(Event.OfTask event) {
    report(new Input.FromTask(event));
  }

  private void report(Input fact) {
    around.inputs().add(fact);
    while (around.inputs().full()) {
      around.inputs().wake();
      around.threads().pause();
      task.checkNotHalted();
    }
  }
}
