package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deployAndFail() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    sandbox.run("call", "fail", "\"no money\"");
  }

  private Path data() {
    return directory.resolve("perdure-data");
  }

  private static void fail(Node node) {
    var why = Payload.of(Vec.of(new Str("no time")));
    node.call(new FunctionName("fail"), why, StartOptions.NONE);
  }

  private static void awaitIndex(Node node) {
    while (!node.indexFigures().orElseThrow().lag().isNone()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void anAnswerIsATableOrJson() {
    var sql = "select function, failure_message, 1 as n, 2 as n, null as none from tasks";
    assertThat(sandbox.out("sql", sql))
        .isEqualTo(
            """
            function  failure_message  n  n  none
            fail      no money         1  2
            """);
    assertThat(sandbox.out("sql", sql, "--json"))
        .isEqualTo(
            """
            {"rows":[{"function":"fail","failure_message":"no money","n":1,"n:2":2,"none":null}],"more":false}
            """);
    assertThat(sandbox.out("sql", "select * from events", "--limit", "1", "--json"))
        .contains("\"more\":true");
  }

  @Test
  void anAnswerHoldsAllThatHappenedBefore() {
    for (int i = 2; i < 5; i++) {
      sandbox.run("call", "fail", "\"no money\"");
      assertThat(sandbox.out("sql", "select count(*) as tasks from tasks"))
          .isEqualTo("tasks\n" + i + "\n");
    }
  }

  @Test
  void askingIsNoEventOfTheLog() {
    var before = sandbox.out("log", "tail", "--from", "0");
    sandbox.out("sql", "select 1");
    sandbox.out("task", "list");
    assertThat(sandbox.out("log", "tail", "--from", "0")).isEqualTo(before);
  }

  @Test
  void aProgramThatKeepsAnIndexIsAskedWhileItRuns() {
    try (var node = Node.open(NodeConfig.in(data()).withIndex())) {
      fail(node);
      awaitIndex(node);
      assertThat(sandbox.out("sql", "select count(*) as tasks from tasks")).isEqualTo("tasks\n2\n");
      assertThat(sandbox.out("task", "list", "--text", "no time")).contains("failed");
      assertThat(sandbox.run("doctor").out())
          .contains("ok    log  ", "ok    index      sound, in step with the log");
    }
  }

  @Test
  void aProgramThatKeepsNoneMakesTheAnswerLag() {
    sandbox.out("task", "list");
    try (var node = Node.open(NodeConfig.in(data()))) {
      fail(node);
      assertThat(sandbox.out("sql", "select count(*) as tasks from tasks"))
          .startsWith("tasks\n1\nthe index is 3 events (")
          .endsWith(") behind the log\n");
      assertThat(sandbox.out("task", "list", "--json"))
          .contains("\"lag\":{\"events\":3,\"millis\":");
    }
    assertThat(sandbox.out("sql", "select count(*) as tasks from tasks")).isEqualTo("tasks\n2\n");
  }

  @Test
  void withoutAnIndexAProgramThatRunsIsNamed() {
    try (var node = Node.open(NodeConfig.in(data()))) {
      assertThat(node.indexFigures()).isEmpty();
      var result = sandbox.run("task", "list");
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err()).startsWith("INDEX_MISSING: ").contains("process", "withIndex()");
    }
  }

  @Test
  void aDamagedIndexIsMendedWhenItIsAsked() throws IOException {
    sandbox.out("task", "list");
    assertThat(sandbox.out("doctor"))
        .contains("ok    index      sound, but 1 event behind the log");
    var file = data().resolve("index/index.db");
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 1; page * 4096 < bytes.length(); page++) {
        bytes.seek(page * 4096);
        bytes.write(new byte[4096]);
      }
    }
    assertThat(sandbox.run("doctor").out()).contains("FAIL  index      INDEX_DAMAGED: ");
    assertThat(sandbox.out("sql", "select count(*) as tasks from tasks")).isEqualTo("tasks\n1\n");
    assertThat(sandbox.out("doctor")).contains("ok    index      sound");
  }

  @Test
  void anIndexThatWasDeletedIsMadeAnew() throws IOException {
    var list = sandbox.out("task", "list");
    try (var files = Files.list(data().resolve("index"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(data().resolve("index"));
    assertThat(sandbox.out("task", "list")).isEqualTo(list);
  }

  @Test
  void timesAreUnderstoodInThreeForms() {
    var now = Instant.now();
    for (var since : new String[] {"2h", "2020-01-31", now.minusSeconds(3600).toString()}) {
      assertThat(sandbox.out("task", "list", "--since", since)).as(since).contains("failed");
      assertThat(sandbox.out("task", "list", "--until", since)).as(since).isEqualTo("No task.\n");
    }
    for (var wrong : new String[] {"yesterday", "2h ago", "31.1.2020", "2020-13-01", ""}) {
      var result = sandbox.run("task", "list", "--since", wrong);
      assertThat(result.exit()).as(wrong).isEqualTo(Exit.USAGE);
      assertThat(result.err()).contains("is no time such as 2026-01-31");
    }
  }

  @Test
  void valuesThatDoNotFitALineAreCutAndEscaped() {
    assertThat(sandbox.out("sql", "select 'a' || char(10) || 'b' as t, x'0f' as b"))
        .isEqualTo("t     b\na\\nb  x'0f'\n");
    assertThat(sandbox.out("sql", "select hex(zeroblob(100)) as t").lines().toList().getLast())
        .hasSize(101)
        .endsWith("…");
  }
}
