package dev.perdure.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.Version;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the tour of the README: its snippets stand here and in the shop, line for line.
class TourTest {
  private static final FunctionName LOOKUP = new FunctionName("lookupUser");

  private final Catalog catalog =
      new Catalog() {
        @Override
        public User user(String id) {
          return new User(id, "Ada");
        }

        @Override
        public List<Item> items(String userId) {
          return List.of(new Item("apple", 2));
        }
      };

  private final Warehouse warehouse = (userId, items) -> "receipt for " + userId;

  @Test
  void theEmbeddedProgramAnswers(@TempDir Path dir) {
    Response seen;
    try (var perdure = Perdure.open(dir)) {
      perdure.effects().bind(Catalog.class, catalog).bind(Warehouse.class, warehouse);
      perdure.deploy("v1", Shop.class);
      var answer = perdure.call("handleRequest", new Request("7"), Response.class);
      seen = answer;
    }
    assertThat(seen.greeting()).isEqualTo("Hello, Ada");
  }

  @Test
  void trafficMovesInSteps(@TempDir Path dir) {
    try (var perdure = Perdure.open(dir)) {
      perdure.effects().bind(Catalog.class, catalog).bind(Warehouse.class, warehouse);
      perdure.deploy("v1", Shop.class);
      perdure.deploy("v2", LookupUserShouting.class);
      perdure.shadow("lookupUser", "v1", "v2");
      perdure.percent("lookupUser", "v1", "v2", 5);
      perdure.primary("lookupUser", "v2");
      var answer = perdure.call("handleRequest", new Request("7"), Response.class);
      assertThat(answer.greeting()).isEqualTo("Hello, ADA");
    }
  }

  @Test
  void aTaskIsReplayedWithOneFunctionSwitched(@TempDir Path dir) {
    try (var perdure = Perdure.open(dir)) {
      perdure.effects().bind(Catalog.class, catalog).bind(Warehouse.class, warehouse);
      perdure.deploy("v1", Shop.class);
      perdure.deploy("debug", LookupUserDebug.class);
      var task = perdure.start("handleRequest", List.of(new Request("7")), StartOptions.NONE);
      perdure.node().await(task);
      var report = perdure.node().replay(task, Map.of(LOOKUP, new Version("debug")), Extras.none());
      assertThat(report.divergence()).isNull();
      assertThat(report.calls().getFirst().result().lines()).hasSize(2);
    }
  }
}
