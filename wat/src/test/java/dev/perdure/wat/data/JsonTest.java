package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Ratio;
import dev.perdure.wat.type.Basic;
import java.math.BigInteger;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// JSON of W10.
class JsonTest {
  private static void assertJson(Object value, String json) {
    assertThat(Json.write(value)).isEqualTo(json);
    assertThat(Json.read(json, Basic.VALUE, World.SHAPES)).isEqualTo(value);
  }

  @Test
  void whatJsonHasIsPlain() {
    assertJson(Nothing.NIL, "null");
    assertJson(true, "true");
    assertJson(42L, "42");
    assertJson(42.0, "42.0");
    assertJson(1e16, "1e16");
    assertJson("s\"\n\u0001é", "\"s\\\"\\n\\u0001é\"");
    assertJson(Vector.of(1L, Vector.EMPTY), "[1,[]]");
    assertJson(HashMap.of("a", 1L), "{\"a\":1}");
    assertJson(HashMap.EMPTY, "{}");
  }

  @Test
  void keywordsAreStringsWithAColon() {
    assertJson(new Keyword("acme::tax::rate"), "\":acme.tax/rate\"");
    assertJson(HashMap.of(new Keyword("k"), 1L), "{\":k\":1}");
    assertJson(":k", "{\"#tag\":\"wat.core/String\",\"body\":\":k\"}");
    assertThat(Json.read("\":k\"", Basic.STRING, World.SHAPES)).isEqualTo(":k");
    assertJson(":", "{\"#tag\":\"wat.core/String\",\"body\":\":\"}");
  }

  @Test
  void theRestHasTags() {
    assertJson(World.point(1, 2), "{\"#tag\":\"acme.geo/Point\",\"body\":{\":x\":1,\":y\":2}}");
    assertJson(Variant.some(1L), "{\"#tag\":\"wat.core.Option/Some\",\"body\":[1]}");
    assertJson(Variant.unit(World.SHAPE.get(0)), "{\"#tag\":\"acme.geo.Shape/Dot\",\"body\":[]}");
    assertJson(List.of(1L), "{\"#tag\":\"wat.core/List\",\"body\":[1]}");
    assertJson(HashSet.of(1L), "{\"#tag\":\"wat.core/HashSet\",\"body\":[1]}");
    assertJson(HashMap.of(1L, 2L), "{\"#tag\":\"wat.core/HashMap\",\"body\":[[1,2]]}");
    assertJson(HashMap.of("#tag", 2L), "{\"#tag\":\"wat.core/HashMap\",\"body\":[[\"#tag\",2]]}");
    assertJson(BigInteger.TEN, "{\"#tag\":\"wat.core/bigint\",\"body\":\"10\"}");
    assertJson(
        Ratio.of(BigInteger.ONE, BigInteger.TWO),
        "{\"#tag\":\"wat.core/rational\",\"body\":\"1/2\"}");
    assertJson('a', "{\"#tag\":\"wat.core/char\",\"body\":\"a\"}");
    assertJson(
        new UUID(0, 1), "{\"#tag\":\"uuid\",\"body\":\"00000000-0000-0000-0000-000000000001\"}");
    assertJson(Double.POSITIVE_INFINITY, "{\"#tag\":\"wat.core.f64/+Inf\",\"body\":[]}");
  }

  @Test
  void anArrayIsTheSequenceOrSetThatIsExpected() {
    assertThat(Json.read("[1]", World.type(":wat::core::List<wat::core::i64>"), World.SHAPES))
        .isInstanceOf(List.class);
    assertThat(Json.read("[1]", World.type(":wat::core::HashSet<wat::core::i64>"), World.SHAPES))
        .isEqualTo(HashSet.of(1L));
  }

  @Test
  void naturalJsonHasNoTags() {
    var value =
        Vector.of(
            World.point(1, 2),
            Variant.some(1L),
            Variant.NONE,
            Variant.err("e"),
            Variant.unit(World.SHAPE.get(0)),
            Variant.of(World.SHAPE.get(2), 1L, 2L),
            new Wrapped("acme::Cents", 5L),
            new Keyword("a::b"),
            HashMap.of(new Keyword("k"), 1L),
            HashMap.of(1L, 2L),
            List.of(1L),
            BigInteger.TEN,
            Ratio.of(BigInteger.ONE, BigInteger.TWO),
            'c',
            Double.NaN,
            new PersistentVector(Vector.EMPTY));
    assertThat(Json.writeNatural(value))
        .isEqualTo(
            "[{\"x\":1,\"y\":2},1,null,\"e\",\"Dot\",[1,2],5,\"a/b\",{\"k\":1},{\"1\":2},[1],10,"
                + "\"1/2\",\"c\",null,[]]");
  }

  @Test
  void whatIsNoJsonIsMalformed() {
    var malformed =
        new String[] {
          "",
          "[",
          "[1",
          "[1,]",
          "{\"a\"}",
          "{\"a\":1,}",
          "{a:1}",
          "01",
          "1.",
          "+1",
          "nul",
          "\"\\x\"",
          "\"a",
          "1 2",
          "{\"#tag\":1,\"body\":2}",
          "{\"#tag\":\"a\"}",
          "\"\\ud800\"",
          "1e999",
          "\u0000",
          "1\u0000",
          "{\"#tag\":\"acme/Cents\",\"body\":1,\"x\":2}"
        };
    for (var text : malformed) {
      assertThatThrownBy(() -> Json.read(text, Basic.VALUE, World.SHAPES))
          .as(text)
          .isInstanceOf(EdnFault.class);
    }
    assertThat(Json.read(" [ 1 , 2 ] ", Basic.VALUE, World.SHAPES)).isEqualTo(Vector.of(1L, 2L));
  }
}
