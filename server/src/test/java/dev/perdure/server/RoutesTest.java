package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final String SHADOW =
      "{\"functions\":{\"greet\":{\"routing\":"
          + "{\"mode\":\"shadow\",\"primary\":\"v1\",\"shadow\":\"v2\",\"sample\":100}}}}";

  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
    site.perdure.deploy("v2", LouderFlows.class);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void settingRoutesTwiceIsOneChange() {
    assertThat(site.post("/v1/routes?why=try", SHADOW).text())
        .startsWith("{\"changed\":true,\"revision\":2,\"changes\":[{\"function\":\"greet\",");
    assertThat(site.post("/v1/routes", SHADOW).text())
        .isEqualTo("{\"changed\":false,\"revision\":2,\"changes\":[]}");
    assertThat(site.get("/v1/routes").text())
        .contains("\"revision\":2")
        .contains("\"routing\":{\"mode\":\"shadow\",\"primary\":\"v1\",\"shadow\":\"v2\"");
  }

  @Test
  void aRollbackBringsFormerRoutesBack() {
    site.post("/v1/routes", SHADOW);
    assertThat(site.post("/v1/routes/rollback?to=1", "").text())
        .isEqualTo("{\"changed\":true,\"revision\":3}");
    assertThat(site.get("/v1/routes").text()).doesNotContain("shadow");
  }

  @Test
  void whatAShadowDidIsCounted() {
    site.post("/v1/routes", SHADOW);
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    site.perdure.node().awaitShadows(Site.PATIENCE);
    assertThat(site.get("/v1/routes").text()).contains("\"same\":", "\"dropped\":0,\"waiting\":0");
    assertThat(site.get("/v1/shadows").text())
        .contains("\"function\":\"greet\",\"primary\":\"v1\",\"candidate\":\"v2\"")
        .contains("\"unfinished\":0");
  }

  @Test
  void aRouteByAttributeGoesByTheHeaderOfTheCall() {
    var byTenant =
        "{\"functions\":{\"greet\":{\"routing\":{\"mode\":\"attribute\",\"primary\":\"v1\","
            + "\"attribute\":\"tenant\",\"versions\":{\"acme & co\":\"v2\"}}}}}";
    assertThat(site.post("/v1/routes", byTenant).status()).isEqualTo(200);
    var header = "region=eu, tenant=acme%20%26%20co";
    assertThat(greeting("Perdure-Attributes", header)).isEqualTo("\"HELLO Ada\"");
    assertThat(greeting("Perdure-Attributes", "tenant=globex")).isEqualTo("\"Hello Ada\"");
    assertThat(greeting()).isEqualTo("\"Hello Ada\"");
  }

  private String greeting(String... headers) {
    return site.post("/v1/functions/greet/call", "[\"Ada\"]", headers).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "=acme", "tenant=a,tenant=b", "tenant=%zz", "tenant=a,"})
  void attributesThatAreNoneAreRefused(String header) {
    var got = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Perdure-Attributes", header);
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.field("where")).isEqualTo("Perdure-Attributes");
  }

  @Test
  void howACandidateFaresIsToldUntilItIsGivenUp() {
    var careful = SHADOW.replace("\"sample\":100", "\"stop\":{\"percent\":0,\"atLeast\":1}");
    site.post("/v1/routes", careful);
    assertThat(site.get("/v1/routes").text())
        .contains("\"stop\":{\"percent\":0.0,\"atLeast\":1}")
        .contains("\"trial\":{\"counted\":0,\"bad\":0,\"text\":\"0 of 0 calls differed\"}");
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    site.perdure.node().awaitShadows(Site.PATIENCE);
    await()
        .atMost(Site.PATIENCE)
        .untilAsserted(() -> assertThat(site.get("/v1/routes").text()).doesNotContain("\"trial\""));
    assertThat(site.get("/v1/routes").text()).contains("{\"mode\":\"primary\",\"primary\":\"v1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/routes | {} | 400 | ROUTE_FILE",
        "/v1/routes | {\"functions\":{\"greet\":{\"routing\":{\"mode\":\"primray\"}}}} | 400 |"
            + " ROUTE_FILE",
        "/v1/routes |"
            + " {\"functions\":{\"greet\":{\"routing\":{\"mode\":\"percent\",\"primary\":\"v1\",\"candidate\":\"v2\",\"percent\":101}}}}"
            + " | 400 | BAD_PERCENT",
        "/v1/routes |"
            + " {\"functions\":{\"greet\":{\"routing\":{\"mode\":\"primary\",\"primary\":\"v9\"}}}}"
            + " | 404 | UNKNOWN_VERSION",
        "/v1/routes?running=perhaps | {\"functions\":{}} | 400 | BAD_REQUEST",
        "/v1/routes/rollback | {} | 400 | BAD_REQUEST",
        "/v1/routes/rollback?to=99 | {} | 404 | UNKNOWN_REVISION",
      })
  void aRouteThatCannotBeIsRefusedAndNothingChanges(
      String path, String body, int status, String code) {
    var got = site.post(path, body);
    assertThat(got.text()).contains("\"code\":\"" + code + "\"");
    assertThat(got.status()).isEqualTo(status);
    assertThat(site.get("/v1/routes").field("revision")).isEqualTo("1");
  }
}
