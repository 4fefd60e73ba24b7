package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Tried;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LinesCommandTest {
  private static final String[] GREET = {
    "call",
    "handleRequest",
    "\"7\"",
    "--bind",
    "shop.Catalog=shop.MemoryCatalog",
    "--classpath",
    "shop-v1.jar"
  };

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deploy() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
  }

  private Node open() {
    return Node.open(
        NodeConfig.in(directory.resolve("perdure-data")).withIndex().withLines(_ -> {}));
  }

  @Test
  void linesOfADirectoryThatNobodyOwnsAreFoundByWhatIsKnownOfThem() {
    sandbox.out(GREET);
    var line = sandbox.out("lines");
    assertThat(line).contains("  INFO   ", "handleRequest v1 Shop.java:18", "greeting Ada7");
    var task = line.split("  ")[2].strip();
    assertThat(sandbox.out("lines", "--trace", task.replace("-", ""))).isEqualTo(line);
    assertThat(sandbox.out("lines", "--task", task.substring(0, 20))).isEqualTo(line);
    assertThat(sandbox.out("lines", "--text", "ADA", "--level", "info", "--since", "1h"))
        .isEqualTo(line);
    for (var none : new String[] {"--level=warn", "--function=nap", "--version=v2", "--limit=0"}) {
      assertThat(sandbox.out("lines", none)).isEmpty();
    }
    assertThat(sandbox.out("lines", "--json"))
        .contains("\"level\":\"INFO\"", "\"text\":\"greeting Ada7\"", "\"traceId\":");
  }

  @Test
  void theNewestAreToldOldestFirstOverSeveralPages() {
    sandbox.out(GREET);
    sandbox.out("call", "handleRequest", "\"8\"", GREET[3], GREET[4], GREET[5], GREET[6]);
    assertThat(sandbox.out("lines")).containsSubsequence("Ada7", "Ada8");
    assertThat(sandbox.out("lines", "--limit", "1")).contains("Ada8").doesNotContain("Ada7");
  }

  @Test
  void whoeverFollowsIsToldWhatWasWrittenAndWhatIsWrittenOnceEach() {
    sandbox.out(GREET);
    var out = new StringWriter();
    try (var node = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      node.bind("shop.Catalog", (_, _) -> Tried.of(new Outcome.Returned(Payload.of("Eve8"))));
      CompletableFuture<Integer> following;
      try (var _ = Server.start(node, ServerConfig.onLoopback(0))) {
        following =
            CompletableFuture.supplyAsync(
                () -> sandbox.follow(out, "lines", "--follow", "--level", "info"), threads);
        Awaitility.await().until(() -> out.toString().contains("Ada7"));
        sandbox.out("call", "handleRequest", "\"8\"");
        Awaitility.await().until(() -> out.toString().contains("Eve8"));
      }
      assertThat(following.join()).isZero();
    }
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void whoeverFollowsUntilATimeIsDoneWhenItHasPassed() {
    sandbox.out(GREET);
    try (var node = open();
        var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      var until = Instant.now().plusMillis(100).toString();
      assertThat(sandbox.out("lines", "--follow", "--until", until).lines()).hasSize(1);
      assertThat(sandbox.out("lines", "--follow", "--until", "1h")).isEmpty();
    }
  }

  @Test
  void nobodyFollowsADirectoryInWhichNothingRuns() {
    var result = sandbox.run("lines", "--follow");
    assertThat(result.exit()).isEqualTo(Exit.USAGE);
    assertThat(result.err()).contains("nobody serves");
    assertThat(sandbox.run("lines", "--trace", "7").err()).contains("32 hexadecimal digits");
    assertThat(sandbox.run("lines", "--level", "loud").err()).contains("no level loud");
  }
}
