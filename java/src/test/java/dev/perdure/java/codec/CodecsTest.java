package dev.perdure.java.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodecsTest {
  record Page<T>(List<T> items, Optional<Page<T>> next) {}

  record Item(String sku, int quantity) {}

  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}
  }

  private final Codecs codecs = new Codecs();

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(true, "true"),
        Arguments.of(42, "42"),
        Arguments.of(1.5, "1.5"),
        Arguments.of('c', "\\c"),
        Arguments.of("text", "\"text\""),
        Arguments.of(BigInteger.valueOf(42), "42N"),
        Arguments.of(new BigDecimal("1.50"), "1.50M"),
        Arguments.of(new Item("plum", 2), "{:quantity 2 :sku \"plum\"}"),
        Arguments.of(new Shape.Circle(2), "#Shape/Circle {:radius 2.0}"),
        Arguments.of(DayOfWeek.MONDAY, ":MONDAY"),
        Arguments.of(Instant.EPOCH, "#inst \"1970-01-01T00:00:00Z\""),
        Arguments.of(new UUID(1, 2), "#uuid \"00000000-0000-0001-0000-000000000002\""),
        Arguments.of(LocalDate.of(2030, 1, 31), "#time/LocalDate \"2030-01-31\""),
        Arguments.of(LocalTime.NOON, "#time/LocalTime \"12:00\""),
        Arguments.of(Duration.ofHours(1), "#time/Duration \"PT1H\""),
        Arguments.of(Period.ofDays(1), "#time/Period \"P1D\""),
        Arguments.of(MonthDay.of(2, 29), "#time/MonthDay \"--02-29\""),
        Arguments.of(Year.of(2030), "#time/Year \"2030\""),
        Arguments.of(YearMonth.of(2030, 1), "#time/YearMonth \"2030-01\""),
        Arguments.of(OffsetTime.of(LocalTime.NOON, ZoneOffset.UTC), "#time/OffsetTime \"12:00Z\""),
        Arguments.of(ZoneOffset.ofHours(1), "#time/ZoneOffset \"+01:00\""));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsWrittenByItsClassAndReadByItsType(Object object, String edn) {
    var value = codecs.toValue(object);
    assertThat(value).hasToString(edn);
    var type = object instanceof Shape ? Shape.class : object.getClass();
    assertThat(codecs.of(type).fromValue(value)).isEqualTo(object);
  }

  @Test
  void aZoneIsWrittenWhateverItsHiddenClassIs() {
    var paris = ZoneId.of("Europe/Paris");
    var value = codecs.toValue(paris);
    assertThat(value).hasToString("#time/ZoneId \"Europe/Paris\"");
    assertThat(codecs.of(ZoneId.class).fromValue(value)).isEqualTo(paris);
  }

  @Test
  void collectionsAndBytesAreWrittenByWhatIsInThem() {
    assertThat(codecs.toValue(List.of(1, "a"))).hasToString("[1 \"a\"]");
    assertThat(codecs.toValue(Set.of(1))).hasToString("#{1}");
    assertThat(codecs.toValue(Map.of("a", Optional.of(1)))).hasToString("{\"a\" 1}");
    assertThat(codecs.toValue(Optional.empty())).hasToString("nil");
    assertThat(codecs.toValue(new byte[] {1, 2})).hasToString("#perdure/bytes \"AQI=\"");
  }

  @Test
  void anObjectOfAGenericRecordIsWrittenByTheClassesInIt() throws NoSuchMethodException {
    var page =
        new Page<>(
            List.<Shape>of(new Shape.Circle(1)),
            Optional.of(new Page<>(List.<Shape>of(), Optional.empty())));
    var value = codecs.toValue(page);
    assertThat(value)
        .hasToString("{:items [#Shape/Circle {:radius 1.0}] :next {:items [] :next nil}}");
    assertThat(codecs.of(pageOfShapes()).fromValue(value)).isEqualTo(page);
    assertThatThrownBy(() -> codecs.of(Page.class)).hasMessageContaining("TYPE_NOT_A_VALUE");
  }

  private static Type pageOfShapes() throws NoSuchMethodException {
    return CodecsTest.class.getDeclaredMethod("shapes").getGenericReturnType();
  }

  @SuppressWarnings("unused") // names a type
  private static Page<Shape> shapes() {
    throw new AssertionError("named only");
  }
}
