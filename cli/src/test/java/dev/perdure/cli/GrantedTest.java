package dev.perdure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What programs of wat are granted beside files (W14.2, W14.3): effect interfaces, environment
/// variables, requests to hosts.
class GrantedTest {
  private static final String GREET =
      """
      (:wat::core::defeffect :shop::Catalog
        [(user {:read-only true} [id <- :wat::core::String] -> :wat::core::String)])
      (:wat::core::defn :user::greet [] -> :wat::core::nil
        (:wat::kernel::println (:shop::Catalog/user "7")))
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::println "begun")
        (:user::greet))
      (:wat::core::defn :user::test [] -> :wat::test::TestResult
        (:wat::test::run (:wat::test::assert-eq "Ada7" (:shop::Catalog/user "7"))))
      """;

  private static final String ENV =
      """
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::println (:perdure::Env/get "GREETING"))
        (:wat::kernel::println (:perdure::Env/get "NAME")))
      """;

  private static final String HTTP =
      """
      (:wat::core::defn :user::uri [] -> :wat::core::String
        (:wat::core::nth (:wat::runtime::argv) 2))
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::println
          (:wat::core::match (:perdure::Http/get (:user::uri) {"accept" ["text/plain"]})
            ((Ok r) (:wat::core::Tuple (:perdure::Http::Response/status r) (:perdure::Http::Response/body r)))
            ((Err (:perdure::Http::Failed::HttpNotSent _)) (:wat::core::Tuple 0 :perdure::Http::Body::None))
            ((Err _) (:wat::core::Tuple 1 :perdure::Http::Body::None))))
        (:wat::kernel::println
          (:wat::core::match
              (:perdure::Http/send
                (:perdure::Http::Request
                  :method "POST" :uri (:user::uri) :headers {} :body (:perdure::Http::Body::Text "tea")))
            ((Ok r) (:perdure::Http::Response/status r))
            ((Err _) 0))))
      """;

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void write() throws IOException {
    sandbox = new Sandbox(directory).with(Map.of("GREETING", "hello", "NAME", "Ada"));
    Files.writeString(directory.resolve("greet.wat"), GREET);
    Files.writeString(directory.resolve("env.wat"), ENV);
    Files.writeString(directory.resolve("http.wat"), HTTP);
  }

  @Test
  void anEffectInterfaceOfMainThatNobodyPerformsIsRefusedAtEntry() {
    var result = sandbox.run("run", "greet.wat");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("[#wat.kernel.PeerDiedError/StartupError [#wat.runtime/GrantMissing {")
        .contains(
            ":effect \":shop::Catalog\"",
            ":subject \":user::main\"",
            ":flag \"--allow-effect shop.Catalog=CLASS\"");
  }

  @Test
  void aClassThatIsBoundPerformsTheOperations() {
    for (var name : new String[] {"shop.Catalog", "shop::Catalog", ":shop::Catalog"}) {
      var result =
          sandbox.run(
              "run",
              "--allow-effect",
              name + "=shop.MemoryCatalog",
              "--classpath",
              "shop-v1.jar",
              "greet.wat");
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).isEqualTo("\"begun\"\n\"Ada7\"\n");
    }
  }

  @Test
  void testsAreGrantedTheSame() {
    assertThat(sandbox.run("test", "greet.wat").exit()).isEqualTo(1);
    assertThat(
            sandbox.out(
                "test",
                "greet.wat",
                "--allow-effect",
                "shop.Catalog=shop.MemoryCatalog",
                "--classpath",
                "shop-v1.jar"))
        .startsWith("passed :user::test");
  }

  @Test
  void aClassThatIsNoImplementationIsToldBeforeTheProgramStarts() {
    var result =
        sandbox.run(
            "run",
            "--allow-effect",
            "shop.Catalog=shop.Nobody",
            "--classpath",
            "shop-v1.jar",
            "greet.wat");
    assertThat(result.err()).contains("BIND_FAILED", "shop.Nobody");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aVariableIsReadThatIsGranted() {
    var result = sandbox.run("run", "--allow-env", "GREETING", "--allow-env", "NAME", "env.wat");
    assertThat(result.out())
        .isEqualTo("#wat.core.Option/Some [\"hello\"]\n#wat.core.Option/Some [\"Ada\"]\n");
    assertThat(
            sandbox
                .with(Map.of())
                .out("run", "--allow-env", "GREETING", "--allow-env", "NAME", "env.wat"))
        .isEqualTo("#wat.core.Option/None []\n#wat.core.Option/None []\n");
  }

  @Test
  void anotherVariableIsAMissingGrantThatNamesIt() {
    var result = sandbox.run("run", "--allow-env", "GREETING", "env.wat");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEqualTo("#wat.core.Option/Some [\"hello\"]\n");
    assertThat(result.err())
        .startsWith("[#wat.kernel.PeerDiedError/RuntimeError [#wat.runtime/GrantMissing {")
        .contains(":effect \":perdure::Env\"", ":flag \"--allow-env NAME\"");
    assertThat(sandbox.run("run", "env.wat").exit()).isEqualTo(3);
  }

  @Test
  void aRequestReachesAHostThatIsGrantedAndNoOther() throws IOException {
    var requests = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          var sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var answer = ("got " + sent).getBytes(UTF_8);
          exchange.getResponseHeaders().set("content-type", "text/plain");
          exchange.sendResponseHeaders(sent.isEmpty() ? 200 : 201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      var place = "127.0.0.1:" + server.getAddress().getPort();
      var uri = "http://" + place + "/tea";
      for (var granted : new String[] {"127.0.0.1", place}) {
        assertThat(sandbox.out("run", "--allow-net", granted, "http.wat", uri))
            .isEqualTo("[200 #perdure.Http.Body/Text [\"got \"]]\n201\n");
      }
      assertThat(requests).hasValue(4);
      for (var other : new String[] {"localhost", "127.0.0.1:1", "127.0.0.10"}) {
        var refused = sandbox.run("run", "--allow-net", other, "http.wat", uri);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("GrantMissing", "--allow-net " + place);
      }
      assertThat(requests).hasValue(4);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aHostThatIsNotThereIsAnErrOfTheOperation() {
    assertThat(sandbox.out("run", "--allow-net", "127.0.0.1", "http.wat", "http://127.0.0.1:1/"))
        .isEqualTo("[0 #perdure.Http.Body/None []]\n0\n");
  }
}
