package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint of the table against everybody who may come.
class GateTest {
  private static final Set<Integer> KEPT_OUT = Set.of(401, 403);

  @TempDir Path directory;
  private Site site;
  private TokenFile tokens;
  private String read;
  private String operate;
  private String deploy;

  @BeforeEach
  void start() throws IOException {
    tokens = TokenFile.in(directory);
    Files.createDirectories(directory);
    read = tokens.create("reader", Role.READ, Instant.EPOCH);
    operate = tokens.create("operator", Role.OPERATE, Instant.EPOCH);
    deploy = tokens.create("deployer", Role.DEPLOY, Instant.EPOCH);
    site = new Site(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /// The rows, each as method and path.
  static Stream<Endpoint> endpoints() throws IOException {
    try (var perdure = dev.perdure.node.Perdure.inMemory()) {
      return Endpoints.of(perdure.node(), ServerLimits.defaults(), new Flights()).stream();
    }
  }

  private int status(Endpoint endpoint, String... headers) {
    var path = endpoint.target().path().toString().replaceAll("\\{(id|name|version)\\}", "x");
    var request =
        site.to(path)
            .timeout(Duration.ofSeconds(20))
            .method(endpoint.target().verb().name(), BodyPublishers.ofString("[]"));
    var type = endpoint.shape().body().type();
    if (type != null) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    var response = site.open(request);
    try (var body = response.body()) {
      return response.statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int as(String token, Endpoint endpoint) {
    return status(endpoint, "Authorization", "Bearer " + token);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void onlyWhoHasTheRoleGetsIn(Endpoint endpoint) {
    var role = endpoint.access().role();
    if (role == null) {
      assertThat(status(endpoint)).isEqualTo(200);
      return;
    }
    assertThat(status(endpoint)).as("no token").isEqualTo(401);
    assertThat(as("perdure_wrong", endpoint)).as("an unknown token").isEqualTo(401);
    assertAdmitted(read, endpoint, role == Role.READ);
    assertAdmitted(operate, endpoint, role != Role.DEPLOY);
    assertAdmitted(deploy, endpoint, true);
  }

  private void assertAdmitted(String token, Endpoint endpoint, boolean admitted) {
    assertThat(KEPT_OUT.contains(as(token, endpoint)))
        .as("%s", endpoint.target())
        .isEqualTo(!admitted);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aPageOfAnotherSiteDoesNotGetIn(Endpoint endpoint) {
    var token = "Bearer " + deploy;
    for (var origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
      assertThat(status(endpoint, "Authorization", token, "Origin", origin))
          .as(origin)
          .isEqualTo(403);
    }
    for (var from : List.of("cross-site", "same-site")) {
      assertThat(status(endpoint, "Authorization", token, "Sec-Fetch-Site", from))
          .as(from)
          .isEqualTo(403);
    }
    assertThat(status(endpoint, "Authorization", token, "Origin", site.server.url()))
        .isNotEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aNameThatWasMadeToPointHereDoesNotGetIn(Endpoint endpoint) {
    var token = "Bearer " + deploy;
    assertThat(status(endpoint, "Authorization", token, "Host", "evil.example")).isEqualTo(403);
    assertThat(status(endpoint, "Authorization", token, "Host", "evil.example:80")).isEqualTo(403);
    assertThat(status(endpoint, "Authorization", token, "Host", "localhost:9000"))
        .isNotEqualTo(403);
  }

  @Test
  void whoMayNotLookIsNotToldWhichEndpointsThereAre() {
    assertThat(site.get("/v1/nothing").status()).isEqualTo(401);
    assertThat(site.get("/v1/nothing", "Authorization", "Bearer " + read).status()).isEqualTo(404);
  }

  @Test
  void aTokenIsWorthlessAsSoonAsItIsRevokedAndGoodAsSoonAsItIsMade() {
    tokens.revoke("reader");
    assertThat(site.get("/v1/routes", "Authorization", "Bearer " + read).status()).isEqualTo(401);
    var another = tokens.create("another", Role.READ, Instant.EPOCH);
    assertThat(site.get("/v1/routes", "Authorization", "bearer " + another).status())
        .isEqualTo(200);
  }

  @Test
  void withTheLastTokenGoneNobodyGetsIn() {
    List.of("reader", "operator", "deployer").forEach(tokens::revoke);
    assertThat(site.get("/v1/routes").status()).isEqualTo(401);
  }

  @Test
  void aFileThatOthersCanReadAdmitsNobody() throws IOException {
    Files.setPosixFilePermissions(
        tokens.file(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(tokens.file(), Files.readString(tokens.file()) + "\n");
    var got = site.get("/v1/routes", "Authorization", "Bearer " + read);
    assertThat(got.status()).isEqualTo(500);
    assertThat(got.field("code")).isEqualTo("TOKENS_UNUSABLE");
  }

  @Test
  void noAnswerTellsAToken() {
    for (var path : List.of("/v1/routes", "/v1/nothing", "/v1/universes")) {
      assertThat(site.get(path, "Authorization", "Bearer " + read + "x").text())
          .doesNotContain(read);
    }
    assertThat(tokens.list().toString()).doesNotContain(read);
  }

  @Test
  void whatIsDoneStandsInTheLogUnderTheTokensName() {
    site.post(
        "/v1/routes",
        "{\"functions\":{\"greet\":{\"routing\":{\"mode\":\"primary\",\"primary\":\"v1\"}}}}",
        "Authorization",
        "Bearer " + deploy);
    var id =
        site.post("/v1/functions/nap/start", "[3600000]", "Authorization", "Bearer " + operate)
            .field("task");
    site.post("/v1/tasks/" + id + "/pause", "", "Authorization", "Bearer " + operate);
    assertThat(site.get("/v1/tasks/" + id + "/history", "Authorization", "Bearer " + read).text())
        .contains("paused by operator");
  }
}
