package dev.perdure.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Routed;
import dev.perdure.engine.Change;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.Version;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import dev.perdure.node.TaskFailed;
import dev.perdure.node.TypeToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
  private static final FunctionName LOOKUP = new FunctionName("lookupUser");
  private final AtomicInteger lookups = new AtomicInteger();
  private final AtomicInteger reservations = new AtomicInteger();

  private final class CountingCatalog implements Catalog {
    @Override
    public User user(String id) {
      lookups.incrementAndGet();
      if (id.equals("nobody")) {
        throw new IllegalArgumentException("there is no user nobody");
      }
      return new User(id, "Ada " + id);
    }

    @Override
    public List<Item> items(String userId) {
      return List.of(new Item("apple", 2), new Item("pear", 1));
    }
  }

  private Perdure bound(Perdure perdure) {
    perdure
        .effects()
        .bind(Catalog.class, new CountingCatalog())
        .bind(
            Warehouse.class,
            (userId, items) ->
                "receipt " + userId + " " + items + " #" + reservations.incrementAndGet());
    return perdure;
  }

  @Test
  void aFunctionIsCalledDurably(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      var answer = perdure.call("handleRequest", new Request("7"), Response.class);
      assertThat(answer)
          .isEqualTo(
              new Response(
                  "Hello, Ada 7",
                  List.of(new Item("apple", 2), new Item("pear", 1)),
                  "receipt 7 2 #1"));
    }
  }

  @Test
  void aResultIsThereAfterTheEngineWasOpenedAgain(@TempDir Path dir) {
    var options = StartOptions.NONE.withKey("order-1");
    Response first;
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      first = perdure.call("handleRequest", List.of(new Request("7")), Response.class, options);
    }
    try (var perdure = bound(Perdure.open(dir))) {
      var again = perdure.call("handleRequest", List.of(new Request("7")), Response.class, options);
      assertThat(again).isEqualTo(first);
      assertThat(reservations).hasValue(1);
    }
  }

  @Test
  void aTaskFailsWithWhatItsEffectThrew(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      assertThatThrownBy(() -> perdure.call("handleRequest", new Request("nobody"), Response.class))
          .isInstanceOf(TaskFailed.class)
          .hasMessageContaining("there is no user nobody");
    }
  }

  @Test
  void aTaskIsReplayedWithoutSideEffects(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      var task = perdure.start("handleRequest", List.of(new Request("7")), StartOptions.NONE);
      var outcome = perdure.node().await(task);
      var report = perdure.node().replay(task, Map.of(), Extras.none());
      assertThat(report.divergence()).isNull();
      assertThat(report.outcome()).isNotNull().matches(o -> o.same(outcome));
      assertThat(lookups).hasValue(1);
      assertThat(reservations).hasValue(1);
    }
  }

  @Test
  void aTaskIsReplayedWithOneFunctionSwitchedToADebugVersion(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      perdure.deploy("debug", LookupUserDebug.class);
      var task = perdure.start("handleRequest", List.of(new Request("7")), StartOptions.NONE);
      var outcome = perdure.node().await(task);
      var report = perdure.node().replay(task, Map.of(LOOKUP, new Version("debug")), Extras.none());
      assertThat(report.divergence()).isNull();
      assertThat(report.outcome()).isNotNull().matches(o -> o.same(outcome));
      assertThat(report.calls()).hasSize(1);
      assertThat(report.calls().getFirst().result().lines())
          .containsExactly(
              "INFO lookupUser called with 7", "INFO lookupUser returns User[id=7, name=Ada 7]");
      assertThat(report.calls().getFirst().result().divergences()).isEmpty();
      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void trafficMovesToAnotherVersionOfOneFunctionAndBack(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      perdure.deploy("v2", LookupUserShouting.class);
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
      perdure.primary("lookupUser", "v2");
      assertThat(greeting(perdure)).isEqualTo("Hello, ADA 7");
      perdure.primary("lookupUser", "v1");
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
    }
  }

  private static String greeting(Perdure perdure) {
    return perdure.call("handleRequest", new Request("7"), Response.class).greeting();
  }

  @Test
  void aShadowFindsADifferenceAndPerformsNothing(@TempDir Path dir) {
    var limits = ShadowLimits.defaults().onBusyMachine();
    try (var perdure = bound(Perdure.open(NodeConfig.in(dir).withShadowLimits(limits)))) {
      perdure.deploy("v1", Shop.class);
      perdure.deploy("v2", LookupUserShouting.class);
      perdure.shadow("lookupUser", "v1", "v2");
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
      assertThat(perdure.node().awaitShadows(Duration.ofMinutes(1))).isTrue();
      var count =
          perdure
              .node()
              .read(state ->
                  state
                      .shadows()
                      .get(new ShadowCount.Key(LOOKUP, new Version("v1"), new Version("v2")))
                      .different());
      assertThat(count).isEqualTo(1);
      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void aReplayWithOtherCodeDivergesAtTheFirstOtherEffect(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      perdure.deploy("v2", LookupUserShouting.class);
      var task = perdure.start("handleRequest", List.of(new Request("7")), StartOptions.NONE);
      perdure.node().await(task);
      var report = perdure.node().replay(task, Map.of(LOOKUP, new Version("v2")), Extras.none());
      assertThat(report.calls().getFirst().result().divergences())
          .extracting(Divergence::kind)
          .containsExactly(Divergence.Kind.RESULT);
    }
  }

  @Test
  void aVersionSetForOneTaskServesThatTaskOnly(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      perdure.deploy("v2", LookupUserShouting.class);
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
      var options = StartOptions.NONE.withOverrides(Map.of(LOOKUP, new Version("v2")));
      var forced =
          perdure.call("handleRequest", List.of(new Request("7")), Response.class, options);
      assertThat(forced.greeting()).isEqualTo("Hello, ADA 7");
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
    }
  }

  @Test
  void aDeployThatIsRefusedLeavesTheVersionAsItWas(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
    }
    try (var perdure = bound(Perdure.open(dir))) {
      assertThatThrownBy(() -> perdure.deploy("v1", LookupUserShouting.class))
          .hasMessageContaining("VERSION_TAKEN");
      assertThat(greeting(perdure)).isEqualTo("Hello, Ada 7");
    }
  }

  /// Takes what no caller sends.
  static final class LookupUserByNumber {
    @Routed("lookupUser")
    User lookupUser(long number) {
      return new User(Long.toString(number), "Ada");
    }
  }

  @Test
  void aVersionThatCannotReadWhatItsCallersSendIsRefused(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      assertThatThrownBy(() -> perdure.deploy("v2", LookupUserByNumber.class))
          .hasMessageContaining("JAVA_INCOMPATIBLE")
          .hasMessageContaining("lookupUser cannot stand in for that of v1: argument 1");
      assertThat(perdure.node().<Integer>read(state -> state.universes().size())).isEqualTo(1);
    }
  }

  @Test
  void aResultWithTypeArgumentsIsReadByATypeToken(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      List<Item> called = perdure.call("listItems", "7", new TypeToken<List<Item>>() {});
      assertThat(called).containsExactly(new Item("apple", 2), new Item("pear", 1));
      var task = perdure.start("listItems", List.of("7"), StartOptions.NONE);
      List<Item> awaited = perdure.await(task, new TypeToken<>() {});
      assertThat(awaited).isEqualTo(called);
    }
  }

  @Test
  <T> void aResultTypeThatIsNoValueIsRefusedBeforeATaskIsStarted(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      assertThatThrownBy(() -> perdure.call("listItems", "7", new TypeToken<List<T>>() {}))
          .hasMessageContaining("TYPE_NOT_A_VALUE")
          .hasMessageContaining("java.util.List<T>");
      assertThat(perdure.node().<Boolean>read(state -> state.ended().isEmpty()))
          .as("nothing was started")
          .isTrue();
    }
  }

  @Test
  void aTaskIsReplayedHereAndElsewhereAfterItsVersionWasRemoved(@TempDir Path dir) {
    try (var perdure = bound(Perdure.open(dir))) {
      perdure.deploy("v1", Shop.class);
      var task = perdure.start("handleRequest", List.of(new Request("7")), StartOptions.NONE);
      var outcome = perdure.node().await(task);
      perdure.deploy("copy", Shop.class);
      for (var function : List.of("handleRequest", "lookupUser", "listItems")) {
        perdure.primary(function, "copy");
      }
      perdure.node().remove(new Version("v1"), new Change("ada", "done with it"));
      var report = perdure.node().replay(task, Map.of(), Extras.none());
      assertThat(report.divergence()).isNull();
      assertThat(report.outcome()).isNotNull().matches(o -> o.same(outcome));
      var exported = perdure.node().exportTask(task);
      try (var elsewhere = Perdure.inMemory()) {
        elsewhere.node().importTask(exported, new Change("ada", "a look"));
        var there = elsewhere.node().replay(task, Map.of(), Extras.none());
        assertThat(there.outcome()).as("its code travels with it").isEqualTo(report.outcome());
      }
    }
  }
}
