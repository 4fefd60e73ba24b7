package dev.perdure.node;

import dev.perdure.api.AllFailed;
import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Ids;
import dev.perdure.api.Log;
import dev.perdure.api.Random;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import dev.perdure.api.TaskCancelled;
import dev.perdure.api.Tasks;
import dev.perdure.api.TimedOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Functions that use all that a task can do.
public final class Flows {
  private final World world;
  private final Tasks tasks;
  private final Clock clock;
  private final Log log;
  private final Ids ids;
  private final Random random;

  /// What the functions touch.
  @Effect
  public interface World {
    /// Notes a word and returns how many were noted before.
    int note(String word);

    /// Waits until the test opens the gate.
    String gate(String name);

    /// Throws an exception with the message.
    @ReadOnly
    String fail(String message);
  }

  /// An exception of this program.
  public static final class OutOfStock extends RuntimeException {
    public OutOfStock(String message) {
      super(message);
    }
  }

  public Flows(World world, Tasks tasks, Clock clock, Log log, Ids ids, Random random) {
    this.world = world;
    this.tasks = tasks;
    this.clock = clock;
    this.log = log;
    this.ids = ids;
    this.random = random;
  }

  @Routed
  public List<String> together(List<String> words) {
    var branches = new ArrayList<Supplier<String>>();
    for (var word : words) {
      branches.add(() -> word + " " + world.gate(word));
    }
    return tasks.all(branches);
  }

  @Routed
  public String oneFails() {
    try {
      tasks.all(
          () -> world.fail("bad luck"),
          () -> {
            try {
              clock.sleep(Duration.ofDays(1));
              return "slept";
            } finally {
              world.note("woken");
            }
          });
      return "all went well";
    } catch (OutOfStock e) {
      return "caught " + e.getMessage();
    }
  }

  @Routed
  public String first() {
    return tasks.race(
        () -> {
          clock.sleep(Duration.ofDays(1));
          return "slow";
        },
        () -> "fast " + world.note("fast"));
  }

  @Routed
  public String firstThatWorks() {
    return tasks.any(
        List.of(
            () -> world.fail("the first is down"),
            () -> {
              try {
                clock.sleep(Duration.ofDays(1));
                return "slow";
              } finally {
                world.note("woken");
              }
            },
            () -> {
              clock.sleep(Duration.ofMillis(1));
              return "third";
            }));
  }

  @Routed
  public String noneWorks() {
    try {
      return tasks.any(
          () -> {
            clock.sleep(Duration.ofMillis(1));
            return world.fail("one");
          },
          () -> world.fail("two"));
    } catch (AllFailed e) {
      return e.getMessage() + ": " + e.getCause() + ", " + e.getSuppressed()[0];
    }
  }

  @Routed
  public String inTime(Duration time) {
    try {
      return tasks.within(
          time,
          () -> {
            try {
              clock.sleep(Duration.ofSeconds(1));
              return "done";
            } finally {
              world.note("over");
            }
          });
    } catch (TimedOut e) {
      return e.getMessage();
    }
  }

  @Routed
  public int ofNone() {
    int refused = 0;
    for (var fork :
        List.<Supplier<String>>of(() -> tasks.race(List.of()), () -> tasks.any(List.of()))) {
      try {
        fork.get();
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    return refused + tasks.all(List.of()).size();
  }

  @Routed
  public String anyOfSleepers() {
    return tasks.any(
        () -> {
          clock.sleep(Duration.ofDays(1));
          return "one";
        },
        () -> {
          clock.sleep(Duration.ofDays(2));
          return "two";
        });
  }

  @Routed
  public int twice(int number) {
    return number * 2 + world.note("twice") * 0;
  }

  @Routed
  public int byChild(int number) {
    return tasks.<Integer>start("twice", number).await() + 1;
  }

  @Routed
  public String sleeper(String name) {
    try {
      clock.sleep(Duration.ofDays(1));
      return "slept";
    } catch (TaskCancelled e) {
      world.note("cancelled " + name);
      throw e;
    } finally {
      world.note("clean-up " + name);
    }
  }

  @Routed
  public String parentOfSleeper() {
    var child = tasks.<String>start("sleeper", "child");
    try {
      return child.await();
    } finally {
      world.note("parent");
    }
  }

  @Routed
  public String waitsAtTheGate() {
    world.note("before");
    var opened = world.gate("gate");
    world.note("after");
    return opened;
  }

  @Routed
  public String verylong(boolean until) {
    if (until) {
      clock.sleepUntil(Instant.MAX);
    } else {
      clock.sleep(Duration.ofSeconds(Long.MAX_VALUE));
    }
    return "slept";
  }

  @Routed
  public String given(String word) {
    return "given " + word;
  }

  @Routed
  public int deep(int depth) {
    return depth == 0 ? 0 : 1 + deep(depth - 1);
  }

  @Routed
  public String overflowsBesideASleeper() {
    return tasks.<String>all(() -> overflowsAfterTheGate(), () -> sleeper("x")).getFirst();
  }

  private String overflowsAfterTheGate() {
    return world.gate("gate") + deep(10_000_000);
  }

  @Routed
  public String repeated(int times) {
    return "x".repeat(times);
  }

  @Routed
  public String repeatedAfterTheGate(int times) {
    world.gate("gate");
    return "x".repeat(times);
  }

  @Routed
  public int awaitedByBranches(int branches, int times) {
    var child = tasks.<String>start("repeatedAfterTheGate", times);
    var awaiting = new ArrayList<Supplier<Integer>>();
    for (int i = 0; i < branches; i++) {
      awaiting.add(() -> child.await().length());
    }
    return tasks.all(awaiting).stream().mapToInt(length -> length).sum();
  }

  @Routed
  public boolean draws() {
    log.info("drawing {} and {}", 1, "two");
    var now = clock.now();
    var id = ids.uuid();
    long bits = random.nextLong();
    world.note("drawn");
    return !now.equals(clock.now()) || id.version() == 4 || bits == 0;
  }

  @Routed
  public long readsTheClock(int times) {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += clock.now().getNano();
    }
    return sum;
  }
}
