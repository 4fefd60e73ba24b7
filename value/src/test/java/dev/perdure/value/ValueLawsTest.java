package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ValueLawsTest {
  @Test
  void aValueReadsBackFromItsTextInBothForms() {
    Seeds.check(
        1500,
        gen -> {
          var value = gen.value(4);
          assertThat(Edn.read(Edn.print(value))).isEqualTo(value);
          assertThat(Edn.read(Edn.pretty(value))).isEqualTo(value);
        });
  }

  @Test
  void aValueDecodesFromItsBytesAndTheResultEncodesTheSame() {
    Seeds.check(
        1500,
        gen -> {
          var value = gen.value(4);
          var bytes = ValueCodec.encode(value);
          var decoded = ValueCodec.decode(bytes);
          assertThat(decoded).isEqualTo(value);
          assertThat(decoded.hashCode()).isEqualTo(value.hashCode());
          assertThat(ValueCodec.encode(decoded)).isEqualTo(bytes);
        });
  }

  @Test
  void equalsHashOrderTextAndBytesAgreeOnEveryPair() {
    Seeds.check(
        100,
        gen -> {
          var values = gen.several(25, () -> gen.value(2));
          for (var a : values) {
            for (var b : values) {
              checkPair(a, b);
            }
          }
        });
  }

  private static void checkPair(Value a, Value b) {
    boolean equal = a.equals(b);
    assertThat(b.equals(a)).isEqualTo(equal);
    assertThat(Value.order().compare(a, b) == 0).as("%s %s", a, b).isEqualTo(equal);
    assertThat(Integer.signum(Value.order().compare(a, b)))
        .isEqualTo(-Integer.signum(Value.order().compare(b, a)));
    assertThat(Hash.of(a).equals(Hash.of(b))).isEqualTo(equal);
    assertThat(a.toString().equals(b.toString())).isEqualTo(equal);
    if (equal) {
      assertThat(a.hashCode()).isEqualTo(b.hashCode());
    }
  }

  @Test
  void theOrderIsTransitive() {
    Seeds.check(
        300,
        gen -> {
          var values = gen.several(40, () -> gen.value(2));
          var order = new TreeSet<>(Value.order());
          order.addAll(values);
          var sorted = List.copyOf(order);
          for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
              assertThat(Value.order().compare(sorted.get(i), sorted.get(j))).isNegative();
            }
          }
        });
  }

  @Test
  void equalCollectionsIterateEncodeAndPrintAlikeHoweverTheyWereBuilt() {
    Seeds.check(
        1000,
        gen -> {
          var elements =
              gen.several(gen.below(60), () -> gen.chance(4) ? gen.colliding(3) : gen.atom());
          var one = SetValue.of(elements.toArray(Value[]::new));
          var other = SetValue.EMPTY;
          for (var element : gen.shuffled(elements)) {
            other = other.with(element).without(gen.atom()).with(element);
          }
          for (var element : elements) {
            other = other.with(element);
          }
          assertThat(other).isEqualTo(one);
          assertThat(other).containsExactlyElementsOf(one);
          assertThat(ValueCodec.encode(other)).isEqualTo(ValueCodec.encode(one));
          assertThat(other).hasToString(one.toString());
          assertThat(List.of(one.toArray())).isSortedAccordingTo(Value.encodingOrder());
        });
  }

  @Test
  void numbersOfDifferentKindsAreNotEqual() {
    assertThat(
            List.of(
                Edn.read("1"), Edn.read("1N"), Edn.read("1.0"), Edn.read("1M"), Edn.read("1.0M")))
        .doesNotHaveDuplicates();
  }

  @Test
  void nanEqualsItselfAndMinusZeroIsNotZero() {
    var otherNan = Value.of(Double.longBitsToDouble(0x7FF8000000000001L));
    assertThat(otherNan).isEqualTo(Value.of(Double.NaN)).hasSameHashCodeAs(Value.of(Double.NaN));
    assertThat(ValueCodec.encode(otherNan)).isEqualTo(ValueCodec.encode(Value.of(Double.NaN)));
    assertThat(Value.of(-0.0)).isNotEqualTo(Value.of(0.0));
  }

  @Test
  void aListNeverEqualsAVector() {
    assertThat(Edn.read("(1 2)")).isNotEqualTo(Edn.read("[1 2]"));
  }
}
