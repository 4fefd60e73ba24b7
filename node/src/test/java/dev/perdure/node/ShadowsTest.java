package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// E23: candidates that run beside tasks, on a budget.
class ShadowsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int RUN_MILLIS = 100;

  /// What the functions here ask.
  @Effect
  public interface Counter {
    int add(int n);
  }

  /// Asks for two numbers and adds them.
  public static final class Primary {
    private final Counter counter;

    public Primary(Counter counter) {
      this.counter = counter;
    }

    @Routed
    public int work(int n) {
      int first = counter.add(n);
      int second = counter.add(n + 1);
      return first + second;
    }
  }

  /// The same behaviour, written in another way.
  public static final class Refactored {
    private final Counter counter;

    public Refactored(Counter counter) {
      this.counter = counter;
    }

    @Routed
    public int work(int n) {
      int sum = 0;
      for (int i = n; i <= n + 1; i++) {
        sum += counter.add(i);
      }
      return sum;
    }
  }

  /// The same result, the effects in another order.
  public static final class Reordered {
    private final Counter counter;

    public Reordered(Counter counter) {
      this.counter = counter;
    }

    @Routed
    public int work(int n) {
      int second = counter.add(n + 1);
      int first = counter.add(n);
      return first + second;
    }
  }

  /// The same effects, another result.
  public static final class Different {
    private final Counter counter;

    public Different(Counter counter) {
      this.counter = counter;
    }

    @Routed
    public int work(int n) {
      return Math.max(counter.add(n), counter.add(n + 1));
    }
  }

  /// Asks once more than the primary.
  public static final class Greedy {
    private final Counter counter;

    public Greedy(Counter counter) {
      this.counter = counter;
    }

    @Routed
    public int work(int n) {
      return counter.add(n) + counter.add(n + 1) + counter.add(n + 2);
    }
  }

  /// Never ends.
  public static final class Looping {
    @Routed
    public int work(int n) {
      int i = n;
      while (i < Integer.MAX_VALUE) {
        i = i == 1 ? n : 1;
      }
      return i;
    }
  }

  /// Calls itself without end.
  public static final class Recursive {
    @Routed
    public int work(int n) {
      return 1 + deeper(n);
    }

    private int deeper(int n) {
      return n == Integer.MIN_VALUE ? n : 1 + deeper(n);
    }
  }

  /// Takes 10 GB of memory, and keeps it.
  public static final class Hungry {
    @Routed
    public int work(int n) {
      var kept = new ArrayList<byte[]>();
      for (int i = 0; i < 10_000; i++) {
        kept.add(new byte[1_000_000]);
      }
      return kept.size() + n;
    }
  }

  /// Takes 2 GB at once.
  public static final class Gulping {
    @Routed
    public int work(int n) {
      return new byte[2_000_000_000 + n].length;
    }
  }

  /// Stays in the platform's code, which never looks at a budget, for minutes.
  public static final class Blocking {
    @Routed
    public int work(int n) {
      var many = Collections.nCopies(Integer.MAX_VALUE, List.of(n, 1, 2, 3, 4, 5, 6));
      return Collections.frequency(many, List.of(n, 1, 2, 3, 4, 5, 7));
    }
  }

  private final AtomicInteger performed = new AtomicInteger();
  @TempDir Path dir;

  private Perdure open(ShadowLimits limits) {
    var perdure = Perdure.open(NodeConfig.in(dir).withShadowLimits(limits));
    perdure
        .effects()
        .bind(
            Counter.class,
            n -> {
              performed.incrementAndGet();
              return n;
            });
    perdure.deploy("v1", Primary.class);
    return perdure;
  }

  private static ShadowLimits small() {
    return ShadowLimits.defaults().onBusyMachine().withRun(RUN_MILLIS, 16 << 20);
  }

  private static TaskId shadowed(Perdure perdure, int n) {
    var task = perdure.start("work", List.of(n), StartOptions.NONE);
    assertThat(perdure.await(task, Integer.class)).isEqualTo(2 * n + 1);
    assertThat(perdure.node().awaitShadows(LONG)).isTrue();
    return task;
  }

  private static List<Divergence> divergences(Perdure perdure, TaskId task) {
    return perdure.node().history(task).stream()
        .filter(Event.Shadowed.class::isInstance)
        .flatMap(e -> ((Event.Shadowed) e).report().divergences().stream())
        .toList();
  }

  private static ShadowCount count(Perdure perdure) {
    var key = new ShadowCount.Key(new FunctionName("work"), new Version("v1"), new Version("v2"));
    return perdure.node().read(state -> state.shadows().get(key));
  }

  private List<Divergence> found(Class<?> candidate) {
    try (var perdure = open(small())) {
      perdure.deploy("v2", candidate);
      perdure.shadow("work", "v1", "v2");
      var task = shadowed(perdure, 7);
      assertThat(performed).hasValue(2);
      assertThat(count(perdure).same() + count(perdure).different()).isEqualTo(1);
      return divergences(perdure, task);
    }
  }

  @Test
  void anHonestRefactoringIsNotFound() {
    assertThat(found(Refactored.class)).isEmpty();
  }

  @Test
  void anotherOrderOfEffectsIsFoundThoughTheResultIsTheSame() {
    assertThat(found(Reordered.class))
        .first()
        .extracting(Divergence::kind)
        .isEqualTo(Divergence.Kind.ORDER);
  }

  @Test
  void anotherResultIsFoundThoughTheEffectsAreTheSame() {
    assertThat(found(Different.class))
        .extracting(Divergence::kind)
        .containsExactly(Divergence.Kind.RESULT);
  }

  @Test
  void anEffectInExcessIsFoundAndNotPerformed() {
    assertThat(found(Greedy.class))
        .extracting(Divergence::kind)
        .containsExactly(Divergence.Kind.EXTRA);
  }

  @ParameterizedTest
  @ValueSource(classes = {Looping.class, Recursive.class, Hungry.class, Gulping.class})
  void aCandidateWithoutBoundsIsStopped(Class<?> candidate) {
    var only = found(candidate);
    assertThat(only).hasSize(1);
    assertThat(only.getFirst().kind()).isEqualTo(Divergence.Kind.STOPPED);
    assertThat(only.getFirst().asked())
        .containsAnyOf("ran for more than 100 ms", "StackOverflow", "allocated more than 16777216");
  }

  @Test
  void aCandidateThatWasStoppedRestsAndItsCallsAreDroppedAndCountedInTheLog() {
    try (var perdure = open(small())) {
      perdure.deploy("v2", Looping.class);
      perdure.shadow("work", "v1", "v2");
      shadowed(perdure, 1);
      for (int n = 2; n < 12; n++) {
        shadowed(perdure, n);
      }
      assertThat(count(perdure).different()).isEqualTo(1);
      assertThat(perdure.node().shadowFigures().dropped()).isEqualTo(10);
    }
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      assertThat(count(perdure).dropped()).isEqualTo(10);
    }
  }

  @Test
  void anotherCandidateIsComparedWhileOneRests() {
    try (var perdure = open(small())) {
      perdure.deploy("v2", Looping.class);
      perdure.shadow("work", "v1", "v2");
      shadowed(perdure, 1);
      perdure.deploy("v3", Refactored.class);
      perdure.shadow("work", "v1", "v3");
      assertThat(divergences(perdure, shadowed(perdure, 2))).isEmpty();
      assertThat(perdure.node().shadowFigures().dropped()).isZero();
    }
  }

  @Test
  void onABusyMachineCallsWaitAndWhatHasNoRoomIsDropped() {
    int more = 5;
    int offered = Limits.SHADOWS_WAITING_MAX + more;
    var never = new ShadowLimits(0, RUN_MILLIS, 1 << 20, 1);
    try (var perdure = open(never)) {
      perdure.deploy("v2", Refactored.class);
      perdure.shadow("work", "v1", "v2");
      for (int n = 0; n < offered; n++) {
        perdure.call("work", n, Integer.class);
      }
      var figures = perdure.node().shadowFigures();
      assertThat(figures.dropped()).isEqualTo(more);
      assertThat(figures.unfinished()).isEqualTo(Limits.SHADOWS_WAITING_MAX);
      var compared =
          new ShadowCount.Key(new FunctionName("work"), new Version("v1"), new Version("v2"));
      assertThat(perdure.node().unfinishedShadows())
          .containsExactly(Map.entry(compared, (long) Limits.SHADOWS_WAITING_MAX));
    }
  }

  @Test
  void aCandidateThatIsStuckInThePlatformIsGivenUpAndOthersAreCompared() {
    try (var perdure = open(small())) {
      perdure.deploy("v2", Blocking.class);
      perdure.shadow("work", "v1", "v2");
      var task = perdure.start("work", List.of(7), StartOptions.NONE);
      perdure.await(task, Integer.class);
      perdure.deploy("v3", Refactored.class);
      perdure.shadow("work", "v1", "v3");
      while (perdure.node().shadowFigures().stuck() == 0) {
        perdure.call("work", 8, Integer.class);
      }
      assertThat(perdure.node().awaitShadows(LONG)).isTrue();
      assertThat(divergences(perdure, task).getFirst().asked()).contains("platform method");
      assertThat(divergences(perdure, shadowed(perdure, 9))).isEmpty();
    }
  }
}
