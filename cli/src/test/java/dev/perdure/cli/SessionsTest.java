package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.value.Int;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  private static final Pattern TASK = Pattern.compile("\"task\":\"([^\"]+)\"");
  private static final String[] BIND = {
    "--bind", "shop.Catalog=shop.MemoryCatalog", "--classpath", "shop-v1.jar"
  };

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deployBothVersions() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    sandbox.out("deploy", "shop-v2.jar", "--as", "v2");
  }

  private String called() {
    var matcher =
        TASK.matcher(
            sandbox.out(
                "call", "handleRequest", "\"7\"", "--json", BIND[0], BIND[1], BIND[2], BIND[3]));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private long events(String kind) {
    return sandbox
        .out("log", "tail", "--from", "0", "--json")
        .lines()
        .filter(line -> line.contains("\"event\":\"" + kind + "\""))
        .count();
  }

  @Test
  void applyingAFileOfRoutesTwiceMakesOneEvent() {
    sandbox.out("route", "apply", "routes.yaml", "--check");
    assertThat(events("Routed")).isZero();
    sandbox.out("route", "apply", "routes.yaml");
    sandbox.out("route", "apply", "routes.yaml");
    sandbox.out("route", "apply", "routes.edn");
    assertThat(events("Routed")).isOne();
  }

  @Test
  void anExportedTaskReplaysTheSameInAnEmptyDirectory() throws IOException {
    var id = called();
    sandbox.out("task", "export", id, "--to", "seven.task");
    var here = sandbox.out("task", "replay", id);
    sandbox.out("task", "import", "seven.task", "--data", "elsewhere");
    assertThat(sandbox.out("task", "replay", id, "--data", "elsewhere"))
        .isEqualTo(here)
        .contains("same as recorded: \"Hello Ada7\"");
  }

  @Test
  void thePrintedTestCompilesAndReplaysTheTask() throws Exception {
    var id = called();
    var lines = sandbox.out("task", "export", id, "--to", "seven.task", "--test").lines().toList();
    var source = String.join("\n", lines.subList(1, lines.size()));
    var jar = directory.resolve("test.jar");
    Files.write(jar, Sample.jar(Map.of("RecordedTaskTest", source)));
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      var test = loader.loadClass("RecordedTaskTest");
      var method = test.getDeclaredMethod("task" + id.replaceAll("\\W", "") + "ReplaysAsItRan");
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
      Files.delete(directory.resolve("seven.task"));
      assertThatThrownBy(() -> method.invoke(constructor.newInstance()))
          .hasRootCauseInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void theDeployGateTellsWhatWouldDivergeAndDeploysNothing() {
    var id = called();
    var passed = sandbox.out("deploy", "shop-v1.jar", "--as", "v3", "--check");
    assertThat(passed)
        .contains("replayed 0 live tasks and 1 that has ended, 1 calls its functions", "1 clean");
    var refused = sandbox.run("deploy", "shop-v2.jar", "--as", "v3", "--check");
    assertThat(refused.exit()).isEqualTo(Exit.FAILED);
    assertThat(refused.out())
        .contains("1 would diverge", id, "handleRequest v1: ARGUMENTS", "[\"7!\"] (Shop.java:");
    assertThat(sandbox.run("deploy", "shop-v2.jar", "--as", "v3", "--check", "--json").out())
        .contains("\"passed\":false", "\"diverging\":1", "\"clean\":0");
    assertThat(sandbox.run("deploy", "shop-v2.jar", "--as", "v1", "--check").err())
        .startsWith("VERSION_TAKEN: ");
    assertThat(
            sandbox.run("deploy", "shop-v2.jar", "--as", "v1", "--check", "--data", "none").err())
        .startsWith("NO_DATA: ");
    assertThat(events("Deployed")).isEqualTo(2);
  }

  @Test
  void anImportedTaskKeepsItsMeaningOfAVersionThatMeansSomethingElseThere() {
    var id = called();
    sandbox.out("task", "export", id, "--to", "seven.task");
    sandbox.out("deploy", "shop-v2.jar", "--as", "v1", "--data", "elsewhere");
    sandbox.out("task", "import", "seven.task", "--data", "elsewhere");
    assertThat(sandbox.out("task", "replay", id, "--data", "elsewhere"))
        .contains("same as recorded");
    sandbox.out("deploy", "shop-v2.jar", "--as", "debug", "--data", "elsewhere");
    var switched =
        sandbox.run("task", "replay", id, "--switch", "lookupUser=debug", "--data", "elsewhere");
    assertThat(switched.exit()).isEqualTo(Exit.FAILED);
    assertThat(switched.out())
        .contains("line INFO looking up 7", "ARGUMENTS", "[\"7!\"] (Shop.java:");
  }

  @Test
  void anImportedTaskNeverRunsAndIsExportedAgainAsItWas() throws IOException {
    var call = sandbox.run("call", "handleRequest", "\"7\"", "--json");
    assertThat(call.exit()).isEqualTo(Exit.FAILED);
    var id = sandbox.out("task", "list").lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    sandbox.out("task", "export", id, "--to", "seven.task");
    sandbox.out("task", "import", "seven.task", "--data", "elsewhere");
    assertThat(sandbox.run("task", "resume", id, "--data", "elsewhere").err())
        .startsWith("TASK_IMPORTED: ");
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1", "--data", "elsewhere");
    sandbox.run("call", "fail", "\"go on\"", "--data", "elsewhere");
    sandbox.out("task", "export", id, "--to", "again.task", "--data", "elsewhere");
    assertThat(directory.resolve("again.task"))
        .hasSameBinaryContentAs(directory.resolve("seven.task"));
  }

  @Test
  void anExportedFileThatWasCutShortIsRefusedWithACode() throws IOException {
    sandbox.out("task", "export", called(), "--to", "seven.task");
    var whole = Files.readAllBytes(directory.resolve("seven.task"));
    for (int length = 0; length < whole.length * 3 / 4; length += 97) {
      Files.write(directory.resolve("cut.task"), Arrays.copyOf(whole, length));
      var result = sandbox.run("task", "import", "cut.task", "--data", "elsewhere");
      assertThat(result.exit()).as("cut to %d of %d", length, whole.length).isEqualTo(Exit.FAILED);
      assertThat(result.err()).matches("(?s)(EXPORT_UNREADABLE|CODEC_\\w+|UNIVERSE_MISSING): .*");
    }
  }

  @Test
  void aVersionSetForAnEndedTaskServesItsReplays() {
    var id = called();
    sandbox.out("route", "set", "lookupUser", "--task", id, "--version", "v2");
    var replay = sandbox.run("task", "replay", id);
    assertThat(replay.exit()).isEqualTo(Exit.FAILED);
    assertThat(replay.out()).contains("switched lookupUser v1 -> v2");
  }

  @Test
  void aSleepingTaskSaysWhenItIsDue() {
    var id = sleeping();
    assertThat(sandbox.out("task", "why", id.toString()))
        .contains("is waiting", "for    sleep PT1H at 0", "on     the clock: it is due at ");
    assertThat(sandbox.out("task", "list", "--status", "waiting")).contains(id.toString(), "sleep");
    assertThat(sandbox.out("task", "list", "--status", "done")).isEqualTo("No task.\n");
  }

  /// A task in its sleep of an hour, whose program has ended.
  private TaskId sleeping() {
    try (var node = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
      var id =
          node.start(new FunctionName("nap"), Payload.of(Vec.of(Int.of(3600))), StartOptions.NONE);
      while (node.read(state -> state.task(id).waiting().isEmpty())) {
        Thread.onSpinWait();
      }
      return id;
    }
  }

  @Test
  void aDirectoryThatAProgramOwnsIsToldToBeLocked() {
    try (var node = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
      assertThat(node.log()).isNotNull();
      var result = sandbox.run("task", "why", "0");
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err()).startsWith("LOG_LOCKED: ").contains("remedy: ");
      assertThat(sandbox.run("doctor").out()).contains("ok    log  ", "is in use by process ");
    }
  }

  @Test
  void theDoctorMeasuresTheDisk() {
    assertThat(sandbox.out("doctor"))
        .contains("ok    jdk", "ok    directory", "ok    space", "a durable write takes ", "sound");
  }
}
