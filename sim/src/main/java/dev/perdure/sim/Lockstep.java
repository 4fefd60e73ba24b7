package dev.perdure.sim;

import dev.perdure.log.fault.PowerCut;
import dev.perdure.node.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Threads of which exactly one runs at a time. At every point where one may stop, the seed says
/// who goes on: another of them, or the driver, which is the writer and the rest of the world.
///
/// They are real threads that hand a token around; a kill abandons them all, and each ends by an
/// [Abandoned] out of the call that it made last.
final class Lockstep implements Threads {
  /// One in so many parks returns for no reason.
  private static final int SPURIOUS = 24;

  /// One in so many threads gets its turn only once in so many times.
  private static final int SLOWNESS = 8;

  /// The same for those that look something up in the log, half of which are slow: else a life
  /// would seldom end meanwhile.
  private static final int SLOWNESS_OF_READERS = 100;

  private final SplittableRandom random;
  private final Trace trace;
  private final Semaphore driver = new Semaphore(0);
  private final List<Strand> ready = new ArrayList<>();
  private final List<Strand> alive = new ArrayList<>();
  private @Nullable Strand running;
  private boolean abandoned;
  private int made;
  private long points;
  private long killAt = Long.MAX_VALUE;
  private boolean breathing;

  Lockstep(SplittableRandom random, Trace trace) {
    this.random = random;
    this.trace = trace;
  }

  /// One thread, and whether it may go on.
  private final class Strand implements Parked {
    private final int number;
    private final String name;
    private final Thread thread;
    private final Semaphore go = new Semaphore(0);
    private final int slowness;
    private boolean permit;
    private boolean parked;
    private boolean started;
    private boolean ended;

    Strand(int number, String name, int slowness, Runnable body) {
      this.slowness = slowness;
      this.number = number;
      this.name = name;
      this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
    }

    private void run(Runnable body) {
      try {
        body.run();
      } catch (Abandoned | PowerCut over) {
        trace.say(() -> "  over " + this);
      } finally {
        ended = true;
        driver.release();
      }
    }

    /// Lets it run until it stops. Called by the driver.
    void advance() {
      running = this;
      if (started) {
        go.release();
      } else {
        started = true;
        thread.start();
      }
      driver.acquireUninterruptibly();
      running = null;
      if (ended) {
        alive.remove(this);
      }
    }

    /// Gives the token back. Called by the thread itself.
    void stop() {
      driver.release();
      go.acquireUninterruptibly();
      checkAlive();
    }

    @Override
    public void unpark() {
      if (parked) {
        parked = false;
        ready.add(this);
      } else {
        permit = true;
      }
      breathe();
    }

    /// Does not let anybody run: the caller may hold a monitor.
    @Override
    public void interrupt() {
      thread.interrupt();
      if (parked) {
        parked = false;
        ready.add(this);
      }
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public String toString() {
      return name + " (" + number + ")";
    }
  }

  @Override
  public void start(String name, Runnable body) {
    checkAlive();
    boolean reads = name.equals("recall");
    boolean slow = random.nextInt(reads ? 2 : SLOWNESS) == 0;
    int slowness = !slow ? 1 : reads ? SLOWNESS_OF_READERS : SLOWNESS;
    var strand = new Strand(made++, name, slowness, body);
    alive.add(strand);
    ready.add(strand);
    breathe();
  }

  @Override
  public Parked current() {
    return self();
  }

  private Strand self() {
    if (running == null) {
      throw new IllegalStateException("the driver is no thread of the simulation");
    }
    return running;
  }

  @Override
  public void park() {
    var self = self();
    checkAlive();
    if (self.permit || self.thread.isInterrupted() || random.nextInt(SPURIOUS) == 0) {
      self.permit = false;
      mayStop();
      return;
    }
    self.parked = true;
    points++;
    self.stop();
  }

  @Override
  public void pause() {
    yieldNow();
  }

  /// A point at which the running thread may be stopped; where others may run if the driver calls.
  void mayStop() {
    if (running == null) {
      breathe();
    } else if (abandoned || random.nextInt(4) == 0) {
      yieldNow();
    }
  }

  private void yieldNow() {
    var self = self();
    checkAlive();
    points++;
    ready.add(self);
    self.stop();
  }

  private void checkAlive() {
    if (abandoned && running != null) {
      throw new Abandoned();
    }
  }

  /// Whether some thread can go on.
  boolean anyReady() {
    return !ready.isEmpty();
  }

  /// Lets one thread run until it stops.
  ///
  /// @throws Killed if the moment has come
  void step() {
    if (points >= killAt) {
      throw new Killed();
    }
    points++;
    int pick = random.nextInt(ready.size());
    var strand = ready.get(pick);
    if (random.nextInt(strand.slowness) != 0) {
      return;
    }
    var last = ready.removeLast();
    if (last.number != strand.number) {
      ready.set(pick, last);
    }
    trace.say(() -> "  run " + strand);
    strand.advance();
  }

  /// In the middle of what the driver does: on a real machine the other threads run now.
  private void breathe() {
    if (running != null || breathing || abandoned) {
      return;
    }
    breathing = true;
    try {
      while (!ready.isEmpty() && random.nextInt(3) == 0) {
        step();
      }
    } finally {
      breathing = false;
    }
  }

  /// Kills the process at a later point: 1 is the next one.
  void killAfter(long morePoints) {
    killAt = points + morePoints;
  }

  /// How many points there were.
  long points() {
    return points;
  }

  /// How many threads there are.
  int size() {
    return alive.size();
  }

  /// Ends all threads; none of them does anything any more.
  void abandon() {
    abandoned = true;
    ready.clear();
    while (!alive.isEmpty()) {
      var strand = alive.getLast();
      if (strand.started) {
        strand.advance();
      } else {
        alive.remove(strand);
      }
    }
  }
}
