package dev.perdure.wat.thread;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// A thread of a program, or a part of one: code that a thread calls in a way that lets it go on
/// when the code raises. Threads wait for its end.
///
/// ```
/// READY ──turn──▶ WAITING ──what it waits for changes──▶ READY
///   └──────────────┴──returns, raises, is ended──▶ ENDED
/// ```
///
/// Confined to the thread that runs the program.
final class Fiber extends Awaited {
  private static final String MAIN = "main";

  /// Where it stands.
  private enum State {
    READY,
    WAITING,
    ENDED
  }

  private final Threads threads;
  private final long number;
  private final @Nullable Fiber parent;

  /// The thread that it is a part of; itself if it is one.
  private final Fiber whole;

  private final World world;

  /// What runs its code, and that of the threads that it starts.
  private final Runner.Maker maker;

  /// The streams of the program that it is a thread of; null if these are the process's.
  private final @Nullable Ambient ambient;

  private boolean isProgram;
  private @Nullable Runner runner;
  private State state = State.READY;

  /// What it waits for.
  private final List<Awaited> awaited = new ArrayList<>();

  /// What ends with it: the threads that it has started, and its parts.
  private final SequencedSet<Fiber> children = new LinkedHashSet<>();

  /// The channels that it has made, which close with it.
  private final Set<Channel> channels = Collections.newSetFromMap(new WeakHashMap<>());

  /// How it talks with who started it; null if it does not.
  private @Nullable ThreadHandle handle;

  /// What keeps the lines of its code; null if nothing does.
  final World.@Nullable Capture capture;

  /// What it gave; null if it raised, was ended or goes on.
  private @Nullable Object value;

  /// How it died and why, newest first; null if it ended clean or goes on.
  private @Nullable Vector chain;

  /// Why it died, if a raise ended it.
  private @Nullable Raise raise;

  /// Whether an operation has told somebody of its death (W12.3).
  boolean isCaught;

  /// Whether it was asked to stop.
  private boolean isStopped;

  /// What its operation raises when its turn comes; null if nothing.
  @Nullable Raise raised;

  /// The operation that it waits in.
  private String operation = "";

  /// Code that its operations run.
  final Nested nested = new Nested();

  /// What its operation waits for outside the program; null if it does not.
  @Nullable Outside outside;

  /// When the operation ends what it waits for; null if it has no time limit.
  Timers.@Nullable Timer limit;

  private Fiber(
      Threads threads,
      long number,
      @Nullable Fiber parent,
      @Nullable Fiber whole,
      World world,
      Runner.Maker maker,
      @Nullable Ambient ambient,
      World.@Nullable Capture capture) {
    this.threads = threads;
    this.number = number;
    this.parent = parent;
    this.whole = whole == null ? this : whole;
    this.world = world.evaluatingIn(threads.askedByEvaluated());
    this.maker = maker;
    this.ambient = ambient;
    this.capture = capture;
    if (parent != null) {
      parent.children.add(this);
      isStopped = parent.isStopped;
    }
  }

  /// The first one.
  static Fiber main(Threads threads, World world, Runner.Maker maker) {
    return new Fiber(threads, 0, null, null, world, maker, null, null);
  }

  /// One that this one starts.
  ///
  /// @param number in the order of starting
  Fiber started(long number) {
    return new Fiber(threads, number, whole, null, world.ofThread(), maker, ambient, null);
  }

  /// One that this one starts, whose lines are kept.
  Fiber captured(long number, World.Capture capture) {
    return new Fiber(threads, number, whole, null, capture.world(), maker, null, capture);
  }

  /// A part of this one.
  Fiber part() {
    return new Fiber(threads, number, this, whole, world, maker, ambient, null);
  }

  /// One that this one starts, which runs a program of its own with these streams.
  Fiber beside(long number, World of, Runner.Maker by, Ambient streams) {
    var fiber = new Fiber(threads, number, whole, null, of, by, streams, null);
    fiber.isProgram = true;
    return fiber;
  }

  /// Whether it is the main thread of a program beside the first one.
  boolean isProgram() {
    return isProgram;
  }

  /// Whether it has a stderr of its own, and so ends alone when its code writes to that.
  boolean isApart() {
    return capture != null || isProgram;
  }

  /// Its code.
  void runs(Runner code) {
    runner = code;
  }

  /// Talks with who started it through the pipes of this handle.
  void talks(ThreadHandle through) {
    handle = through;
  }

  /// The name of the thread that it is or is a part of.
  String name() {
    return number == 0 ? MAIN : "thread-" + number;
  }

  /// What runs its code.
  Runner.Maker maker() {
    return maker;
  }

  /// The streams of the program that it is a thread of; null if these are the process's.
  @Nullable Ambient ambient() {
    return ambient;
  }

  /// In which order it was started.
  long number() {
    return number;
  }

  /// What answers what is no business of threads.
  World world() {
    return world;
  }

  /// Who started it; null of the first one.
  @Nullable Fiber parent() {
    return parent;
  }

  boolean isStopped() {
    return isStopped;
  }

  boolean isEnded() {
    return state == State.ENDED;
  }

  /// What it gave. It must have ended without a death.
  Object value() {
    return Objects.requireNonNull(value);
  }

  /// How it died and why, newest first; null if it ended clean or goes on.
  @Nullable Vector chain() {
    return chain;
  }

  /// The raise that ended it; null if none did.
  @Nullable Raise raise() {
    return raise;
  }

  /// How it ended: `Result<nil,PeerDiedError>`.
  Variant result() {
    return chain == null ? Deaths.OK : Variant.err(chain.get(0));
  }

  /// A channel that closes when the thread ends.
  void owns(Channel channel) {
    whole.channels.add(channel);
  }

  /// The machine that runs its code; null if none does.
  @Nullable Machine machine() {
    return runner == null ? null : runner.machine();
  }

  /// Goes on until it waits or has ended.
  ///
  /// @return what it gives; null if it waits
  @Nullable Object go() {
    return Objects.requireNonNull(runner).go();
  }

  /// Waits for something; it may wait for several things.
  void awaits(Awaited one) {
    one.add(this);
    awaited.add(one);
  }

  /// Waits from now on.
  ///
  /// @param in the operation that it asked
  void waits(String in) {
    state = State.WAITING;
    operation = in;
  }

  /// The operation that it waits in.
  String operation() {
    return operation;
  }

  /// May go on: what it waited for has changed. Does nothing unless it waits.
  void wake() {
    if (state == State.WAITING) {
      awaited.forEach(one -> one.remove(this));
      awaited.clear();
      state = State.READY;
      threads.isReady(this);
    }
  }

  /// Asks it to stop, and all that it has started: from now on nothing that it asks waits.
  void stop() {
    if (!isStopped && state != State.ENDED) {
      isStopped = true;
      wake();
      List.copyOf(children).forEach(child -> threads.soon(child::stop));
    }
  }

  /// Its code gave a value.
  void returned(Object result) {
    value = result;
    boolean isServer = handle != null;
    if (isServer && result instanceof Variant given && given.shape().equals(Variant.ERR)) {
      chain = Deaths.chain(given.field(0));
    }
    ended();
  }

  /// Its code raised.
  void died(Raise why) {
    raise = why;
    chain = Deaths.chain(why);
    ended();
  }

  /// Ends it where it stands.
  ///
  /// @param death why, a `PeerDiedError`
  void end(Variant death) {
    if (state != State.ENDED) {
      chain = Deaths.alone(death);
      if (runner != null) {
        runner.end();
      }
      ended();
    }
  }

  private void ended() {
    state = State.ENDED;
    runner = null;
    nested.end();
    awaited.forEach(one -> one.remove(this));
    List.copyOf(children).forEach(child -> threads.soon(() -> child.end(Deaths.STOPPED)));
    channels.stream().sorted().forEach(channel -> channel.close(Deaths.DISCONNECTED));
    if (handle != null) {
      var death = chain == null ? Deaths.DISCONNECTED : (Variant) chain.get(0);
      handle.reads().channel().close(death, chain != null);
      handle.writes().channel().close(death, chain != null);
    }
    if (parent != null) {
      parent.children.remove(this);
    }
    threads.hasEnded(this);
    changed();
  }
}
