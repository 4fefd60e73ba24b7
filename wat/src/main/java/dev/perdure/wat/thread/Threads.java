package dev.perdure.wat.thread;

import dev.perdure.value.Value;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.machine.Checkpoint;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.machine.MachineCode;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Parked;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Runs the threads of a program, one at a time: each until it waits or has ended, or has asked so
/// often that others shall have their turn. Who is next follows from the program and from what the
/// world has answered, so a replay of the answers replays the threads. Confined to the thread that
/// calls it, but for [#stop] and [#requestStop].
public final class Threads {
  private static final Object[] NOTHING = {};

  private final Loaded loaded;
  private final World world;
  private final Runner.Maker maker;
  private final Kernel kernel = new Kernel(this);
  private final Timers timers = new Timers();

  /// Who may go on, in the order in which they may.
  private final ArrayDeque<Fiber> ready = new ArrayDeque<>();

  /// What is to be done before the next turn.
  private final ArrayDeque<Runnable> soon = new ArrayDeque<>();

  /// Those that have not ended, in the order in which they were started.
  private final SequencedSet<Fiber> alive = new LinkedHashSet<>();

  private final Arrivals arrivals = new Arrivals();

  /// The programs that run beside this one; those that have ended are forgotten.
  private final Set<Loaded> beside = ConcurrentHashMap.newKeySet();

  private volatile boolean isStopRequested;

  /// Whose turn it is; null between turns.
  private @Nullable Fiber current;

  /// How often it has asked in this turn.
  private int asks;

  private long turns;
  private long started;

  private Threads(Loaded loaded, World world, Runner.Maker maker) {
    this.loaded = loaded;
    this.world = world;
    this.maker = maker;
  }

  /// Those of a program on its back ends.
  ///
  /// @param world answers the effects
  public static Threads of(Loaded loaded, Lowerings lowerings, World world) {
    return new Threads(loaded, world.of(loaded), new Machines(loaded, lowerings));
  }

  /// Those of a program that is interpreted.
  ///
  /// @param world answers the effects
  public static Threads interpreted(Loaded loaded, World world) {
    return new Threads(loaded, world.of(loaded), new Interpreted(loaded));
  }

  /// Evaluates the constants in their order, those that have no value yet: they are pure.
  ///
  /// @throws Raise if one does
  public void evaluateConstants() {
    maker.evaluateConstants();
  }

  /// Calls a function by its path, on the main thread. When that has ended, so have all others.
  ///
  /// @throws Raise if the function does
  public Object call(String function, Object... args) {
    return call(new Closure(loaded, loaded.code(function), NOTHING), args);
  }

  private Object call(Function function, Object[] args) {
    return run(maker.calling(function, args, asked()));
  }

  /// The only thread, as a value: while it asks the world. Nothing changes by it.
  ///
  /// @throws dev.perdure.value.PerdureException `CHECKPOINT_UNWRITABLE` if others run or may be
  ///   woken, if it holds what is no value, or if it evaluates code
  public Value checkpoint() {
    var machine = running().machine();
    if (machine == null || !isAlone() || started > 0 || !running().nested.isInnermost()) {
      throw MachineCode.unwritable("the program has threads");
    }
    return machine.checkpoint();
  }

  /// Goes on from a checkpoint, on the main thread. Otherwise as [#call].
  ///
  /// @param checkpoint of this program, read once
  public Object resume(Checkpoint checkpoint) {
    return run(maker.resuming(checkpoint, asked()));
  }

  /// The machine of the thread whose turn it is; null if it has none.
  public @Nullable Machine machine() {
    return current == null ? null : current.machine();
  }

  private Object run(Runner code) {
    var main = begun(Fiber.main(this, world, maker), code);
    try {
      while (!main.isEnded()) {
        turn(next(main));
      }
    } finally {
      main.end(Deaths.STOPPED);
      settle();
      current = null;
    }
    if (main.raise() != null) {
      throw main.raise();
    }
    return main.value();
  }

  /// Ends what runs, with [Loaded.Stopped]; from any thread.
  public void stop() {
    loaded.stop();
    beside.forEach(Loaded::stop);
    world.stop();
    lookAround();
  }

  /// Asks the main thread to stop, and all that it has started (W12.6); from any thread.
  public void requestStop() {
    isStopRequested = true;
    lookAround();
  }

  private void lookAround() {
    arrivals.lookAround();
    world.wake();
  }

  private void turn(Fiber fiber) {
    current = fiber;
    asks = 0;
    try {
      var value = fiber.go();
      if (value != null) {
        fiber.returned(value);
      }
    } catch (Raise raise) {
      fiber.died(raise);
    } catch (World.Ended ended) {
      var apart = apart(fiber);
      if (apart == null) {
        throw ended;
      }
      apart.end(Deaths.wrote(String.valueOf(ended.getMessage())));
    }
  }

  /// The thread around one that has a stderr of its own; null if there is none.
  private static @Nullable Fiber apart(Fiber fiber) {
    var at = fiber;
    while (at != null && !at.isApart()) {
      at = at.parent();
    }
    return at;
  }

  /// Who goes on next.
  private Fiber next(Fiber main) {
    while (true) {
      loaded.checkStopped();
      settle();
      arrivals.wake();
      if (isStopRequested) {
        main.stop();
      }
      turns = isAlone() ? 0 : turns + 1;
      if (turns % Limits.TURNS_PER_LOOK == 0 && timers.next() != null) {
        look();
      }
      var next = ready.poll();
      if (next == null) {
        idle();
      } else if (!next.isEnded()) {
        return next;
      }
    }
  }

  /// Does what is to be done before the next turn.
  private void settle() {
    while (!soon.isEmpty()) {
      soon.poll().run();
    }
  }

  /// Nobody can go on: waits for what is outside the program, or for the next timer.
  private void idle() {
    var due = timers.next();
    if (arrivals.areAwaited()) {
      if (!arrivals.await(due == null ? null : Duration.between(now(), due)) && due != null) {
        timers.fire(due);
      }
    } else if (due != null) {
      var left = Duration.between(now(), due);
      if (left.isPositive()) {
        world.sleep(left);
      }
      // woken before its time, it has to look around
      if (arrivals.isEmpty()) {
        timers.fire(due);
      }
    } else if (soon.isEmpty()) {
      deadlock();
    }
  }

  /// All wait for each other, not counted one that waits for a part of itself. The thread that was
  /// started last raises: whoever waits for it learns of its death, and may go on.
  private void deadlock() {
    var waiting =
        alive.stream()
            .filter(fiber -> !fiber.operation().equals(Kernel.OUTCOME))
            .limit(Limits.SHOWN_MAX)
            .map(fiber -> fiber.name() + " in :" + fiber.operation())
            .toList();
    var last = alive.getLast();
    last.raised =
        Raise.of(
            Kind.RUNTIME_DEADLOCK,
            "every thread waits, and nothing can wake one: " + String.join(", ", waiting),
            waiting);
    last.wake();
  }

  /// What the code of the program asks.
  private World asked() {
    return new World() {
      @Override
      public Object perform(String effect, String operation, Object[] args) {
        return answered(effect, operation, args);
      }

      @Override
      public Object call(Function function, Object[] args) {
        return running().nested.run(() -> function.apply(args));
      }

      @Override
      public @Nullable Object routed(String function, Object[] args) {
        return running().world().routed(function, args);
      }
    };
  }

  /// What code asks that is evaluated: it runs on a stack of its own.
  World askedByEvaluated() {
    return (effect, operation, args) -> {
      return running().nested.asking(() -> answered(effect, operation, args));
    };
  }

  /// Whether there is one thread, which nothing can wake.
  private boolean isAlone() {
    return alive.size() == 1 && timers.next() == null;
  }

  private Fiber running() {
    return Objects.requireNonNull(current);
  }

  private Object answered(String effect, String operation, Object[] args) {
    var fiber = running();
    if (fiber.raised != null && fiber.nested.isInnermost()) {
      var raise = fiber.raised;
      fiber.raised = null;
      throw raise;
    }
    // alone, nobody else's turn is counted: who goes on from a checkpoint begins to count with the
    // first thread, too
    asks = isAlone() ? 0 : asks + 1;
    if (asks > Limits.ASKED_MAX) {
      ready.add(fiber);
      throw new Parked();
    }
    return kernel.perform(fiber, effect, operation, args);
  }

  /// Asks the world of a thread. What may wait for something outside is done while others go on.
  Object ask(Fiber fiber, String effect, String operation, Object[] args) {
    if (fiber.world().evaluates(operation)) {
      return fiber.nested.run(() -> fiber.world().perform(effect, operation, args));
    }
    if (fiber.outside == null) {
      if (alive.size() == 1 || !fiber.world().mayWait(operation, args)) {
        return fiber.world().perform(effect, operation, args);
      }
      arrivals.begin(fiber, () -> fiber.world().perform(effect, operation, args));
    }
    var waits = Objects.requireNonNull(fiber.outside);
    if (!waits.hasEnded()) {
      throw waits(fiber, operation);
    }
    return arrivals.result(fiber, waits);
  }

  /// The thread waits for what it [Fiber#awaits].
  ///
  /// @param operation what it asked
  /// @return to be thrown
  Parked waits(Fiber fiber, String operation) {
    fiber.waits(operation);
    return new Parked();
  }

  /// Does something before the next turn.
  void soon(Runnable action) {
    soon.add(action);
  }

  /// A thread may go on.
  void isReady(Fiber fiber) {
    ready.add(fiber);
  }

  /// A thread has ended.
  void hasEnded(Fiber fiber) {
    alive.remove(fiber);
    arrivals.leave(fiber);
    if (fiber.isProgram() && fiber.maker() instanceof Machines(Loaded program, _)) {
      beside.remove(program);
    }
  }

  /// Whether one more thread may be started.
  boolean hasRoom() {
    return alive.size() < Limits.THREADS_MAX;
  }

  /// What runs a program beside this one.
  Runner.Maker beside(Loaded program) {
    beside.add(program);
    return new Machines(program, Back.compile(program));
  }

  /// The number of the next thread that is started.
  long nextNumber() {
    return ++started;
  }

  /// A thread begins: it has its first turn behind those that may go on.
  Fiber begun(Fiber fiber, Function function, Object[] args) {
    return begun(fiber, fiber.maker().calling(function, args, asked()));
  }

  private Fiber begun(Fiber fiber, Runner code) {
    fiber.runs(code);
    alive.add(fiber);
    ready.add(fiber);
    return fiber;
  }

  /// What the clock says, as the world tells it.
  Instant now() {
    return (Instant) world.perform("time", "wat::time::now", NOTHING);
  }

  /// Lets the timers happen that are due.
  void look() {
    timers.fire(now());
  }

  Timers timers() {
    return timers;
  }
}
