package dev.perdure.sim;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Input;
import dev.perdure.engine.Payload;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.Shadows;
import dev.perdure.engine.StandIn;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Version;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.PayloadCodec;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.log.fault.FaultRates;
import dev.perdure.log.fault.PowerCut;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.node.MemoryLimits;
import dev.perdure.node.SimulatedNode;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One seed: several lives of one engine on one disk, each ended by a fault, the last one in peace.
final class Simulation {
  private static final long MICROS = 1_000;

  /// Segments are small, so that they roll; batches stay smaller still.
  private static final int SMALL_SEGMENT_BYTES = 20 << 10;

  /// One seed in so many seals its log.
  private static final int SEALED_EVERY = 4;

  private static final int SEGMENT_BYTES = 512 << 10;

  private final SplittableRandom checkpointing;
  private final SplittableRandom random;
  private final Trace trace;
  private final Coverage coverage = new Coverage();
  private final Referee referee = new Referee();
  private final SimDisk disk;
  private final WatchedStorage storage;
  private final LogSettings settings;
  private final @Nullable PayloadCodec codec;
  private final Ledger ledger;
  private final Time time = new Time();
  private final SimIds ids;
  private final FakeWorld world;
  private final Scenario scenario;
  private final Map<Version, ToyUniverse> stored;
  private final SimUniverses universes;
  private final Map<String, Integer> overflows = new HashMap<>();
  private final Set<TaskId> impureTasks = new HashSet<>();
  private final Map<TaskId, Set<Payload>> calls = new HashMap<>();
  private final Rules rules;
  private final Timetable timetable;
  private final Turnstile gate;
  private final Bursts bursts;

  private @Nullable Clients clients;
  private Lockstep threads;
  private Plan plan;
  private @Nullable SimulatedNode node;
  private @Nullable WatchedLog log;
  private byte @Nullable [] snapshot;
  private boolean peace;
  private boolean inTurn;
  private boolean resting;
  private long restUntil;
  private int naps;
  private long nextRequest;
  private long firstOfLife;

  /// What is forgotten below it was told from the log, and the log found to mean the same.
  private long meantBelow;

  private int actionsLeft;
  private long steps;

  Simulation(long seed, Trace trace) {
    this(seed, trace, Scenario.mixed());
  }

  Simulation(long seed, Trace trace, Scenario scenario) {
    this.scenario = scenario;
    this.random = new SplittableRandom(seed);
    this.timetable = new Timetable(new SplittableRandom(~seed), scenario.requests());
    this.gate = new Turnstile(new SplittableRandom(~seed * 31), time, scenario.requests());
    this.checkpointing = new SplittableRandom(~seed * 41);
    this.bursts = new Bursts(new SplittableRandom(~seed * 37), time, scenario.requests());
    this.trace = trace;
    this.disk = new SimDisk(random.nextLong());
    this.storage = new WatchedStorage(disk);
    this.codec =
        Math.floorMod(seed, SEALED_EVERY) == 1 ? KeyRing.of(new SplittableRandom(seed)) : null;
    this.ledger = new Ledger(codec == null ? null : new Unsealing(codec));
    this.rules = new Rules(ledger, storage);
    boolean small = scenario.requests() && random.nextBoolean();
    var plain =
        LogSettings.defaults().withSegmentBytes(small ? SMALL_SEGMENT_BYTES : SEGMENT_BYTES);
    this.settings = codec == null ? plain : plain.withCodec(codec);
    coverage.add("sealed logs", codec == null ? 0 : 1);
    this.ids = new SimIds(random.split());
    this.world = new FakeWorld(random.split(), time, this::performed);
    this.threads = new Lockstep(random.split(), trace);
    this.plan = Plan.peace(random);
    this.stored = scenario.universes(random.split(), small ? 200 : 3_000, mischief);
    this.universes = new SimUniverses(stored);
    time.onRead(() -> threads.mayStop());
    disk.onCall(this::onDiskCall);
  }

  private final Mischief mischief =
      new Mischief() {
        @Override
        public void point() {
          threads.mayStop();
        }

        @Override
        public boolean overflows(TaskId task, dev.perdure.engine.Place place) {
          return !peace && overflows.merge(task + "/" + place, 1, Integer::sum) % 4 != 0;
        }

        @Override
        public boolean impure(TaskId task, dev.perdure.engine.Place place) {
          impureTasks.add(task);
          return !peace && overflows.merge(task + "/" + place, 1, Integer::sum) % 2 == 0;
        }

        @Override
        public void called(TaskId task, Payload arguments) {
          calls.computeIfAbsent(task, _ -> new HashSet<>()).add(arguments);
        }

        @Override
        public boolean unwritable() {
          return checkpointing.nextInt(UNWRITABLE_EVERY) == 0;
        }

        @Override
        public boolean unreadable() {
          boolean unreadable = checkpointing.nextInt(UNREADABLE_EVERY) == 0;
          coverage.add(unreadable ? "checkpoints not read" : "checkpoints gone on from", 1);
          return unreadable;
        }

        @Override
        public void asked(dev.perdure.engine.Branch branch, int effects) {}
      };

  private void performed(FakeWorld.Performed effect) {
    referee.watch(() -> rules.performed(effect));
    trace.say(() -> "  perform " + effect.key() + " " + effect.effect().guard());
  }

  private void onDiskCall(String call) {
    trace.say(() -> "  disk " + call);
    time.pass(random.nextInt(plan.slowDiskMicros()));
    threads.mayStop();
  }

  /// Runs all lives.
  ///
  /// @throws Violation if a rule does not hold
  Coverage run() {
    int lives = 1 + random.nextInt(scenario.livesMax());
    for (int life = 0; life < lives; life++) {
      live(Plan.of(random, scenario.scale()));
      flipSometimes();
    }
    live(Plan.peace(random));
    coverage.add("effects performed", world.performed());
    coverage.add("effects performed again after a crash", world.repeated());
    var asked = Objects.requireNonNull(clients);
    coverage.add("requests acknowledged", asked.acknowledged());
    coverage.add("requests refused", asked.refused());
    coverage.add("records", ledger.end());
    coverage.add("seeds", 1);
    disk.counts().all().forEach((fault, n) -> coverage.add("disk: " + fault, n));
    return coverage;
  }

  /// What stands beside the log now.
  ValueRule values() {
    return new ValueRule(disk.copy(), settings, ledger);
  }

  /// The bytes of the log, to be compared with those of another run.
  Ledger ledger() {
    return ledger;
  }

  private void live(Plan next) {
    plan = next;
    peace = next.ending() == null;
    trace.say(() -> "life " + next);
    threads = new Lockstep(random.split(), trace);
    time.clearAlarms();
    storage.restart();
    inTurn = false;
    actionsLeft = !scenario.requests() ? 0 : peace ? 6 : 4 + random.nextInt(40);
    var ending = outcome();
    if (ending != null) {
      die(ending);
    }
    referee.look();
  }

  /// Opens the engine and lets it live.
  ///
  /// @return how it ended; null: in peace
  private Coverage.@Nullable Ending outcome() {
    try {
      if (plan.inRecovery()) {
        disk.crashAfter(plan.after());
      }
      open();
      arm();
      while (step()) {
        referee.look();
      }
      if (peace) {
        rules.opened(firstOfLife);
        new Afterwards(this).check();
        return null;
      }
      if (plan.ending() == Coverage.Ending.KILLED
          || plan.ending() == Coverage.Ending.POWER_AT_POINT) {
        return plan.ending();
      }
      close();
      return Coverage.Ending.CLOSED;
    } catch (PowerCut cut) {
      return Coverage.Ending.POWER_AT_CALL;
    } catch (Killed killed) {
      return plan.ending() == Coverage.Ending.KILLED
          ? Coverage.Ending.KILLED
          : Coverage.Ending.POWER_AT_POINT;
    } catch (PerdureException stopped) {
      return stopped(stopped);
    }
  }

  /// The engine stopped by itself, because its log failed: the only reason it may have.
  private Coverage.Ending stopped(PerdureException stopped) {
    var ending = plan.ending();
    if (!"LOG_WRITE_FAILED".equals(String.valueOf(stopped.code())) || ending == null) {
      throw broken(stopped);
    }
    return ending;
  }

  private static Violation broken(Throwable cause) {
    var violation = new Violation("engine stopped", cause.toString());
    violation.initCause(cause);
    return violation;
  }

  private void open() {
    node = null;
    log = null;
    disk.failAtRates(FaultRates.NONE);
    disk.limitTo(Long.MAX_VALUE);
    var shipped = Log.open(storage, settings);
    log =
        new WatchedLog(
            shipped,
            ledger,
            storage,
            (hash, size) -> disk.peek(() -> shipped.values().bytes(hash, size)));
    new Recovered(ledger, rules).check(log);
    calls.keySet().retainAll(ledger.begun()); // of the others nobody knows that they ever began
    firstOfLife = ledger.end();
    meantBelow = 0;
    resting = false;
    naps = 0;
    var opened =
        new SimulatedNode(
            new SimulatedNode.Ports(
                log,
                time,
                ids,
                threads,
                _ -> threads.mayStop(),
                universes,
                () -> resting = false,
                new Beside(),
                universes::refresh,
                new MemoryLimits(
                    Duration.ofMillis(random.nextInt(IDLE_MILLIS_MAX)),
                    random.nextInt(WARM_BYTES_MAX),
                    1 + random.nextInt(4)),
                1 + checkpointing.nextInt(CHECKPOINT_EFFECTS_MAX),
                random.nextInt(3) == 0 ? () -> null : this::newestSnapshot,
                codec));
    coverage.add("recoveries from a snapshot", opened.recovered() > 0 ? 1 : 0);
    node = opened;
    opened.bind("bank", world.on(threads));
    opened.bind("feed", world.on(threads));
    if (clients == null) {
      clients =
          new Clients(random.split(), ids, time, ledger, storage, stored, opened, referee, trace);
      clients.begin();
      if (!scenario.requests()) {
        clients.startOne();
      }
    } else {
      clients.connect(opened);
      if (random.nextBoolean() || peace) {
        clients.askAgain();
      }
    }
    if (peace) {
      opened.bind(FakeWorld.LATE, world.on(threads));
    }
    nextRequest = time.micros();
  }

  private static final int IDLE_MILLIS_MAX = 2_000;

  /// A few tasks.
  private static final int WARM_BYTES_MAX = 10_000;

  /// Most programs ask a dozen effects.
  private static final int CHECKPOINT_EFFECTS_MAX = 12;

  private static final int UNWRITABLE_EVERY = 8;
  private static final int UNREADABLE_EVERY = 4;

  private static final int SHADOWS_A_DROP = 8;

  /// Runs candidates beside calls, or drops them.
  private final class Beside implements Shadows {
    @Override
    public boolean wants(ShadowCount.Key compared) {
      boolean wanted = random.nextInt(SHADOWS_A_DROP) > 0;
      if (!wanted) {
        Objects.requireNonNull(node).report(new Input.ShadowsDropped(compared, 1));
      }
      return wanted;
    }

    @Override
    public void offer(StandIn call) {
      threads.start(
          "shadow",
          () -> {
            var result = call.run(universes.inert(mischief), Extras.none());
            Objects.requireNonNull(node)
                .report(
                    new Input.FromTask(
                        new Event.Shadowed(
                            call.start().task(), call.report(result), time.wallMillis())));
          });
    }
  }

  /// Sets the trap that ends this life.
  private void arm() {
    var ending = plan.ending();
    switch (ending) {
      case null -> {}
      case POWER_AT_CALL -> {
        if (!plan.inRecovery()) {
          disk.crashAfter(plan.after());
        }
      }
      case POWER_AT_POINT, KILLED -> threads.killAfter(plan.after());
      case WRITE_FAILED -> disk.failAtRates(new FaultRates(0, 30_000));
      case SYNC_FAILED -> disk.failAtRates(new FaultRates(30_000, 0));
      case DISK_FULL -> disk.limitTo(1);
      case CLOSED -> {}
    }
  }

  /// Ends the process or the machine, and all its threads.
  private void die(Coverage.Ending ending) {
    note(ending);
    threads.abandon();
    if (node != null) {
      rules.durableAtCrash(storage.durable(ledger.end()));
    }
    node = null;
    switch (ending) {
      case KILLED -> disk.kill();
      case WRITE_FAILED, SYNC_FAILED, DISK_FULL -> {
        if (random.nextBoolean()) {
          disk.kill();
        } else {
          disk.crash();
          disk.restart();
        }
      }
      case POWER_AT_CALL, POWER_AT_POINT -> {
        disk.crash();
        disk.restart();
      }
      case CLOSED -> disk.kill();
    }
  }

  private void note(Coverage.Ending ending) {
    trace.say(() -> "ends by " + ending);
    var situations = EnumSet.noneOf(Coverage.Situation.class);
    if (clients != null && clients.unanswered() > 0) {
      situations.add(Coverage.Situation.UNANSWERED_CLIENT);
    }
    if (node == null) {
      situations.add(Coverage.Situation.IN_RECOVERY);
    } else {
      var state = node.state();
      situations.addAll(disk.peek(() -> Coverage.of(state)));
      if (inTurn) {
        situations.add(Coverage.Situation.IN_A_TURN);
      } else {
        law(state);
      }
      if (storage.durable(ledger.end()) < ledger.end()) {
        situations.add(Coverage.Situation.UNFORCED);
      }
    }
    coverage.count(ending, situations);
  }

  private void law(EngineState state) {
    disk.peek(() -> {
      rules.law(state);
      return state;
    });
  }

  private void close() {
    var closing = Objects.requireNonNull(node);
    closing.haltAll();
    int left = 20_000;
    while ((closing.attempts() > 0 || threads.anyReady()) && left-- > 0) {
      if (threads.anyReady()) {
        threads.step();
      } else {
        time.reach(
            Math.max(time.micros() + 1, Math.min(time.nextAlarm(), time.micros() + 5_000_000)));
      }
    }
    if (closing.attempts() > 0) {
      throw new Violation("close", closing.attempts() + " attempts do not end");
    }
    while (closing.turn()) {
      referee.look();
    }
    Objects.requireNonNull(log).close();
  }

  /// One thing happens.
  ///
  /// @return false if this life is over
  private boolean step() {
    if (++steps > scenario.stepsMax()) {
      throw new Violation("stuck", "the seed does not come to its end");
    }
    time.pass(random.nextInt(60));
    jumpSometimes();
    boolean writer = !resting || time.micros() >= restUntil;
    boolean ready = threads.anyReady();
    if (actionsLeft > 0 && time.micros() >= nextRequest && random.nextInt(4) == 0) {
      request();
    } else if (ready && (!writer || random.nextInt(100) >= plan.writerShare())) {
      threads.step();
    } else if (writer) {
      turn();
    } else {
      return rest();
    }
    return true;
  }

  private void jumpSometimes() {
    if (plan.jumps() && random.nextInt(200) == 0) {
      long jump = random.nextInt(3) == 0 ? random.nextInt(7_200_000) : random.nextInt(2_000);
      time.jump(random.nextBoolean() ? jump : -jump);
      coverage.add("clock jumps", 1);
    }
  }

  private void request() {
    actionsLeft--;
    nextRequest = time.micros() + (random.nextInt(3) == 0 ? random.nextInt(2_000_000) : 0);
    if (!peace && random.nextInt(25) == 0) {
      Objects.requireNonNull(node).bind(FakeWorld.LATE, world.on(threads));
    } else if (gate.wanted()) {
      gate.act(Objects.requireNonNull(clients));
    } else if (bursts.wanted()) {
      bursts.act(Objects.requireNonNull(clients));
    } else if (timetable.wanted()) {
      timetable.act(Objects.requireNonNull(clients));
    } else {
      Objects.requireNonNull(clients).act();
    }
    if (actionsLeft == 0) {
      timetable.clear(Objects.requireNonNull(clients), state());
    }
  }

  private void turn() {
    var live = Objects.requireNonNull(node);
    live.awake();
    inTurn = true;
    boolean any = live.turn();
    inTurn = false;
    rules.queue(live.inputs());
    snapshotSometimes();
    compactSometimes();
    if (random.nextInt(50) == 0) {
      law(live.state());
    }
    naps = any ? 3 : Math.max(0, naps - 1);
    if (any) {
      return;
    }
    boolean nap = naps > 0;
    live.rest(nap);
    if (live.inputs() == 0 && !live.hasMore()) {
      long nanos = live.restNanos(nap);
      resting = live.inputs() == 0 && !live.hasMore();
      restUntil = time.micros() + nanos / MICROS;
      if (nanos >= dev.perdure.node.Limits.REST_MILLIS_MAX * 1_000_000) {
        restUntil = Math.max(restUntil, soonest());
      }
    }
  }

  private @Nullable InputStream newestSnapshot() {
    return snapshot == null ? null : new ByteArrayInputStream(snapshot);
  }

  /// As the thread beside the writer does: of what is durable, which ends with a whole decision.
  private void snapshotSometimes() {
    long durable = Objects.requireNonNull(log).durable().value();
    if (durable > 0 && random.nextInt(100) == 0) {
      var of = Objects.requireNonNull(log);
      snapshot = disk.peek(() -> SimulatedNode.snapshot(ledger.fold(durable), of, codec));
    }
  }

  /// As the thread of the retention does, but for that it waits for nobody.
  private void compactSometimes() {
    var of = Objects.requireNonNull(log);
    long durable = of.durable().value();
    if (random.nextInt(10) > 0 || state().forgottenBelow() <= of.droppedBelow().value()) {
      return;
    }
    var folded =
        disk.peek(() -> {
          if (meantBelow < state().forgottenBelow()) {
            RetentionRule.checkMeaning(ledger);
            meantBelow = state().forgottenBelow();
          }
          return ledger.fold(durable);
        });
    try {
      var report =
          of.compact(
              new Offset(folded.forgottenBelow()),
              stream -> !folded.knows(new TaskId(stream.high(), stream.low())),
              () -> random.nextInt(8) > 0);
      coverage.add("compactions", report.segments() > 0 ? 1 : 0);
      coverage.add("records dropped", report.records());
      disk.peek(() -> {
        new Recovered(ledger, rules).checkKept(of);
        return of;
      });
    } catch (PerdureException e) {
      trace.say(() -> "no compaction: " + e.getMessage());
    }
  }

  /// The next moment at which something is due, if nothing else happens.
  private long soonest() {
    long next = Math.min(time.nextAlarm(), actionsLeft > 0 ? nextRequest : Long.MAX_VALUE);
    var timer = Objects.requireNonNull(node).nextTimer();
    if (timer != null) {
      next = Math.min(next, time.microsAtWall(timer.dueMillis()));
    }
    return next == Long.MAX_VALUE ? 0 : next;
  }

  /// Nothing can happen before time has passed.
  private boolean rest() {
    long next = Math.min(restUntil, time.nextAlarm());
    if (actionsLeft > 0) {
      next = Math.min(next, nextRequest);
    } else if (idle()) {
      int attempts = Objects.requireNonNull(node).attempts();
      disk.peek(() -> {
        rules.attempts(state(), attempts);
        return attempts;
      });
      return peace && helpOn();
    }
    time.reach(Math.max(next, time.micros() + 1));
    return true;
  }

  /// Whether nothing is under way and nothing is due.
  private boolean idle() {
    return time.nextAlarm() == Long.MAX_VALUE
        && Objects.requireNonNull(node).nextTimer() == null
        && Objects.requireNonNull(node).inputs() == 0
        && storage.durable(ledger.end()) == ledger.end();
  }

  /// In peace: what stands still for a reason that a person has to mend is mended.
  ///
  /// @return whether anything was left to mend
  private boolean helpOn() {
    var state = Objects.requireNonNull(node).state();
    var people = Objects.requireNonNull(clients);
    boolean any = false;
    for (var id : state.tasks().keySet().stream().sorted().toList()) {
      var task = Objects.requireNonNull(disk.peek(() -> state.tasks().get(id)));
      if (task.status() == TaskStatus.RUNNING) {
        rules.notStuck(state, task, Objects.requireNonNull(node).attempts());
        continue;
      } else if (task.status() == TaskStatus.QUEUED) {
        continue;
      } else if (task.status() == TaskStatus.DIVERGED && random.nextBoolean()) {
        people.cancel(id);
      } else {
        people.resume(id);
      }
      any = true;
    }
    return any;
  }

  EngineState state() {
    return Objects.requireNonNull(node).state();
  }

  Rules rules() {
    return rules;
  }

  SimUniverses universes() {
    return universes;
  }

  /// Whether the task came by code that is not deterministic: then its replay may differ.
  boolean impure(TaskId task) {
    return impureTasks.contains(task);
  }

  /// What programs of the task were called with.
  Set<Payload> calls(TaskId task) {
    return calls.getOrDefault(task, Set.of());
  }

  Coverage coverage() {
    return coverage;
  }

  private void flipSometimes() {
    if (random.nextInt(4) == 0 && disk.files().contains("perdure-log")) {
      disk.failAtRates(FaultRates.NONE);
      disk.limitTo(Long.MAX_VALUE);
      new BitFlip(disk, settings, random).check();
      coverage.add("flipped bits found or harmless", 1);
    }
  }

  /// A hash over all bytes on the disk: equal for two runs of one seed.
  String digest() {
    var hash = new StringBuilder();
    for (var name : disk.files()) {
      hash.append(name).append(Hash.ofBytes(disk.durableBytes(name)));
    }
    return Hash.ofBytes(hash.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
