package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        .isEqualTo("{\"changed\":true,\"revision\":2}");
    assertThat(site.post("/v1/routes", SHADOW).text())
        .isEqualTo("{\"changed\":false,\"revision\":2}");
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
    assertThat(site.get("/v1/shadows").text())
        .contains("\"function\":\"greet\",\"primary\":\"v1\",\"candidate\":\"v2\"")
        .contains("\"unfinished\":0");
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
