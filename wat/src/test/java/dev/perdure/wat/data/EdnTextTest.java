package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Ratio;
import dev.perdure.wat.run.BigStack;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The table of W10, in the direction of writing.
class EdnTextTest {
  private static void assertWritten(Object value, String text) {
    assertThat(EdnWriter.write(value)).isEqualTo(text);
  }

  @Test
  void scalars() {
    assertWritten(Nothing.NIL, "nil");
    assertWritten(true, "true");
    assertWritten(42L, "42");
    assertWritten("s\"\\\n\t\r\0é😀", "\"s\\\"\\\\\\n\\t\\r\\0é😀\"");
    assertWritten('a', "\\a");
    assertWritten('\n', "\\newline");
    assertWritten(' ', "\\space");
    assertWritten('\u2028', "\\u2028");
    assertWritten(BigInteger.valueOf(5), "5N");
    assertWritten(Ratio.of(BigInteger.ONE, BigInteger.TWO), "1/2");
  }

  @Test
  void floatsAreShortestWithPointOrExponent() {
    assertWritten(42.0, "42.0");
    assertWritten(1e16, "1e16");
    assertWritten(1.5e-7, "1.5e-7");
    assertWritten(-0.0, "-0.0");
    assertWritten(0.1, "0.1");
    assertWritten(Double.NaN, "#wat.core.f64/NaN []");
    assertWritten(Double.POSITIVE_INFINITY, "#wat.core.f64/+Inf []");
    assertWritten(Double.NEGATIVE_INFINITY, "#wat.core.f64/-Inf []");
  }

  @Test
  void keywordsHaveTheirNamespaceBeforeASlash() {
    assertWritten(new Keyword("acme::tax::rate"), ":acme.tax/rate");
    assertWritten(new Keyword("rate"), ":rate");
    assertWritten(new Keyword("wat::core::<"), ":wat.core/<");
    assertWritten(
        new Keyword("wat::core::Vector<wat::core::i64>"), ":wat.core/Vector<wat::core::i64>");
  }

  @Test
  void aKeywordWithoutANameOfItsOwnIsATaggedString() {
    assertWritten(new Keyword("acme::Point/x"), "#wat.core/keyword \"acme::Point/x\"");
    assertWritten(new Keyword("a/b"), "#wat.core/keyword \"a/b\"");
    assertWritten(new Keyword(""), "#wat.core/keyword \"\"");
    assertWritten(
        new Keyword("wat::core::Result<a,b>"), "#wat.core/keyword \"wat::core::Result<a,b>\"");
  }

  @Test
  void collectionsAndTuples() {
    assertWritten(Vector.of(1L, 2L), "[1 2]");
    assertWritten(Tuple.of(1L, "a"), "[1 \"a\"]");
    assertWritten(List.of(1L, 2L), "(1 2)");
    assertWritten(HashMap.of(new Keyword("k"), 1L), "{:k 1}");
    assertWritten(HashSet.of(1L), "#{1}");
    assertWritten(new PersistentVector(Vector.of(1L)), "#wat.core/PersistentVector [1]");
    assertWritten(new PersistentMap(HashMap.of(1L, 2L)), "#wat.core/PersistentMap {1 2}");
  }

  @Test
  void optionAndResult() {
    assertWritten(Variant.some(1L), "#wat.core.Option/Some [1]");
    assertWritten(Variant.NONE, "#wat.core.Option/None []");
    assertWritten(Variant.ok(1L), "#wat.core.Result/Ok [1]");
    assertWritten(Variant.err("e"), "#wat.core.Result/Err [\"e\"]");
  }

  @Test
  void recordsInDeclarationOrderEnumsAndNewtypes() {
    assertWritten(World.point(1, 2), "#acme.geo/Point {:x 1 :y 2}");
    assertWritten(Variant.of(World.SHAPE.get(1), 1.0), "#acme.geo.Shape/Circle [1.0]");
    assertWritten(Variant.unit(World.SHAPE.get(0)), "#acme.geo.Shape/Dot []");
    assertWritten(new Wrapped("acme::Cents", 5L), "#acme/Cents {:0 5}");
  }

  @Test
  void timesAndUuids() {
    assertWritten(Instant.parse("2026-01-31T08:30:00.5Z"), "#inst \"2026-01-31T08:30:00.500Z\"");
    assertWritten(new UUID(0, 1), "#uuid \"00000000-0000-0000-0000-000000000001\"");
    assertWritten(Duration.ofMinutes(1), "60000000000");
    assertWritten(Duration.ofNanos(Long.MIN_VALUE), "-9223372036854775808");
  }

  @Test
  void aFormIsItself() {
    var text = "(:wat::core::defn :acme::f<T> [x <- :T] -> \"s\" {b 1 a #{c \\a}} combine<A,B> 5N)";
    var form = EdnReader.read(text, World.type(":wat::WatAST"), World.TABLE);
    assertWritten(form, text);
  }

  @Test
  void functionsAndHandlesArePrinted() {
    assertWritten(OrderTest.handle(), "#wat.kernel/Thread nil");
    assertWritten(OrderTest.function(), "#wat.core/Fn nil");
    assertWritten(Stream.EMPTY, "#wat.stream/Stream nil");
  }

  @Test
  void canonicalTextSortsEntriesByTheirBytes() {
    var map =
        HashMap.of("b", 1L, "a", 2L, 10L, 3L, 9L, 4L, new Keyword("k"), HashSet.of(3L, 1L, 2L));
    assertThat(EdnWriter.writeCanonical(map)).isEqualTo("{\"a\" 2 \"b\" 1 10 3 9 4 :k #{1 2 3}}");
    assertThat(EdnWriter.writeCanonical(World.point(2, 1)))
        .isEqualTo("#acme.geo/Point {:x 2 :y 1}");
  }

  @Test
  void equalMapsHaveOneCanonicalText() {
    Seeds.check(
        100,
        gen -> {
          var type = World.type(":wat::core::HashMap<wat::core::i64,wat::core::String>");
          var map = (HashMap) gen.value(type);
          var again = new HashMapBuilder();
          var entries = new ArrayList<HashMap.Entry>();
          map.forEach(entries::addFirst);
          entries.forEach(entry -> again.put(entry.key(), entry.value()));
          assertThat(EdnWriter.writeCanonical(again.build()))
              .isEqualTo(EdnWriter.writeCanonical(map));
          assertThat(EdnWriter.write(again.build())).isEqualTo(EdnWriter.write(map));
        });
  }

  @Test
  void aPrettyTextKeepsShortCollectionsOnOneLine() {
    assertThat(EdnWriter.writePretty(Vector.of(1L, 2L))).isEqualTo("[1 2]");
    var points = new VectorBuilder();
    for (int i = 0; i < 4; i++) {
      points.add(World.point(i, 1_000_000));
    }
    assertThat(EdnWriter.writePretty(HashMap.of(new Keyword("points"), points.build())))
        .isEqualTo(
            """
            {
              :points [
                #acme.geo/Point {:x 0 :y 1000000}
                #acme.geo/Point {:x 1 :y 1000000}
                #acme.geo/Point {:x 2 :y 1000000}
                #acme.geo/Point {:x 3 :y 1000000}
              ]
            }\
            """);
  }

  @Test
  void aValueThatIsNestedTooDeepIsRefused() {
    Object value = 1L;
    for (int i = 0; i < 100_001; i++) {
      value = Vector.of(value);
    }
    var deep = value;
    assertThatThrownBy(() -> BigStack.call("deep", () -> EdnWriter.write(deep)))
        .isInstanceOf(EdnFault.class);
    assertThat(Show.of(deep)).contains("…");
  }

  @Test
  void aValueOfAnyDepthThatAProgramMakesIsWrittenAndReadBack() {
    Object value = 1L;
    for (int i = 0; i < 50_000; i++) {
      value = Vector.of(value);
    }
    var deep = value;
    var text = BigStack.call("deep", () -> EdnWriter.write(deep));
    assertThat(text).hasSize(100_001);
    var read =
        BigStack.call(
            "deep", () -> EdnReader.read(text, World.type(":wat::core::Value"), World.TABLE));
    assertThat(BigStack.call("deep", () -> EdnWriter.write(read))).isEqualTo(text);
  }

  @Test
  void whereTheStackIsSmallADeepValueIsRefusedAndNothingIsLost() {
    Object value = 1L;
    for (int i = 0; i < 99_000; i++) {
      value = Vector.of(value);
    }
    var deep = value;
    assertThatThrownBy(() -> EdnWriter.write(deep)).isInstanceOf(EdnFault.class);
    assertThatThrownBy(() -> Portable.toValue(deep)).isInstanceOf(EdnFault.class);
    assertThat(EdnWriter.write(Vector.of(1L))).isEqualTo("[1]");
  }
}
