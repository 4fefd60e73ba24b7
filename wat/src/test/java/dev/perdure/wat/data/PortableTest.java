package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Bytes;
import dev.perdure.value.Edn;
import dev.perdure.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortableTest {
  @Test
  void theTextOfAPortableValueIsTheCanonicalOne() {
    var values =
        new Object[] {
          Nothing.NIL,
          1L,
          1.5,
          "a\u0001\"",
          'a',
          new Keyword("a::b::c"),
          Vector.of(1L, List.of("x")),
          Variant.some(1L),
          Variant.unit(World.SHAPE.get(0)),
          new Wrapped("acme::Cents", 5L),
          World.point(1, 2),
          HashMap.of("b", 1L, "a", 2L),
          HashSet.of(3L, 1L),
          Instant.EPOCH,
          new PersistentVector(Vector.of(1L)),
          Tuple.of(1L, 2L)
        };
    for (var value : values) {
      assertThat(Edn.print(Portable.toValue(value))).isEqualTo(EdnWriter.writeCanonical(value));
    }
  }

  @Test
  void whatTheTextsDifferIn() {
    assertThat(Edn.print(Portable.toValue(Double.NaN))).isEqualTo("##NaN");
    assertThat(Edn.print(Portable.toValue(Aggregate.of(World.NOTE, 1L, Variant.NONE))))
        .isEqualTo("#acme/Note {:id 1 :text #wat.core.Option/None []}");
    var form = EdnReader.read("(f {b 1 a 2})", World.type(":wat::WatAST"), World.TABLE);
    assertThat(Edn.print(Portable.toValue(form))).isEqualTo("#wat/WatAST \"(f {b 1 a 2})\"");
  }

  @Test
  void whatMayNotCrossIsRefused() {
    var conn = Aggregate.of(World.CONN, 1L);
    for (var value : new Object[] {conn, OrderTest.function(), OrderTest.handle(), Stream.EMPTY}) {
      assertThatThrownBy(() -> Portable.toValue(Vector.of(HashMap.of(1L, value))))
          .isInstanceOfSatisfying(NotPortable.class, e -> assertThat(e.value()).isSameAs(value));
    }
  }

  @Test
  void aFieldThatIsAnOptionMayBeMissing() {
    var old = Edn.read("#acme/Note {:id 1}");
    assertThat(Portable.fromValue(old, World.type(":acme::Note"), World.TABLE))
        .isEqualTo(Aggregate.of(World.NOTE, 1L, Variant.NONE));
    var other = Edn.read("#acme/Note {:text #wat.core.Option/None []}");
    assertThatThrownBy(() -> Portable.fromValue(other, World.type(":acme::Note"), World.TABLE))
        .isInstanceOf(EdnFault.class);
  }

  @Test
  void bytesAreAVectorOfU8AndDecimalsAreNothing() {
    var bytes = Bytes.of(new byte[] {0, -1});
    var type = World.type(":wat::core::Vector<wat::core::u8>");
    assertThat(Portable.fromValue(bytes, type, World.TABLE)).isEqualTo(Vector.of(0L, 255L));
    assertThatThrownBy(() ->
            Portable.fromValue(
                Value.of(BigDecimal.ONE), World.type(":wat::core::Value"), World.TABLE))
        .isInstanceOf(EdnFault.class);
  }
}
