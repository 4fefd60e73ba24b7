package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Payload;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When functions are started (E17), as annotations say it.
class CronPolicyTest {
  private static Map<String, byte[]> reports(String annotation, String parameters) {
    return Sources.compile(
        "import dev.perdure.api.*;\nimport java.time.Instant;\nclass Reports { @Routed(\"weekly\") "
            + annotation
            + " int report("
            + parameters
            + ") { return 7; } }");
  }

  private static Frozen frozen(String annotation, String parameters) {
    var source = ClassSource.memory(reports(annotation, parameters));
    return Freezer.strict().freeze(source, List.of()).orThrow();
  }

  private static Schedule declared(String annotation, String parameters) {
    return (Schedule)
        frozen(annotation, parameters).functions().get("weekly").declared().getFirst();
  }

  @Test
  void aScheduleHasTheNameOfItsFunctionAndSkipsWhatOverlaps() {
    var schedule = declared("@Cron(\"0 9 * * MON\")", "");
    assertThat(schedule.name().text()).isEqualTo("weekly");
    assertThat(schedule.function().text()).isEqualTo("weekly");
    assertThat(schedule.arguments()).isEqualTo(Payload.NO_ARGUMENTS);
    assertThat(schedule.recurrence()).isEqualTo(Recurrence.cron("0 9 * * MON", "UTC"));
    assertThat(schedule.overlap()).isEqualTo(Schedule.Overlap.SKIP);
    assertThat(schedule.catchUpMax()).isEqualTo(1);
  }

  @Test
  void aScheduleOfAMethodThatIsNoFunctionIsRefused() {
    var source =
        ClassSource.memory(
            Sources.compile(
                "import dev.perdure.api.*;\nclass Reports { @Routed int one() { return 1; }\n"
                    + " @Cron(\"@daily\") int two() { return 2; } }"));
    assertThat(((FreezeResult.Refused) Freezer.strict().freeze(source, List.of())).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(JavaCode.JAVA_SCHEDULE);
          assertThat(problem.what()).contains("two", "no function");
          assertThat(problem.where()).endsWith(":3");
        });
  }

  @Test
  void allOfItCanBeSaid() {
    var schedule =
        declared(
            "@Cron(value = \"@daily\", zone = \"Europe/Berlin\", overlap = Cron.Overlap.ALLOW,"
                + " catchUp = 7)",
            "Instant due");
    assertThat(schedule.arguments()).as("the instant it is due").isNull();
    assertThat(schedule.recurrence()).isEqualTo(Recurrence.cron("@daily", "Europe/Berlin"));
    assertThat(schedule.overlap()).isEqualTo(Schedule.Overlap.ALLOW);
    assertThat(schedule.catchUpMax()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Cron(\"0 9 * MON\")",
        "@Cron(\"61 9 * * MON\")",
        "@Cron(value = \"@daily\", zone = \"Mars\")",
        "@Cron(value = \"@daily\", catchUp = -1)"
      })
  void whatMeansNothingIsRefusedWithItsPlace(String annotation) {
    var problems = Trial.problems(reports(annotation, ""));
    assertThat(problems).extracting(Problem::code).containsExactly(JavaCode.JAVA_SCHEDULE);
    assertThat(problems.getFirst().what()).contains("Reports.report");
    assertThat(problems.getFirst().where()).startsWith("Reports.java");
  }

  @Test
  void aParameterThatNothingIsKnownOfIsRefused() {
    for (var parameters : List.of("String name", "Instant due, int more", "long due")) {
      assertThat(Trial.problems(reports("@Cron(\"@daily\")", parameters)))
          .extracting(Problem::code)
          .containsExactly(JavaCode.JAVA_SCHEDULE);
    }
  }

  @Test
  void anotherScheduleIsAnotherUniverseOfTheSameFunction() {
    var plain = frozen("", "");
    var daily = frozen("@Cron(\"@daily\")", "");
    assertThat(daily.hash()).isNotEqualTo(plain.hash());
    assertThat(daily.hash()).isNotEqualTo(frozen("@Cron(\"@weekly\")", "").hash());
    assertThat(daily.functions().get("weekly").hash())
        .isEqualTo(plain.functions().get("weekly").hash());
  }
}
