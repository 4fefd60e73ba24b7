package dev.perdure.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Revision;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Threshold;
import dev.perdure.engine.Version;
import dev.perdure.examples.boxes.BoxedLine;
import dev.perdure.examples.boxes.BoxedTotal;
import dev.perdure.index.IndexReader;
import dev.perdure.index.QueryLimits;
import dev.perdure.log.aes.KeyFile;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import dev.perdure.node.TaskFailed;
import dev.perdure.node.TypeToken;
import dev.perdure.node.Universe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the Java guide: its snippets stand here and in the program, line for line.
class GuideTest {
  private static final FunctionName TOTAL = new FunctionName("total");

  private final Order order =
      new Order(
          "1",
          "ada",
          List.of(new Line("plum", 2), new Line("pear", 1)),
          Optional.of(LocalDate.of(2030, 1, 31)));
  private final Order many = new Order("2", "bob", List.of(new Line("plum", 20)), Optional.empty());

  private static Perdure opened(Path dir) {
    var limits = ShadowLimits.defaults().onBusyMachine();
    var perdure = Perdure.open(NodeConfig.in(dir).withShadowLimits(limits));
    bind(perdure);
    perdure.deploy("v1", Orders.class);
    return perdure;
  }

  private static void bind(Perdure perdure) {
    perdure.effects().bind(Stock.class, new MemoryStock());
    perdure.effects().bind(Payments.class, new MemoryPayments());
  }

  private static Decision accepted(String receipt, String total) {
    return new Decision.Accepted(receipt, new BigDecimal(total));
  }

  private BigDecimal total(Perdure perdure) {
    return perdure.call("total", many.lines(), BigDecimal.class);
  }

  @Test
  void theProgramAnswersAnOrder(@TempDir Path dir) {
    Decision seen;
    try (var perdure = Perdure.open(dir)) {
      perdure.effects().bind(Stock.class, new MemoryStock());
      perdure.effects().bind(Payments.class, new MemoryPayments());
      perdure.deploy("v1", Orders.class);
      var decision = perdure.call("placeOrder", order, Decision.class);
      seen = decision;
    }
    assertThat(seen).isEqualTo(accepted("ada paid 1.2", "1.2"));
  }

  @Test
  void tasksOfItsOwnGiveAListThatATypeTokenReads(@TempDir Path dir) {
    var orders = List.of(order, many);
    try (var perdure = opened(dir)) {
      var decisions = perdure.call("placeAll", orders, new TypeToken<List<Decision>>() {});
      assertThat(decisions.getFirst()).isEqualTo(accepted("ada paid 1.2", "1.2"));
      assertThat(decisions.getLast()).isInstanceOf(Decision.Declined.class);
    }
  }

  @Test
  void aTaskWithAKeyIsStartedOnce(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var options = StartOptions.NONE.withKey("order-" + order.id());
      var once = perdure.call("placeOrder", List.of(order), Decision.class, options);
      assertThat(perdure.call("placeOrder", List.of(order), Decision.class, options))
          .isEqualTo(once);
      assertThat(perdure.node().<Integer>read(state -> state.ended().size())).isEqualTo(1);
    }
  }

  @Test
  void aTaskIsStartedAwaitedAndReplayed(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var task = perdure.start("placeOrder", List.of(order), StartOptions.NONE);
      var answer = perdure.await(task, Decision.class);
      assertThat(answer).isEqualTo(accepted("ada paid 1.2", "1.2"));
      var report = perdure.node().replay(task, Map.of(), Extras.none());
      assertThat(report.divergence()).isNull();
    }
  }

  @Test
  void aFunctionThatThrowsFailsItsTask(@TempDir Path dir) {
    var time = Duration.ofDays(1);
    var none = StartOptions.NONE;
    try (var perdure = opened(dir)) {
      assertThatThrownBy(() -> perdure.call("hold", List.of(many, time), String.class, none))
          .isInstanceOf(TaskFailed.class)
          .hasMessageContaining("OutOfStock: only 5 of plum left");
    }
  }

  @Test
  void theFirstBranchOfARaceAnswers(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var arguments = List.of(order, Duration.ofDays(1));
      assertThat(perdure.call("quote", arguments, String.class, StartOptions.NONE))
          .isEqualTo("it costs 1.2");
    }
  }

  @Test
  void theFirstResultCountsIfItComesInTime(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var arguments = List.of(order.lines().getFirst(), Duration.ofDays(1));
      assertThat(perdure.call("soonest", arguments, BigDecimal.class, StartOptions.NONE))
          .isPositive();
    }
  }

  @Test
  void aCancelledTaskCleansUp(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var held = perdure.start("hold", List.of(order, Duration.ofDays(1)), StartOptions.NONE);
      Awaitility.await().until(() -> sleeps(perdure, held));
      perdure.node().cancel(held, new Change("ada", "the customer called"));
      assertThat(perdure.node().await(held))
          .isEqualTo(new Outcome.Cancelled("the customer called"));
      assertThat(perdure.node().history(held).toString()).contains("method=release");
    }
  }

  private static boolean sleeps(Perdure perdure, TaskId task) {
    return perdure.node().read(state -> state.nextTimer() != null && state.task(task) != null);
  }

  @Test
  void methodsAreRegisteredOneByOne(@TempDir Path dir) {
    var universe = Universe.of("v1").register("total", Orders::total);
    try (var perdure = Perdure.run(NodeConfig.in(dir), universe)) {
      bind(perdure);
      assertThat(total(perdure)).isEqualByComparingTo("8");
    }
  }

  @Test
  void aDeadlineCancelsATask(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var soon = StartOptions.NONE.withDeadlineMillis(System.currentTimeMillis() + 100);
      var held = perdure.start("hold", List.of(order, Duration.ofDays(1)), soon);
      assertThat(perdure.node().await(held))
          .isEqualTo(new Outcome.Cancelled("the task's deadline has passed"));
    }
  }

  @Test
  void anotherVersionOfOneFunctionIsShadowedThenServesThenIsTakenBack(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v2", DiscountedTotal.class);
      perdure.shadow("total", "v1", "v2");
      assertThat(total(perdure)).isEqualByComparingTo("8");
      assertThat(perdure.node().awaitShadows(Duration.ofMinutes(1))).isTrue();
      assertThat(differences(perdure)).isEqualTo(1);
      perdure.percent("total", "v1", "v2", 5);
      perdure.primary("total", "v2");
      assertThat(total(perdure)).isEqualByComparingTo("7.2");
      perdure.node().rollback(new Revision(1), new Change("ada", "too generous"));
      assertThat(total(perdure)).isEqualByComparingTo("8");
    }
  }

  @Test
  void aVersionToWhichALineIsSomethingElseReadsTheOldOnes(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("boxes", BoxedTotal.class);
      perdure.primary("total", "boxes");
      var boxes = List.of(new BoxedLine("plum", 2, 10));
      assertThat(perdure.call("total", boxes, BigDecimal.class)).isEqualByComparingTo("8");
      assertThat(total(perdure)).isEqualByComparingTo("8");
    }
  }

  @Test
  void aShareStopsByItselfOrOneTenantGoesFirst(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v2", DiscountedTotal.class);
      var careful = new Threshold(2, 50);
      perdure.route("total", new Policy.Percent(new Version("v1"), new Version("v2"), 5, careful));
      var tenants = Map.of("acme", new Version("v2"));
      perdure.route("total", new Policy.Attribute("tenant", tenants, new Version("v1")));
      assertThat(total(perdure)).isEqualByComparingTo("8");
    }
  }

  @Test
  void aTaskThatWaitsGoesOnWithAnotherVersion(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      var held = perdure.start("hold", List.of(order, Duration.ofDays(1)), StartOptions.NONE);
      perdure.deploy("v2", Orders.class);
      perdure.migrate(held, "v2");
      assertThat(perdure.node().history(held)).anyMatch(Event.Migrated.class::isInstance);
      perdure.node().cancel(held, new Change("ada", "done"));
    }
  }

  private static long differences(Perdure perdure) {
    var key = new ShadowCount.Key(TOTAL, new Version("v1"), new Version("v2"));
    return perdure
        .node()
        .<Long>read(state -> {
          var count = state.shadows().get(key);
          return count == null ? 0 : count.different();
        });
  }

  @Test
  void theDataDirectoryIsEncryptedWithAFileOfKeys(@TempDir Path temp) {
    var dir = temp.resolve("data");
    var file = temp.resolve("keys");
    new KeyFile(file).create();
    var config = NodeConfig.in(dir).withCodec(KeyRing.read(file));
    try (var perdure = Perdure.open(config)) {
      assertThat(perdure.node().log().seals()).isTrue();
    }
    assertThatThrownBy(() -> Perdure.open(dir)).hasMessageContaining("no keys were given");
  }

  @Test
  void anIndexIsKeptWhileTheProgramRuns(@TempDir Path dir) {
    var config = NodeConfig.in(dir).withIndex();
    try (var perdure = Perdure.open(config)) {
      bind(perdure);
      perdure.deploy("v1", Orders.class);
      total(perdure);
      Awaitility.await().until(() -> perdure.node().indexFigures().orElseThrow().lag().isNone());
      try (var reader = IndexReader.open(dir)) {
        var rows = reader.query("select function, status from tasks", QueryLimits.defaults());
        assertThat(rows.rows()).isEqualTo(List.of(List.of("total", "done")));
      }
    }
  }

  @Test
  void oneTaskIsServedByAVersionOfItsOwn(@TempDir Path dir) {
    try (var perdure = opened(dir)) {
      perdure.deploy("v2", DiscountedTotal.class);
      var forced = StartOptions.NONE.withOverrides(Map.of(TOTAL, new Version("v2")));
      var lines = List.of(many.lines());
      assertThat(perdure.call("total", lines, BigDecimal.class, forced))
          .isEqualByComparingTo("7.2");
      assertThat(total(perdure)).isEqualByComparingTo("8");
    }
  }
}
