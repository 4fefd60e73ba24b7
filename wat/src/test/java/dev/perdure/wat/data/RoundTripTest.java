package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Edn;
import dev.perdure.value.Value;
import dev.perdure.value.ValueCodec;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final EdnReader READER = new EdnReader(World.SHAPES);

  private interface Property {
    void check(Gen gen, Type type, Object value);
  }

  private static void forAll(Property property) {
    Seeds.check(
        3000,
        gen -> {
          var type = gen.type(3);
          property.check(gen, type, gen.value(type));
        });
  }

  @Test
  void ednReadsBackByType() {
    forAll((_, type, value) -> {
      assertThat(READER.read(EdnWriter.write(value), type)).isEqualTo(value);
      assertThat(READER.read(EdnWriter.writePretty(value), type)).isEqualTo(value);
      var canonical = EdnWriter.writeCanonical(value);
      var again = READER.read(canonical, type);
      assertThat(EdnWriter.writeCanonical(again)).isEqualTo(canonical);
    });
  }

  @Test
  void ednOfOneLineHasNoLineBreak() {
    forAll((_, _, value) -> assertThat(EdnWriter.write(value)).doesNotContain("\n", "\r"));
  }

  @Test
  void jsonReadsBackByType() {
    forAll((_, type, value) ->
        assertThat(Json.read(Json.write(value), type, World.SHAPES)).isEqualTo(value));
  }

  @Test
  void whatJsonOrEdnTagsReadsBackAsAValueOfAnyType() {
    forAll((_, type, value) -> {
      if (!holdsUntagged(type)) {
        assertThat(READER.read(EdnWriter.write(value), Basic.VALUE)).isEqualTo(value);
        assertThat(Json.read(Json.write(value), Basic.VALUE, World.SHAPES)).isEqualTo(value);
      }
    });
  }

  /// Whether only the type says what the text is: tuples, durations and forms.
  private static boolean holdsUntagged(Type type) {
    return switch (World.TABLE.expand(type)) {
      case Type.Tuple _ -> true;
      case Type.Named named ->
          named.name().equals("wat::time::Duration")
              || named.name().equals("wat::WatAST")
              || named.args().stream().anyMatch(RoundTripTest::holdsUntagged);
      case Type _ -> false;
    };
  }

  @Test
  void portableValuesReadBackByType() {
    forAll((_, type, value) -> {
      var sent = Portable.toValue(value);
      assertThat(Portable.fromValue(sent, type, World.TABLE)).isEqualTo(value);
      var received = ValueCodec.decode(ValueCodec.encode(sent));
      assertThat(Portable.fromValue(received, type, World.SHAPES)).isEqualTo(value);
    });
  }

  @Test
  void thePrintedTextOfAPortableValueReadsBackByType() {
    forAll((_, type, value) -> {
      if (!EdnWriter.write(value).contains("wat.core.f64/")) {
        var text = Edn.print(Portable.toValue(value));
        assertThat(READER.read(text, type)).isEqualTo(value);
      }
    });
  }

  @Test
  void equalValuesOfOneTypeHaveEqualPortableValues() {
    Seeds.check(
        2000,
        gen -> {
          var type = gen.type(2);
          var a = gen.value(type);
          var b = gen.value(type);
          Value x = Portable.toValue(a);
          Value y = Portable.toValue(b);
          if (x.equals(y)) {
            assertThat(Order.same(a, b)).isTrue();
          }
        });
  }
}
