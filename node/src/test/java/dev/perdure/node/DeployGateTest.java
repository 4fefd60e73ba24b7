package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.api.Clock;
import dev.perdure.api.Effect;
import dev.perdure.api.Previous;
import dev.perdure.api.Routed;
import dev.perdure.engine.Change;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.log.Durability;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E27: a candidate on the histories of what ran before it.
class DeployGateTest {
  private static final int TASKS = 10_000;
  private static final int OLD = 25;
  private static final Change TEST = new Change("test", "");

  /// Where parcels go.
  @Effect
  public interface Depot {
    String hand(String label);
  }

  /// What ran long ago.
  public static final class Letters {
    private final Depot depot;

    public Letters(Depot depot) {
      this.depot = depot;
    }

    @Routed
    public String post(long number) {
      return depot.hand("letter " + number);
    }
  }

  /// What runs: every hundredth parcel waits for a day.
  public static final class Parcels {
    private final Depot depot;
    private final Clock clock;

    public Parcels(Depot depot, Clock clock) {
      this.depot = depot;
      this.clock = clock;
    }

    @Routed
    public String deliver(long number) {
      var place = depot.hand(label(number));
      if (number % 100 == 0) {
        clock.sleep(Duration.ofDays(1));
      }
      return place;
    }

    @Routed
    public String label(long number) {
      return "parcel " + number;
    }

    @Routed
    public String post(long number) {
      return "";
    }
  }

  /// The same in other words, but for a few numbers: another label, an effect in excess or none, a
  /// loop without end.
  public static final class Candidate {
    private final Depot depot;
    private final Clock clock;

    public Candidate(Depot depot, Clock clock) {
      this.depot = depot;
      this.clock = clock;
    }

    @Routed
    public String deliver(long number) {
      if (number % 1000 == 13) {
        depot.hand("a copy of " + number);
      }
      if (number % 5000 == 21) {
        return "nowhere";
      }
      var place = depot.hand(label(number));
      if (number % 100 == 0) {
        clock.sleep(Duration.ofDays(number % 5000 == 100 ? 2 : 1));
      }
      return place;
    }

    @Routed
    public String label(long number) {
      var start = number % 2000 == 7 ? "Parcel" : "parcel";
      return start + ' ' + number;
    }

    @Routed
    public String post(long number) {
      return depot.hand("letter " + number);
    }
  }

  private static boolean planted(long number) {
    return number % 1000 == 13 || number % 5000 == 21 || number % 5000 == 100 || number % 2000 == 7;
  }

  private static Perdure opened(Path dir) {
    var perdure =
        Perdure.open(NodeConfig.in(dir).withDurability(Durability.async(1_000)).withLines(_ -> {}));
    perdure.effects().bind(Depot.class, label -> "shelf of " + label);
    return perdure;
  }

  private static TaskId started(Perdure perdure, String function, long number) {
    return perdure.start(function, List.of(number), StartOptions.NONE);
  }

  private static String texts(GateReport.Findings findings) {
    return findings.first().stream()
        .map(GateReport.Finding::text)
        .collect(Collectors.joining("\n"));
  }

  private static Set<TaskId> tasks(GateReport.Findings findings) {
    var tasks = new HashSet<TaskId>();
    findings.first().forEach(finding -> tasks.add(finding.task()));
    return tasks;
  }

  @Test
  void tenThousandTasksAreCountedExactly(@TempDir Path dir) throws IOException {
    var lost = new HashSet<TaskId>();
    var diverging = new HashSet<TaskId>();
    Path universe;
    try (var perdure = opened(dir)) {
      var letters = perdure.deploy("v0", Letters.class);
      for (long i = 0; i < OLD; i++) {
        lost.add(started(perdure, "post", i));
      }
      lost.forEach(task -> perdure.await(task, String.class));
      perdure.deploy("v1", Parcels.class);
      perdure.primary("post", "v1");
      perdure.node().remove(new Version("v0"), TEST);
      universe = universe(dir, letters.hash().toString());
      var others = new ArrayList<TaskId>();
      for (long i = 0; i < TASKS - OLD; i++) {
        var task = started(perdure, "deliver", i);
        if (planted(i)) {
          diverging.add(task);
        }
        if (i % 100 != 0) {
          others.add(task);
        }
      }
      others.forEach(task -> perdure.await(task, String.class));
      await().until(() -> perdure.node().read(DeployGateTest::allSleep));
    }
    Files.delete(universe);
    try (var perdure = Perdure.open(NodeConfig.in(dir).withoutRunningTasks())) {
      var report = perdure.check("v2", TASKS, Candidate.class);
      int live = (TASKS - OLD + 99) / 100;
      assertThat(report.tasks()).isEqualTo(new GateReport.Tasks(live, TASKS - live, TASKS - OLD));
      assertThat(tasks(report.diverging()))
          .as(() -> texts(report.diverging()))
          .isEqualTo(diverging);
      assertThat(report.diverging().count()).isEqualTo(diverging.size());
      assertThat(tasks(report.unreplayable())).isEqualTo(lost);
      assertThat(report.unreplayable().first())
          .allSatisfy(finding -> assertThat(finding.text()).startsWith("UNIVERSE_MISSING: "));
      assertThat(report.clean()).isEqualTo(TASKS - OLD - diverging.size());
      assertThat(report.passed()).isFalse();
      assertThat(perdure.node().<Integer>read(state -> state.universes().size())).isOne();
    }
  }

  private static boolean allSleep(EngineState state) {
    return state.tasks().values().stream()
        .allMatch(task ->
            task.waiting().values().stream()
                .anyMatch(waiting -> waiting.effect() instanceof dev.perdure.engine.Effect.Sleep));
  }

  /// The file that holds a universe.
  private static Path universe(Path dir, String hash) throws IOException {
    try (var files = Files.list(dir.resolve("universes"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(hash.replace("sha256:", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Divergence first(Perdure perdure, TaskId task, Class<?> candidate) {
    var report = perdure.check("v2", 1, candidate);
    assertThat(report.diverging().first()).hasSize(1);
    var finding = (GateReport.Diverging) report.diverging().first().getFirst();
    assertThat(finding.task()).isEqualTo(task);
    assertThat(finding.recorded()).isEqualTo(new Version("v1"));
    return finding.first();
  }

  @Test
  void theFirstDifferenceIsToldWithBothSidesAndTheirPlaces(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v1", Parcels.class);
      var task = started(perdure, "deliver", 7);
      perdure.await(task, String.class);
      var first = first(perdure, task, Candidate.class);
      assertThat(first.kind()).isEqualTo(Divergence.Kind.ARGUMENTS);
      assertThat(first.recorded()).contains("parcel 7");
      assertThat(first.asked()).contains("Parcel 7");
      assertThat(first.recordedAt()).startsWith("DeployGateTest.java:");
      assertThat(first.askedAt()).startsWith("DeployGateTest.java:");
      assertThat(first.askedAt()).isNotEqualTo(first.recordedAt());
    }
  }

  /// Calls the one it stands in for.
  public static final class Shouting {
    private final Function<Long, String> previous;

    public Shouting(@Previous Function<Long, String> previous) {
      this.previous = previous;
    }

    @Routed("label")
    public String label(long number) {
      return previous.apply(number) + "!";
    }
  }

  @Test
  void aCandidateMayCallTheVersionThatItWouldStandInFor(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v1", Parcels.class);
      var task = started(perdure, "deliver", 1);
      perdure.await(task, String.class);
      var first = first(perdure, task, Shouting.class);
      assertThat(first.recorded()).isEqualTo("\"parcel 1\"");
      assertThat(first.asked()).isEqualTo("\"parcel 1!\"");
    }
  }

  /// Never comes back.
  public static final class Endless {
    public Endless() {}

    @Routed("label")
    public String label(long number) {
      long n = number;
      while (n < Long.MAX_VALUE) {
        n = n == number ? n + 1 : number;
      }
      return "parcel " + number;
    }
  }

  @Test
  void aCandidateWithoutEndIsStopped(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v1", Parcels.class);
      var task = started(perdure, "deliver", 1);
      perdure.await(task, String.class);
      var first = first(perdure, task, Endless.class);
      assertThat(first.kind()).isEqualTo(Divergence.Kind.STOPPED);
      assertThat(first.asked()).contains("ran for more than");
    }
  }

  @Test
  void onlyTheNewestOfTheEndedTasksAreReplayed(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v1", Parcels.class);
      var live = started(perdure, "deliver", 200);
      for (long i = 1; i <= 5; i++) {
        perdure.await(started(perdure, "deliver", i), String.class);
      }
      var last = started(perdure, "deliver", 13);
      perdure.await(last, String.class);
      var report = perdure.check("v2", 2, Candidate.class);
      assertThat(report.tasks().ended()).isEqualTo(2);
      assertThat(report.tasks().live()).isOne();
      assertThat(report.clean()).isEqualTo(2);
      assertThat(tasks(report.diverging())).containsExactly(last).doesNotContain(live);
      assertThat(perdure.check("v2", 0, Candidate.class).tasks().ended()).isZero();
    }
  }

  @Test
  void whatCouldNotBeDeployedIsNotChecked(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v1", Parcels.class);
      assertThatThrownBy(() -> perdure.check("v1", 1, Candidate.class))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> assertThat(e.code()).isEqualTo(EngineCode.VERSION_TAKEN));
    }
  }
}
