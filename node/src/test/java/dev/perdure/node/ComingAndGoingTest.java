package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Policy;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Universes that come and go under load leave nothing behind. `-Dperdure.universe.rounds=20000`
/// for the whole distance.
class ComingAndGoingTest {
  private static final int ROUNDS = Integer.getInteger("perdure.universe.rounds", 1_000);

  /// After so many the JVM has settled: what grows from then on is a leak.
  private static final int SETTLED = ROUNDS / 5;

  /// What the engine keeps of a round for good: its tasks' ends, its version, its routes.
  private static final long HEAP_BYTES_A_ROUND_MAX = 4_000;

  /// What the JVM learns of code that stays takes so much at the most, however many rounds there
  /// are: the classes of one round alone take a tenth of it.
  private static final long METASPACE_BYTES_MAX = 1 << 20;

  /// The JVM's own threads and the files they read come and go by so many.
  private static final int JVM = 3;

  private static final Version STAYS = new Version("stays");
  private static final FunctionName STEP = new FunctionName("step");
  private static final Change TEST = new Change("test", "");

  @TempDir Path dir;
  private Perdure perdure;

  @Test
  void universesThatSleptFailedWereCalledAndShadowedLeaveNothingBehind() throws IOException {
    var limits = ShadowLimits.defaults().onBusyMachine();
    try (var opened = Perdure.open(NodeConfig.in(dir).withShadowLimits(limits))) {
      perdure = opened;
      perdure.deploy(STAYS.text(), Staying.class);
      rounds(0, SETTLED);
      var before = settled();
      rounds(SETTLED, ROUNDS);
      var after = settled();
      long heap = (after.heap() - before.heap()) / (ROUNDS - SETTLED);
      System.out.printf(
          "%d rounds: %s, then %s: %d bytes of heap a round%n", ROUNDS, before, after, heap);
      assertThat(heap).isLessThan(HEAP_BYTES_A_ROUND_MAX);
      assertThat(after.metaspace() - before.metaspace()).isLessThan(METASPACE_BYTES_MAX);
      assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + JVM);
      assertThat(after.files()).isLessThanOrEqualTo(before.files() + JVM);
    }
  }

  private Footprint settled() throws IOException {
    await()
        .untilAsserted(() -> {
          System.gc();
          assertThat(perdure.node().loadedUniverses()).isEqualTo(List.of(STAYS));
        });
    return Footprint.now();
  }

  private void rounds(int from, int to) throws IOException {
    for (int round = from; round < to; round++) {
      comeAndGo(new Version("v" + round), "round " + round);
    }
  }

  private void comeAndGo(Version version, String name) throws IOException {
    perdure.node().deploy(version, variant(name), List.of(Passing.class.getName()), TEST);
    route(new Policy.Primary(version));
    assertServed(name);
    route(new Policy.Shadow(STAYS, version, 100));
    assertThat(end(visit("sleep"))).isEqualTo("visited staying");
    assertThat(perdure.node().awaitShadows(Duration.ofMinutes(1))).isTrue();
    route(new Policy.Primary(STAYS));
    perdure.node().remove(version, TEST);
  }

  private void assertServed(String name) {
    var sleeps = visit("sleep");
    var fails = visit("fail");
    var races = visit("race");
    var waits =
        perdure.start(
            "visit",
            List.of("wait"),
            StartOptions.NONE.withDeadlineMillis(System.currentTimeMillis() + 2));
    assertThat(end(sleeps)).isEqualTo("visited " + name);
    assertThat(end(fails)).startsWith("caught ").endsWith(name);
    assertThat(end(races)).isEqualTo("visited " + name);
    assertThat(end(waits)).endsWith("the task's deadline has passed");
  }

  private TaskId visit(String what) {
    return perdure.start("visit", List.of(what), StartOptions.NONE);
  }

  private String end(TaskId task) {
    return switch (perdure.node().await(task)) {
      case Outcome.Returned r -> r.value().text();
      case Outcome.Threw t -> t.failure().toString();
      case Outcome.Cancelled c -> c.why();
    };
  }

  private void route(Policy policy) {
    perdure.node().route(Map.of(STEP, policy), false, TEST);
  }

  /// The passing universe under another name: other content, another hash.
  private static ClassSource variant(String name) throws IOException {
    var host = ClassSource.host(Passing.class.getClassLoader());
    var passing = host.classFile(Passing.class.getName());
    var renamed =
        ClassTransform.transformingMethodBodies((code, element) -> {
          if (element instanceof ConstantInstruction constant
              && Passing.NAME.equals(constant.constantValue())) {
            code.loadConstant(name);
          } else {
            code.with(element);
          }
        });
    var file = ClassFile.of();
    return ClassSource.memory(
        Map.of(
            Passing.class.getName(), file.transformClass(file.parse(passing), renamed),
            Passing.Failed.class.getName(), host.classFile(Passing.Failed.class.getName())));
  }
}
