package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId UTC = ZoneId.of("UTC");

  /// Zones whose clocks are set: at night, at midnight, by half an hour, over a whole day.
  private static final List<ZoneId> ZONES =
      List.of(
          UTC,
          BERLIN,
          ZoneId.of("America/Sao_Paulo"),
          ZoneId.of("America/Goose_Bay"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("Asia/Kathmandu"));

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static List<String> next(String cron, String after, int count) {
    var moments = new ArrayList<String>();
    var moment = at(after, BERLIN);
    for (int i = 0; i < count; i++) {
      moment = Cron.parse(cron).next(moment, BERLIN);
      moments.add(moment.atZone(BERLIN).toOffsetDateTime().toString());
    }
    return moments;
  }

  @Test
  void aTimeOfDayThatClocksSkipHappensWhenTheGapIsOver() {
    assertThat(next("30 2 * * *", "2026-03-28T12:00", 2))
        .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
  }

  @Test
  void aTimeOfDayThatClocksRepeatHappensOnce() {
    assertThat(next("30 2 * * *", "2026-10-24T12:00", 2))
        .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
  }

  @Test
  void whatHappensEveryHourGoesByRealTime() {
    assertThat(next("30 * * * *", "2026-03-29T00:45", 2))
        .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00");
    assertThat(next("30 * * * *", "2026-10-25T01:45", 3))
        .containsExactly(
            "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2026-10-25T03:30+01:00");
  }

  @Test
  void ofTwoDayFieldsThatRestrictSomethingOneIsEnough() {
    assertThat(next("0 9 13 * FRI", "2026-11-12T12:00", 3))
        .containsExactly(
            "2026-11-13T09:00+01:00", "2026-11-20T09:00+01:00", "2026-11-27T09:00+01:00");
    assertThat(next("0 9 15 * FRI", "2026-11-14T00:00", 2))
        .containsExactly("2026-11-15T09:00+01:00", "2026-11-20T09:00+01:00");
  }

  @Test
  void theLastDayOfTheMonthIsFound() {
    assertThat(next("0 0 L * *", "2028-01-31T12:00", 2))
        .containsExactly("2028-02-29T00:00+01:00", "2028-03-31T00:00+02:00");
  }

  @Test
  void aLeapDayIsFoundOverACenturyThatHasNone() {
    assertThat(Cron.parse("0 0 29 2 *").next(at("2096-03-01T00:00", UTC), UTC))
        .isEqualTo(at("2104-02-29T00:00", UTC));
    assertThat(Cron.parse("0 0 29 2 *").last(at("2104-02-28T00:00", UTC), UTC))
        .isEqualTo(at("2096-02-29T00:00", UTC));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "@hourly|0 * * * *",
        "@daily|0 0 * * *",
        "@midnight|0 0 * * *",
        "@weekly|0 0 * * SUN",
        "@monthly|0 0 1 * *",
        "@yearly|0 0 1 JAN *",
        "@Annually|0 0 1 1 *",
        "0 9 * * 7|0 9 * * sun",
        "0 9 * * 5-7|0 9 * * FRI,SAT,0",
        "*/20 9 * * *|0,20,40 9 * * *",
        "10-30/10 9 * Jan-Mar *|10,20,30 9 * 1,2,3 *"
      },
      delimiter = '|')
  void twoWaysToWriteTheSameAreTheSame(String one, String other) {
    var moment = at("2026-01-05T00:00", UTC);
    for (int i = 0; i < 50; i++) {
      var next = Cron.parse(one).next(moment, UTC);
      assertThat(Cron.parse(other).next(moment, UTC)).isEqualTo(next);
      moment = next;
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "0 9 * *|column 8|it has 4 fields, not 5",
        "0 9 * * MON 2026|column 13|it has 6 fields, not 5",
        "60 9 * * *|column 1|\"60\" is no minute from 0 to 59",
        "0 9,25 * * *|column 5|\"25\" is no hour from 0 to 23",
        "0 9 0 * *|column 5|\"0\" is no day of month from 1 to 31",
        "0 9 * MAY-FEB *|column 7|the range MAY-FEB of the month runs backwards",
        "0 9 * * MUN|column 9|\"MUN\" is no day of week from 0 to 7",
        "*/0 9 * * *|column 3|the step \"0\" of the minute is no number from 1 to 99",
        "5/10 9 * * *|column 1|a step of the single minute 5",
        "1-2-3 9 * * *|column 5|a second range",
        "*/2/2 9 * * *|column 5|a second step",
        "0 9 , * *|column 5|\"\" is no day of month from 1 to 31",
        "0 9 30 2 *|column 5|none of its months has such a day",
        "0 9 31 4,6,9 *|column 5|none of its months has such a day",
        "@fortnightly|column 1|there is no @fortnightly"
      },
      delimiter = '|')
  void whatIsNoExpressionIsRefusedWithItsPlace(String text, String where, String why) {
    assertThatThrownBy(() -> Cron.parse(text))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(EngineCode.BAD_CRON);
              assertThat(e.problem().where()).isEqualTo(where);
              assertThat(e.problem().what()).contains("\"" + text + "\"").endsWith(why);
            });
  }

  /// A second, slow way to know: look at each minute of real time.
  private record Oracle(
      IntPredicate minute,
      IntPredicate hour,
      IntPredicate day,
      IntPredicate month,
      IntPredicate week,
      boolean everyHour,
      boolean eitherDay) {
    boolean fits(ZonedDateTime t) {
      boolean byDay = day.test(t.getDayOfMonth());
      boolean byWeek = week.test(t.getDayOfWeek().getValue() % 7);
      return minute.test(t.getMinute())
          && hour.test(t.getHour())
          && month.test(t.getMonthValue())
          && (eitherDay ? byDay || byWeek : byDay && byWeek);
    }

    boolean happens(Instant moment, ZoneId zone) {
      var rules = zone.getRules();
      var t = moment.atZone(zone);
      var change = rules.getTransition(t.toLocalDateTime().minusNanos(1));
      if (!everyHour && change != null && change.isGap() && change.getInstant().equals(moment)) {
        for (var local = change.getDateTimeBefore();
            local.isBefore(change.getDateTimeAfter());
            local = local.plusMinutes(1)) {
          if (fits(local.atOffset(UTC.getRules().getOffset(moment)).toZonedDateTime())) {
            return true;
          }
        }
      }
      boolean again = !rules.getValidOffsets(t.toLocalDateTime()).getFirst().equals(t.getOffset());
      return fits(t) && (everyHour || !again);
    }
  }

  private record Drawn(String text, Oracle oracle) {}

  private record Field(String text, IntPredicate fits) {}

  private static Field field(SplittableRandom random, int min, int max) {
    int from = min + random.nextInt(max - min + 1);
    int to = from + random.nextInt(max - from + 1);
    int step = 1 + random.nextInt(4);
    return switch (random.nextInt(5)) {
      case 0 -> new Field(from + "", n -> n == from);
      case 1 -> new Field(from + "-" + to, n -> n >= from && n <= to);
      case 2 ->
          new Field(
              from + "-" + to + "/" + step, n -> n >= from && n <= to && (n - from) % step == 0);
      case 3 -> new Field(from + "," + to, n -> n == from || n == to);
      default -> new Field("*", _ -> true);
    };
  }

  private static Drawn draw(SplittableRandom random) {
    var minute = field(random, 0, 59);
    var hour = field(random, 0, 23);
    var day = field(random, 1, 28);
    var week = field(random, 0, 6);
    boolean everyDay = java.util.stream.IntStream.rangeClosed(1, 31).allMatch(day.fits());
    boolean everyWeekday = java.util.stream.IntStream.rangeClosed(0, 6).allMatch(week.fits());
    boolean everyHour = java.util.stream.IntStream.rangeClosed(0, 23).allMatch(hour.fits());
    return new Drawn(
        String.join(" ", minute.text(), hour.text(), day.text(), "*", week.text()),
        new Oracle(
            minute.fits(),
            hour.fits(),
            day.fits(),
            _ -> true,
            week.fits(),
            everyHour,
            !everyDay && !everyWeekday));
  }

  /// Around the days on which clocks are set, and elsewhere.
  private static Instant anyMoment(SplittableRandom random, ZoneId zone) {
    var moment = Instant.ofEpochSecond(1_200_000_000L + random.nextLong(900_000_000L));
    var change = zone.getRules().previousTransition(moment);
    return change == null || random.nextInt(4) == 0
        ? moment
        : change.getInstant().plusSeconds(random.nextLong(-180_000, 180_000));
  }

  @Test
  void theNextAndTheLastMomentAreThoseThatLookingAtEachMinuteFinds() {
    for (int seed = 0; seed < 1_500; seed++) {
      var random = new SplittableRandom(seed);
      var zone = ZONES.get(random.nextInt(ZONES.size()));
      var drawn = draw(random);
      var from = anyMoment(random, zone);
      var cron = Cron.parse(drawn.text());
      var as = "seed " + seed + ", " + drawn.text() + " in " + zone + " from " + from;
      var next = cron.next(from, zone);
      var last = cron.last(from, zone);
      assertThat(next).as(as).isAfter(from);
      assertThat(last).as(as).isBeforeOrEqualTo(from);
      long minutes = 0;
      for (var m = from.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
          minutes++ < 3_000 && !m.isAfter(next);
          m = m.plusSeconds(60)) {
        assertThat(drawn.oracle().happens(m, zone)).as(as + " at " + m).isEqualTo(m.equals(next));
      }
      minutes = 0;
      for (var m = from.truncatedTo(ChronoUnit.MINUTES);
          minutes++ < 3_000 && !m.isBefore(last);
          m = m.minusSeconds(60)) {
        assertThat(drawn.oracle().happens(m, zone)).as(as + " at " + m).isEqualTo(m.equals(last));
      }
    }
  }
}
