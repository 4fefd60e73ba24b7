package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import dev.perdure.server.Tls;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands beside a program that owns the data directory, and with a server at a URL.
@Timeout(120)
class BesideTest {
  private static final Pattern TASK = Pattern.compile("task (\\S+)");
  private static final String PASSWORD = "secret-of-a-test";

  @TempDir Path directory;
  private Sandbox sandbox;
  private Node node;

  @BeforeEach
  void deploy() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    node = Node.open(NodeConfig.in(data()).withIndex().withLines(_ -> {}));
  }

  @AfterEach
  void close() {
    node.close();
  }

  private Path data() {
    return directory.resolve("perdure-data");
  }

  @Test
  void anOwnerThatServesNothingIsNamedWithWhatToDo() {
    var result = sandbox.run("route", "list");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err())
        .startsWith("LOG_LOCKED: ")
        .contains("process " + ProcessHandle.current().pid(), "serves no API", "perdure serve")
        .contains("still opening the directory", "ask again in a moment");
    node.index().orElseThrow().askFresh(reader -> 0);
    // the owner may have written something since, which the index then lags behind
    assertThat(sandbox.out("task", "list")).startsWith("No task.\n");
  }

  @Test
  void aTaskIsDebuggedByWhoOwnsItOrAsACopy() {
    try (var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      var id = sandbox.out("call", "nap", "0", "--start").strip();
      assertThat(sandbox.run("task", "debug", id).err())
          .startsWith("LOG_LOCKED: ")
          .contains("perdure task export ID --to FILE", "perdure task debug --file FILE");
      sandbox.out("task", "export", id, "--to", "nap.task");
      assertThat(sandbox.talk("quit\n", "task", "debug", "--file", "nap.task").out())
          .contains("[0] call       nap v1");
    }
  }

  @Test
  void aCallIsMadeByTheOwnerAndSaysWhatItWaitsFor() {
    try (var _ = Server.start(node, ServerConfig.onLoopback(0));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(sandbox.out("call", "nap", "0")).isEqualTo("\"rested\"\n");
      var said = new StringWriter();
      var call =
          CompletableFuture.supplyAsync(() -> sandbox.run(said, "call", "nap", "3600"), threads);
      Awaitility.await()
          .until(() -> said.toString().contains("waits for sleep PT1H at 0, on the clock"));
      var task = TASK.matcher(said.toString());
      assertThat(task.find()).isTrue();
      sandbox.out("task", "cancel", task.group(1));
      assertThat(call.join()).isEqualTo(new Sandbox.Result(1, "cancelled\n", said.toString()));
      assertThat(node.history(TaskId.parse(task.group(1))).toString()).contains("who=ada");
    }
  }

  @Test
  void effectsAreBoundWhereTheTasksRun() {
    try (var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      var bound =
          sandbox.run(
              "call",
              "handleRequest",
              "\"7\"",
              "--bind",
              "shop.Catalog=shop.MemoryCatalog",
              "--classpath",
              "shop-v1.jar");
      assertThat(bound.exit()).isEqualTo(Exit.USAGE);
      assertThat(bound.err()).contains("`perdure serve` takes it");
      assertThat(sandbox.run("call", "handleRequest", "\"7\"").err())
          .contains("EFFECT_UNBOUND: the task waits for shop.Catalog/user");
      assertThat(sandbox.run("deploy", "shop-v1.jar", "--as", "v2", "--trust", "shop").exit())
          .isEqualTo(Exit.USAGE);
      sandbox.out("call", "nap", "0", "--key", "k");
      var id = sandbox.out("call", "nap", "0", "--key", "k", "--start").strip();
      assertThat(sandbox.run("task", "replay", id, "--extra", "live").err())
          .startsWith("BAD_REQUEST: a server performs nothing for a replay");
    }
  }

  @Test
  void theLogIsReadWhileItsOwnerWrites() {
    try (var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      var id = sandbox.out("call", "nap", "3600", "--start").strip();
      assertThat(sandbox.out("log", "tail", "--task", id, "--json"))
          .contains("\"offset\":3,", "\"event\":\"Started\"");
      assertThat(sandbox.out("log", "tail", "--from", "1", "--limit", "1"))
          .startsWith("1  ")
          .contains("deployed v1", "started nap v1 [3600]");
      assertThat(sandbox.out("log", "tail", "--limit", "0")).isEmpty();
      assertThat(sandbox.run("log", "verify").err()).startsWith("LOG_LOCKED: ");
    }
  }

  @Test
  void theSocketFileOfAnOwnerThatWasKilledIsNoHindrance() throws IOException {
    var socket = data().resolve("perdure.sock");
    try (var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      assertThat(sandbox.out("route", "list")).contains("revision r1");
      Files.createLink(directory.resolve("left.sock"), socket);
    }
    node.close();
    Files.move(directory.resolve("left.sock"), socket);
    assertThat(sandbox.out("route", "list")).contains("revision r1");
  }

  @Test
  void aServerIsAskedAtItsUrlWithTheRoleOfTheToken() throws IOException {
    var reader = directory.resolve("reader");
    Files.writeString(reader, sandbox.out("token", "create", "--role", "read"));
    try (var server = Server.start(node, ServerConfig.onLoopback(0).withoutSocket())) {
      var url = server.url() + "/";
      assertThat(sandbox.run("route", "list", "--url", url).err()).startsWith("TOKEN_REQUIRED: ");
      assertThat(sandbox.out("route", "list", "--url", url, "--token-file", "reader"))
          .contains("revision r1");
      assertThat(sandbox.run("call", "nap", "0", "--url", url, "--token-file", "reader").err())
          .startsWith("ROLE_TOO_SMALL: ");
    }
  }

  @Test
  void aServerIsTrustedByTheCertificateThatIsGiven() throws Exception {
    var keys = directory.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "server",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore",
        keys.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-storepass",
        PASSWORD,
        "-keystore",
        keys.toString(),
        "-file",
        directory.resolve("ca.pem").toString());
    var tls = Tls.pkcs12(keys, PASSWORD.toCharArray());
    try (var server = Server.start(node, ServerConfig.onLoopback(0).withTls(tls))) {
      var args = new String[] {"route", "list", "--url", server.url()};
      assertThat(sandbox.run(args).err())
          .startsWith("SERVER_UNREACHABLE: ")
          .contains("its certificate is of an authority that is not trusted here", "--tls-ca");
      assertThat(unreachable(server.url().replace("https:", "http:"))).contains("http");
      assertThat(sandbox.out(args[0], args[1], args[2], args[3], "--tls-ca", "ca.pem"))
          .contains("revision r1");
    }
  }

  private String unreachable(String url) {
    var result = sandbox.run("route", "list", "--url", url);
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err())
        .startsWith("SERVER_UNREACHABLE: the server at " + url + " does not answer: ")
        .doesNotContain("Exception", "jetty", "java.", "sun.");
    return result.err();
  }

  @Test
  void whyAServerDoesNotAnswerIsToldInPlainWords() throws IOException {
    assertThat(unreachable("http://127.0.0.1:1")).contains("nobody listens there");
    assertThat(unreachable("http://no.such.host.invalid")).contains("nobody knows a host");
    try (var server = Server.start(node, ServerConfig.onLoopback(0))) {
      assertThat(unreachable(server.url().replace("http:", "https:"))).contains("TLS");
    }
    assertThat(answered("hello\r\n\r\n")).contains("speaks no HTTP");
    assertThat(answered("")).contains("the connection broke");
    assertThat(answered("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"))
        .contains("the connection broke");
  }

  /// What a command says to an answer that is cut off behind some text.
  private String answered(String text) throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> {
        try (var socket = listener.accept()) {
          socket.getInputStream().read();
          socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
          socket.shutdownOutput();
          socket.getInputStream().readAllBytes();
        }
        return null;
      });
      return unreachable("http://127.0.0.1:" + listener.getLocalPort());
    }
  }

  private static void keytool(String... words) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(java.util.List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  @Test
  void optionsOfServersThatDoNotGoTogetherAreMistakesOfUsage() throws IOException {
    Files.writeString(directory.resolve("token"), "perdure_x");
    for (var words :
        new String[] {
          "--token-file token",
          "--tls-ca ca.pem",
          "--url ftp://shop.example",
          "--url shop.example:7420",
          "--url http://shop.example --token-file token",
          "--url http://127.0.0.1:1 --data there"
        }) {
      var result = sandbox.run(("route list " + words).split(" "));
      assertThat(result.exit()).as(words).isEqualTo(Exit.USAGE);
    }
    assertThat(sandbox.run("route", "list", "--url", "https://x", "--token-file", "no").err())
        .startsWith("FILE_UNUSABLE: ");
  }
}
