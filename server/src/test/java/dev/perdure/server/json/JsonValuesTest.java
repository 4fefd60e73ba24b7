package dev.perdure.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Migrates;
import dev.perdure.api.Routed;
import dev.perdure.engine.FunctionName;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.codec.Codecs;
import dev.perdure.node.Perdure;
import dev.perdure.server.json.Everything.Circle;
import dev.perdure.server.json.Everything.Colour;
import dev.perdure.server.json.Everything.Fork;
import dev.perdure.server.json.Everything.Leaf;
import dev.perdure.server.json.Everything.Odd;
import dev.perdure.server.json.Everything.Pair;
import dev.perdure.server.json.Everything.Point;
import dev.perdure.server.json.Everything.Square;
import dev.perdure.server.json.Everything.Unit;
import dev.perdure.value.Edn;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValuesTest {
  private static final UUID ID = UUID.fromString("0198c0e2-1111-7000-8000-000000000001");
  private static final Point POINT = new Point(-3, 0.1);
  private static Perdure perdure;

  @BeforeAll
  static void deploy() {
    perdure = Perdure.inMemory();
    perdure.deploy("v1", Everything.class);
  }

  @AfterAll
  static void close() {
    perdure.close();
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call("numbers", (byte) -128, (short) 32767, 7, 1L << 60, 0.1f, -0.0),
        call("numbers", (byte) 0, (short) 0, Integer.MIN_VALUE, Long.MIN_VALUE, 1f, 1e300),
        call("numbers", (byte) 0, (short) 0, 0, 0L, Float.NaN, Double.NEGATIVE_INFINITY),
        call("boxed", (byte) 1, (short) 2, 3, Long.MAX_VALUE, 4f, 5.0),
        call("boxed", null, null, null, null, null, null),
        call("others", true, 'ä', false, '"', "snow ☃, 𝄞, \n\t\"\\ and \u0001"),
        call("others", false, 'x', null, null, null),
        call(
            "large",
            new BigInteger("-123456789012345678901234567890"),
            new BigDecimal("12.50"),
            ID,
            new byte[] {0, -1, 127}),
        call("large", BigInteger.ONE, new BigDecimal("1E+3"), null, new byte[0]),
        call(
            "dates",
            LocalDate.of(2026, 2, 28),
            LocalTime.of(23, 59, 59, 1),
            LocalDateTime.of(2026, 1, 31, 8, 30),
            Year.of(1999),
            YearMonth.of(2026, 12)),
        call(
            "moments",
            Instant.parse("2026-01-31T08:30:00.123456789Z"),
            OffsetDateTime.parse("2026-01-31T08:30:00+02:00"),
            OffsetTime.parse("08:30:00+02:00"),
            ZonedDateTime.parse("2026-01-31T08:30:00+01:00[Europe/Paris]")),
        call("lengths", Duration.ofMillis(1_500), Period.of(1, 2, 3), MonthDay.of(2, 29)),
        call(
            "zones",
            ZoneId.of("Europe/Paris"),
            ZoneOffset.ofHours(-5),
            DayOfWeek.MONDAY,
            Month.MAY),
        call(
            "collections",
            List.of(POINT, new Point(0, 2)),
            Set.of(Colour.RED, Colour.GREEN),
            Map.of("a", List.of(1, 2), "", List.of(), "x y", List.of(3)),
            Optional.of(POINT),
            Optional.empty()),
        call(
            "maps",
            Map.of(1, "one", -2, "two"),
            Map.of(Colour.RED, POINT),
            Map.of(ID, Instant.EPOCH),
            Map.of(POINT, "here", new Point(1, 1), "there"),
            Map.of(true, 1.0, false, 0.5),
            Map.of(LocalDate.of(2026, 1, 1), new BigDecimal("0.10"))),
        call("maps", Map.of(), Map.of(), Map.of(), Map.of(), new TreeMap<>(), null),
        call(
            "records",
            POINT,
            new Pair<>(POINT, List.of(Colour.GREEN)),
            new Pair<>("text", Long.MAX_VALUE)),
        call(
            "shapes",
            Arrays.asList(
                new Circle(POINT, 1.5f),
                new Square(POINT, Optional.of("a")),
                new Square(POINT, Optional.empty()),
                Unit.UNIT_SQUARE,
                new Odd("Circle", 7),
                null),
            new Fork<>(new Leaf<>(POINT), new Fork<>(new Leaf<>(null), new Leaf<>(POINT)))));
  }

  private static Arguments call(String function, Object... arguments) {
    return Arguments.of(function, arguments);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatIsWrittenOfAnObjectIsReadBackByItsType(String function, Object[] arguments) {
    var values = values(function, arguments);
    var json = Json.write(values);
    assertThat(read(function, json)).as(json).isEqualTo(values);
  }

  private static Vec values(String function, Object[] arguments) {
    var codecs = new Codecs();
    var types = method(function).getGenericParameterTypes();
    var values = new ArrayList<Value>();
    for (int i = 0; i < arguments.length; i++) {
      values.add(codecs.of(types[i]).toValue(arguments[i]));
    }
    return Vec.of(values);
  }

  private static Method method(String name) {
    return Arrays.stream(Everything.class.getDeclaredMethods())
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  record Amount(long cents, Optional<String> currency) {
    record V1(BigDecimal euros) {
      @Migrates
      static V1 of(BigDecimal bare) {
        return new V1(bare);
      }
    }

    @Migrates
    static Amount of(V1 old) {
      return new Amount(old.euros().movePointRight(2).longValueExact(), Optional.of("EUR"));
    }
  }

  static final class Till {
    private Till() {}

    @Routed
    static long till(List<Amount> amounts) {
      return amounts.stream().mapToLong(Amount::cents).sum();
    }
  }

  @Test
  void anOldShapeIsReadByItsOwnTypes() {
    perdure.deploy("till", Till.class);
    assertThat(read("till", "[[{\"cents\":\"7\"},{\"euros\":1.5},\"2.50\"]]"))
        .hasToString("[[{:cents 7} {:euros 1.5M} 2.50M]]");
  }

  private static Vec read(String function, String json) {
    FunctionTypes types = perdure.node().types(new FunctionName(function), null).orElseThrow();
    return new JsonValues(types.shapes())
        .arguments(
            function, types.signature(), JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numbers | [1,2,3,\"9007199254740993\",1,2] | [1 2 3 9007199254740993 1.0 2.0]",
        "large | [5,12.50,null,null] | [5N 12.50M nil nil]",
        "records | [{\"x\":1,\"y\":2,\"new\":[1.5,{\"a b\":null}]},null,null] |"
            + " [{:x 1 :y 2.0 :new [1.5 {\"a b\" nil}]} nil nil]",
        "shapes | [[{\"$type\":\"Circle\",\"radius\":1}],null] |"
            + " [[#Shape/Circle {:radius 1.0}] nil]",
      })
  void whatPeopleWriteIsReadByTypeAndUnknownFieldsAreKept(
      String function, String json, String edn) {
    assertThat(read(function, json)).isEqualTo(Edn.read(edn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numbers | [128] | argument 1 of numbers | an integer from -128 to 127, found 128",
        "numbers | [1,2,3.5] | argument 3 of numbers | found 3.5",
        "numbers | [1,2,\"x\"] | argument 3 of numbers | found \"x\"",
        "others | [1] | argument 1 of others | true or false, found 1",
        "others | [true,\"ab\"] | argument 2 of others | one character, found \"ab\"",
        "large | [1,\"x\"] | argument 2 of large | a decimal number, found \"x\"",
        "large | [1,1,\"1-1-1-1-1\"] | argument 3 of large | a UUID",
        "large | [1,1,null,\"*\"] | argument 4 of large | base64",
        "moments | [\"today\"] | argument 1 of moments | a time",
        "zones | [null,null,\"monday\"] | argument 3 of zones | a name",
        "collections | [[{\"x\":1},{\"x\":true}]] |"
            + " List<dev.perdure.server.json.Everything$Point>[1].x | found true",
        "collections | [null,[\"RED\",\"BLUE\"]] | [1] | one of [RED, GREEN], found \"BLUE\"",
        "collections | [null,[\"RED\",\"RED\"]] | argument 2 | stands twice",
        "collections | [null,null,{\"a\":[1,null,\"x\"]}] | {a}[2] | found \"x\"",
        "maps | [{\"x\":\"one\"}] | {x} | an integer",
        "maps | [null,null,null,[[1]]] | argument 4 of maps | a key and a value",
        "shapes | [[{\"$type\":\"Oval\"}]] | [0] | $type is one of [Circle, Square, Unit, Odd]",
        "shapes | [[{\"$type\":\"Circle\",\"centre\":{\"x\":\"a\"}}]] | [0](Circle).centre.x |"
            + " found \"a\"",
        "records | {\"x\":1} | records | an array of arguments",
      })
  void whatDoesNotFitIsToldWithThePathToIt(
      String function, String json, String where, String what) {
    assertThatThrownBy(() -> read(function, json))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code().name()).isEqualTo("VALUE_MISMATCH");
              assertThat(e.problem().where()).contains(where);
              assertThat(e.problem().what()).contains(what);
            });
  }

  @Test
  void aNumberOfTooManyDigitsIsRefusedBeforeItIsComputed() {
    var digits = "9".repeat(20_000);
    assertThatThrownBy(() -> read("large", "[" + digits + "]"))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(JsonCode.JSON_LIMIT));
    assertThatThrownBy(() -> read("large", "[\"" + digits + "\"]"))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code().name()).isEqualTo("VALUE_MISMATCH"));
  }
}
