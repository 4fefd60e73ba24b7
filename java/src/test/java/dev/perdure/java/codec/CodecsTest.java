package dev.perdure.java.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Edn;
import dev.perdure.value.Keyword;
import dev.perdure.value.Limits;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Value;
import dev.perdure.value.ValueCode;
import dev.perdure.value.ValueCodec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void anObjectOfAGenericRecordIsWrittenByTheClassesInIt() {
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

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aValueOfAnotherShapeIsAProblemWithItsPathHoweverOftenTheTypeIsAsked(
      Type type, String edn, String path) {
    for (int asked = 0; asked < 3; asked++) {
      var codec = codecs.of(type);
      assertThatThrownBy(() -> codec.fromValue(Edn.read(edn)))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(CodecCode.VALUE_MISMATCH);
                assertThat(e.problem().where()).isEqualTo(type.getTypeName() + path);
              });
    }
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of(DayOfWeek.class, ":SOMEDAY", ""),
        Arguments.of(Item.class, "{:sku 1 :quantity 2}", ".sku"),
        Arguments.of(Shape.class, "#Shape/Blob {}", ""),
        Arguments.of(Shape.class, "#Shape/Circle {:radius nil}", "(Circle).radius"),
        Arguments.of(type("days"), "[:MONDAY :SOMEDAY]", "[1]"),
        Arguments.of(type("byDay"), "{:MONDAY #Shape/Blob {}}", "{:MONDAY}"),
        Arguments.of(type("perhaps"), ":SOMEDAY", ""),
        Arguments.of(type("shapes"), "{:items [#Shape/Blob {}] :next nil}", ".items[0]"));
  }

  @ParameterizedTest
  @MethodSource("wrongObjects")
  void anObjectOfAnotherTypeIsAProblemWithItsPathHoweverOftenTheTypeIsAsked(
      Type type, Object object, String path) {
    for (int asked = 0; asked < 3; asked++) {
      var codec = codecs.of(type);
      assertThatThrownBy(() -> codec.toValue(object))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(CodecCode.VALUE_MISMATCH);
                assertThat(e.problem().where()).isEqualTo(type.getTypeName() + path);
              });
    }
  }

  static Stream<Arguments> wrongObjects() {
    return Stream.of(
        Arguments.of(DayOfWeek.class, "MONDAY", ""),
        Arguments.of(Item.class, 1, ""),
        Arguments.of(Shape.class, new Item("plum", 1), ""),
        Arguments.of(type("days"), List.of(DayOfWeek.MONDAY, 2), "[1]"),
        Arguments.of(type("byDay"), Map.of(DayOfWeek.MONDAY, 2), "{MONDAY}"),
        Arguments.of(type("perhaps"), Optional.of(2), ""));
  }

  record Doll(Optional<Doll> inner) {}

  sealed interface Tree {
    record Leaf() implements Tree {}

    record Fork(List<Tree> branches) implements Tree {}
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 513, 2000, 100_000})
  void anObjectIsWrittenAndReadAsDeepAsValuesGoAndNoDeeper(int depth) {
    var doll = new Doll(Optional.empty());
    Value value = MapValue.of(Keyword.of("inner"), Nil.NIL);
    for (int i = 1; i < depth; i++) {
      doll = new Doll(Optional.of(doll));
      value = MapValue.of(Keyword.of("inner"), value);
    }
    var deepest = doll;
    var written = value;
    var codec = codecs.of(Doll.class);
    if (depth <= Limits.DEPTH_CEILING) {
      ValueCodec.encode(codec.toValue(deepest));
      assertThat(codec.toValue(codec.fromValue(written))).isEqualTo(written);
    } else {
      assertTooDeep(() -> codec.toValue(deepest));
      assertTooDeep(() -> codecs.toValue(deepest));
      assertTooDeep(() -> codec.fromValue(written));
    }
  }

  @Test
  void aTreeAndAListThatContainThemselvesAreTooDeep() {
    var branches = new ArrayList<Tree>();
    branches.add(new Tree.Fork(branches));
    assertTooDeep(() -> codecs.of(Tree.class).toValue(branches.getFirst()));
    var list = new ArrayList<Object>();
    list.add(list);
    assertTooDeep(() -> codecs.toValue(list));
  }

  private static void assertTooDeep(ThrowingCallable conversion) {
    assertThatThrownBy(conversion)
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ValueCode.CODEC_LIMIT));
  }

  private static Type pageOfShapes() {
    return type("shapes");
  }

  private static Type type(String method) {
    try {
      return Types.class.getDeclaredMethod(method).getGenericReturnType();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unused") // names types
  private interface Types {
    Page<Shape> shapes();

    List<DayOfWeek> days();

    Map<DayOfWeek, Shape> byDay();

    Optional<DayOfWeek> perhaps();
  }
}
