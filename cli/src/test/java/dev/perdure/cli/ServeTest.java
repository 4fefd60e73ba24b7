package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `perdure serve` as a process, and the tokens for it.
@Timeout(120)
class ServeTest {
  private static final int TERM = 143;
  private static final int KILL = 137;

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deploy() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
  }

  private Daemon serve(String... more) {
    var words =
        List.of(
            "serve",
            "--port",
            "0",
            "--json",
            "--bind",
            "shop.Catalog=shop.MemoryCatalog",
            "--classpath",
            "shop-v1.jar");
    return Daemon.start(directory, Stream.concat(words.stream(), Stream.of(more)).toList());
  }

  private static String call(Daemon daemon, String function, String arguments, String key) {
    return Curl.send(
        HttpRequest.newBuilder(URI.create(daemon.url() + "/v1/functions/" + function + "/call"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(arguments))
            .build());
  }

  private static String get(Daemon daemon, String path) {
    return Curl.send(HttpRequest.newBuilder(URI.create(daemon.url() + path)).build());
  }

  @Test
  void itPrintsWhereItListensAndCallsFunctionsWithTheEffectsThatAreBound() {
    try (var daemon = serve()) {
      assertThat(daemon.said()).startsWith("{\"url\":\"http://127.0.0.1:").contains("\"port\":");
      assertThat(call(daemon, "handleRequest", "[\"7\"]", "k")).isEqualTo("\"Hello Ada7\"\n");
    }
  }

  @Test
  void listsComeFromTheIndexThatItKeepsAndTheCommandLineAsksItBeside() {
    try (var daemon = serve()) {
      call(daemon, "handleRequest", "[\"7\"]", "k");
      Awaitility.await()
          .until(
              () -> get(daemon, "/v1/tasks?text=Ada7&fresh=true").contains("\"status\":\"done\""));
      assertThat(sandbox.out("task", "list", "--text", "ada7")).contains("handleRequest");
    }
  }

  @Test
  void whoOwnsTheDirectoryForAMomentOnlyDelaysIt() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Daemon> starting;
      try (var _ = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
        starting = CompletableFuture.supplyAsync(this::serve, threads);
        Awaitility.await().until(() -> said().contains("is in use by process "));
      }
      try (var daemon = starting.get()) {
        assertThat(call(daemon, "handleRequest", "[\"7\"]", "k")).isEqualTo("\"Hello Ada7\"\n");
      }
      assertThat(said()).contains(ProcessHandle.current().pid() + ": waiting for it");
    }
  }

  private String said() throws IOException {
    var file = directory.resolve("serve.err");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void itGivesUpWhenWhoOwnsTheDirectoryKeepsIt() {
    try (var _ = Node.open(NodeConfig.in(directory.resolve("perdure-data")))) {
      var result = sandbox.run("serve", "--port", "0");
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err()).contains("waiting for it", "LOG_LOCKED: ");
    }
  }

  @Test
  void toldToKeepNoIndexItHasNoLists() {
    try (var daemon = serve("--no-index")) {
      call(daemon, "handleRequest", "[\"7\"]", "k");
      assertThat(get(daemon, "/v1/tasks")).contains("INDEX_MISSING");
      assertThat(directory.resolve("perdure-data/index")).doesNotExist();
    }
  }

  @Test
  void toldToStopItAnswersWhatIsUnderWayAndHasTheExitCodeOfTheSignal() {
    try (var daemon = serve();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var call = CompletableFuture.supplyAsync(() -> call(daemon, "nap", "[6]", "n"), threads);
      awaitNap(daemon);
      assertThat(daemon.stop()).isEqualTo(TERM);
      assertThat(call.join()).isEqualTo("\"rested\"\n");
    }
    assertThat(sandbox.out("task", "list")).contains("done");
  }

  private static void awaitNap(Daemon daemon) {
    Awaitility.await().until(() -> get(daemon, "/v1/tasks").contains("\"status\":\"waiting\""));
  }

  @Test
  void killedAndStartedAgainItGivesTheSameAnswersForTheSameKeys() {
    String first;
    try (var daemon = serve()) {
      first = call(daemon, "handleRequest", "[\"7\"]", "k");
      get(daemon, "/v1/health");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var cut =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    call(daemon, "nap", "[6]", "n");
                  } catch (AssertionError _) {
                    // the process is killed meanwhile
                  }
                },
                threads);
        awaitNap(daemon);
        assertThat(daemon.kill()).isEqualTo(KILL);
        cut.join();
      }
    }
    try (var daemon = serve()) {
      assertThat(call(daemon, "handleRequest", "[\"7\"]", "k")).isEqualTo(first);
      assertThat(call(daemon, "nap", "[6]", "n")).isEqualTo("\"rested\"\n");
      var tasks = get(daemon, "/v1/tasks?fresh=true");
      assertThat(tasks.split("\"id\":")).as(tasks).hasSize(3);
    }
  }

  @Test
  void anAddressThatOthersCanReachNeedsTls() {
    var result = sandbox.run("serve", "--host", "0.0.0.0", "--port", "0");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err()).startsWith("UNSAFE_ADDRESS: ").contains("--tls-cert");
  }

  @Test
  void optionsThatDoNotGoTogetherAreMistakesOfUsage() {
    assertThat(sandbox.run("serve", "--port", "70000").exit()).isEqualTo(Exit.USAGE);
    assertThat(sandbox.run("serve", "--grace", "-1").exit()).isEqualTo(Exit.USAGE);
    assertThat(sandbox.run("serve", "--tls-cert", "c.pem").exit()).isEqualTo(Exit.USAGE);
    assertThat(sandbox.run("serve", "--tls-cert", "c", "--tls-key", "k", "--tls-p12", "p").exit())
        .isEqualTo(Exit.USAGE);
  }

  @Test
  void aTokenIsToldOnceAndKeptAsAHashThatOnlyTheOwnerCanRead() throws IOException {
    var token = sandbox.out("token", "create", "--role", "operate", "--name", "ci").strip();
    assertThat(token).matches("perdure_[A-Za-z0-9_-]{43}");
    var file = directory.resolve("perdure-data/tokens.edn");
    assertThat(Files.readString(file)).contains("\"ci\"", ":operate").doesNotContain(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(sandbox.out("token", "list")).contains("ci", "operate").doesNotContain(token);
    assertThat(sandbox.run("token", "create", "--role", "read", "--name", "ci").err())
        .startsWith("TOKEN_NAME: ");
    sandbox.out("token", "revoke", "ci");
    assertThat(sandbox.out("token", "list")).isEqualTo("No token.\n");
    assertThat(sandbox.run("token", "revoke", "ci").err()).startsWith("TOKEN_NAME: ");
  }

  @Test
  void aServerThatRunsNeedsATokenAsSoonAsOneIsMade() {
    try (var daemon = serve()) {
      assertThat(get(daemon, "/v1/routes")).contains("\"revision\"");
      var token = sandbox.out("token", "create", "--role", "read").strip();
      assertThat(get(daemon, "/v1/routes")).contains("TOKEN_REQUIRED");
      assertThat(
              Curl.send(
                  HttpRequest.newBuilder(URI.create(daemon.url() + "/v1/routes"))
                      .header("Authorization", "Bearer " + token)
                      .build()))
          .contains("\"revision\"");
      assertThat(daemon.stop()).isEqualTo(TERM);
      assertThat(directory.resolve("serve.err")).content().doesNotContain(token);
    }
  }
}
