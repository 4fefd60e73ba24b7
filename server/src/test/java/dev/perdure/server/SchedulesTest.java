package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {
  private static final String WEEKLY =
      "/v1/schedules/weekly?function=greet&cron=0+9+*+*+MON&zone=Europe/Berlin&catchUp=3";

  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aScheduleIsMadePausedResumedAndRemoved() {
    assertThat(site.post(WEEKLY, "[\"Ada\"]").text())
        .startsWith(
            "{\"name\":\"weekly\",\"function\":\"greet\",\"cron\":\"0 9 * * MON\","
                + "\"zone\":\"Europe/Berlin\",\"arguments\":[\"Ada\"],\"overlap\":\"skip\","
                + "\"catchUp\":3,\"paused\":false,\"declared\":false,\"next\":\"");
    assertThat(site.post("/v1/schedules/weekly/pause?why=holidays", "").text())
        .isEqualTo("{\"done\":\"paused\"}");
    assertThat(site.get("/v1/schedules").text()).contains("\"paused\":true");
    assertThat(site.post("/v1/schedules/weekly/resume", "").status()).isEqualTo(200);
    assertThat(site.get("/v1/schedules").text()).contains("\"paused\":false");
    assertThat(site.delete("/v1/schedules/weekly").text()).isEqualTo("{\"done\":\"removed\"}");
    assertThat(site.get("/v1/schedules").text()).isEqualTo("{\"schedules\":[]}");
  }

  @Test
  void theNextInstantsAreTold() {
    site.post(WEEKLY, "[\"Ada\"]");
    assertThat(site.get("/v1/schedules/weekly/next?count=2&after=2026-10-20T00:00:00Z").text())
        .isEqualTo("{\"instants\":[\"2026-10-26T08:00:00Z\",\"2026-11-02T08:00:00Z\"]}");
  }

  @Test
  void anIntervalIsASchedule() {
    var path = "/v1/schedules/poll?function=greet&every=PT15M&overlap=allow";
    assertThat(site.post(path, "[\"Ada\"]").text())
        .contains("\"everyMillis\":900000", "\"overlap\":\"allow\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/schedules/s?cron=@daily | [] | 400 | BAD_REQUEST",
        "/v1/schedules/s?function=greet | [\"a\"] | 400 | BAD_REQUEST",
        "/v1/schedules/s?function=greet&cron=@daily&every=PT1H | [\"a\"] | 400 | BAD_REQUEST",
        "/v1/schedules/s?function=greet&every=soon | [\"a\"] | 400 | BAD_REQUEST",
        "/v1/schedules/s?function=greet&cron=@daily&overlap=no | [\"a\"] | 400 | BAD_REQUEST",
        "/v1/schedules/s?function=greet&cron=@daily&catchUp=-1 | [\"a\"] | 400 | BAD_CATCH_UP",
        "/v1/schedules/s?function=greet&cron=@dialy | [\"a\"] | 400 | BAD_CRON",
        "/v1/schedules/s?function=greet&cron=@daily&zone=Mars | [\"a\"] | 400 | UNKNOWN_ZONE",
        "/v1/schedules/s?function=greet&cron=@daily | [] | 422 | VALUE_MISMATCH",
        "/v1/schedules/s?function=nobody&cron=@daily | [] | 404 | UNKNOWN_FUNCTION",
        "/v1/schedules/s%20t?function=greet&cron=@daily | [\"a\"] | 400 | BAD_NAME",
        "/v1/schedules/s/pause | {} | 404 | UNKNOWN_SCHEDULE"
      })
  void aScheduleThatCannotBeIsRefusedAndNothingChanges(
      String path, String body, int status, String code) {
    var got = site.post(path, body);
    assertThat(got.field("code")).isEqualTo(code);
    assertThat(got.status()).isEqualTo(status);
    assertThat(site.get("/v1/schedules").text()).isEqualTo("{\"schedules\":[]}");
  }
}
