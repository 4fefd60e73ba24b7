package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Position;
import dev.perdure.value.Ratio;
import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The rules of W7.3, each by its name.
class OrderTest {
  private static final Object HALF = Ratio.of(BigInteger.ONE, BigInteger.TWO);
  private static final int HASH_OF_1 = 623312534;
  private static final int HASH_OF_MAP = -442558542;
  private static final double NAN = Double.NaN;

  private static Object big(long n) {
    return BigInteger.valueOf(n);
  }

  static Function function() {
    return new Function("acme::f", 1) {
      @Override
      public Object apply(Object[] args) {
        return args[0];
      }
    };
  }

  static Handle handle() {
    return new Handle("wat::kernel::Thread") {};
  }

  private static void assertEqual(Object a, Object b) {
    assertThat(Order.equal(a, b)).as("%s = %s", a, b).isTrue();
    assertThat(Order.equal(b, a)).isTrue();
    assertThat(Order.same(a, b)).isTrue();
    assertThat(Order.hash(a)).isEqualTo(Order.hash(b));
  }

  private static void assertDifferent(Object a, Object b) {
    assertThat(Order.equal(a, b)).as("%s = %s", a, b).isFalse();
    assertThat(Order.equal(b, a)).isFalse();
  }

  @Test
  void numbersOfDifferentCategoryDiffer() {
    assertDifferent(3L, 3.0);
    assertDifferent(HALF, 0.5);
    assertDifferent(big(3), 3.0);
    assertEqual(3L, big(3));
    assertEqual(0.0, -0.0);
    assertDifferent(big(3), 4L);
    assertEqual(HALF, Ratio.of(big2(2), big2(4)));
  }

  private static BigInteger big2(long n) {
    return BigInteger.valueOf(n);
  }

  @Test
  void nanEqualsNothing() {
    assertDifferent(NAN, NAN);
    assertDifferent(Vector.of(NAN), Vector.of(NAN));
    var vector = Vector.of(1L, NAN);
    assertDifferent(vector, vector);
    var map = HashMap.of(1L, NAN);
    assertDifferent(map, map);
  }

  @Test
  void aNanIsFoundAsAKey() {
    var map = HashMap.of(NAN, 1L, NAN, 2L, Vector.of(NAN), 3L);
    assertThat(map.size()).isEqualTo(2);
    assertThat(map.get(NAN)).isEqualTo(2L);
    assertThat(map.get(List.of(NAN))).isEqualTo(3L);
    assertThat(map.without(NAN).size()).isEqualTo(1);
  }

  @Test
  void aListEqualsAVectorOfEqualElements() {
    assertEqual(List.of(1L, "a"), Vector.of(1L, "a"));
    assertEqual(List.EMPTY, Vector.EMPTY);
    assertDifferent(List.of(1L), Vector.of(2L));
    assertDifferent(List.of(1L), Vector.of(1L, 1L));
    assertDifferent(Vector.of(1L), Tuple.of(1L));
    assertDifferent(Vector.of(1L), new PersistentVector(Vector.of(1L)));
    assertDifferent(Vector.of(1L), HashSet.of(1L));
  }

  @Test
  void recordsAreEqualByClassAndFields() {
    assertEqual(World.point(1, 2), World.point(1, 2));
    assertDifferent(World.point(1, 2), World.point(1, 3));
    assertDifferent(World.point(1, 2), World.point(1, 2).with(0, 2L));
    var other = new AggregateShape("acme::Other", true, java.util.List.of("x", "y"));
    assertDifferent(World.point(1, 2), Aggregate.of(other, 1L, 2L));
    assertDifferent(new Wrapped("acme::Cents", 5L), new Wrapped("acme::Feet", 5L));
    assertDifferent(new Wrapped("acme::Cents", 5L), 5L);
    assertEqual(
        Variant.of(World.SHAPE.get(1), 1.0),
        Variant.of(
            new VariantShape("acme::geo::Shape", "Circle", 1, java.util.List.of("r"), false), 1.0));
    assertDifferent(Variant.some(1L), Variant.ok(1L));
    assertDifferent(Variant.NONE, Variant.some(Variant.NONE));
  }

  @Test
  void mapsAndSetsHaveNoOrder() {
    assertEqual(HashMap.of("a", 1L, "b", 2L), HashMap.of("b", 2L, "a", 1L));
    assertEqual(HashSet.of(1L, 2L, 3L), HashSet.of(3L, 2L, 1L));
    assertDifferent(HashMap.of("a", 1L), HashMap.of("a", 2L));
    assertDifferent(HashMap.of("a", 1L), HashMap.of("b", 1L));
    assertDifferent(HashMap.EMPTY, new PersistentMap(HashMap.EMPTY));
  }

  @Test
  void formsAreEqualWhereverTheyStand() {
    var there = new Span("other", new Position(9, 9, 99), new Position(9, 10, 100));
    assertEqual(new Ast(new Form.Int(1), World.HERE), new Ast(new Form.Int(1), there));
    assertDifferent(
        new Ast(new Form.Int(1), there), new Ast(new Form.BigInt(BigInteger.ONE), there));
    assertDifferent(
        new Ast(new Form.Sequence(java.util.List.of()), there),
        new Ast(new Form.Vector(java.util.List.of()), there));
  }

  @Test
  void functionsAndHandlesAreNotComparable() {
    for (var opaque : new Object[] {function(), handle(), Stream.EMPTY}) {
      assertThatThrownBy(() -> Order.equal(opaque, opaque)).isInstanceOf(NotComparable.class);
      assertThatThrownBy(() -> Order.equal(Vector.of(opaque), Vector.of(opaque)))
          .isInstanceOfSatisfying(NotComparable.class, e -> assertThat(e.value()).isSameAs(opaque));
      assertThatThrownBy(() -> Order.compare(opaque, 1L)).isInstanceOf(NotComparable.class);
      assertThatThrownBy(() -> Order.hash(opaque)).isInstanceOf(NotComparable.class);
      assertThatThrownBy(() -> Order.hash(Tuple.of(opaque))).isInstanceOf(NotComparable.class);
      assertThatThrownBy(() -> HashSet.of(opaque)).isInstanceOf(NotComparable.class);
    }
  }

  private static void assertLess(Object a, Object b) {
    assertThat(Order.compare(a, b)).as("%s < %s", a, b).isNegative();
    assertThat(Order.compare(b, a)).as("%s > %s", b, a).isEqualTo(1);
    assertThat(Order.isLess(a, b)).isTrue();
    assertThat(Order.isLess(b, a)).isFalse();
    assertThat(Order.isAtMost(a, b)).isTrue();
    assertThat(Order.SORTING.compare(a, b)).isNegative();
  }

  @Test
  void mixedNumbersAreComparedWithoutRounding() {
    long odd = (1L << 53) + 1;
    assertLess(9007199254740992.0, odd);
    assertLess(odd, 9007199254740994.0);
    assertLess(Long.MAX_VALUE, 0x1p63);
    assertLess(-0x1.0000000000001p63, Long.MIN_VALUE);
    assertThat(Order.compare(Long.MIN_VALUE, -0x1p63)).isZero();
    assertLess(1L, 1.5);
    assertLess(-1.5, -1L);
    assertThat(Order.compare(3L, 3.0)).isZero();
    assertThat(Order.compare(0L, -0.0)).isZero();
    assertLess(HALF, 0.5000001);
    assertThat(Order.compare(HALF, 0.5)).isZero();
    assertLess(0.1, Ratio.of(BigInteger.ONE, BigInteger.TWO.pow(3)));
    assertLess(HALF, 1L);
    assertLess(big(3), 3.5);
    assertLess(BigInteger.TWO.pow(2000), Double.POSITIVE_INFINITY);
    assertLess(Double.NEGATIVE_INFINITY, BigInteger.TWO.pow(2000).negate());
    assertLess(Long.MAX_VALUE, BigInteger.TWO.pow(63));
    assertThat(Order.compare(3L, big(3))).isZero();
  }

  @Test
  void allFourAreFalseForNan() {
    for (var other : new Object[] {NAN, 1.0, 1L, big(1), HALF, Double.POSITIVE_INFINITY}) {
      for (var pair : new Object[][] {{NAN, other}, {other, NAN}}) {
        assertThat(Order.compare(pair[0], pair[1])).isEqualTo(Order.UNORDERED);
        assertThat(Order.isLess(pair[0], pair[1])).isFalse();
        assertThat(Order.compare(Vector.of(pair[0]), Vector.of(pair[1])))
            .isEqualTo(Order.UNORDERED);
      }
    }
    assertThat(Order.compare(Vector.of(1L, NAN), Vector.of(2L, NAN))).isNegative();
    assertThat(Order.SORTING.compare(NAN, Double.POSITIVE_INFINITY)).isPositive();
    assertThat(Order.SORTING.compare(NAN, NAN)).isZero();
  }

  @Test
  void atMostIsFalseForNan() {
    assertThat(Order.isAtMost(NAN, NAN)).isFalse();
    assertThat(Order.isAtMost(1L, NAN)).isFalse();
  }

  @Test
  void stringsAndKeywordsAreOrderedByScalars() {
    assertLess("a", "b");
    assertLess("a", "ab");
    assertLess("\uFFFD", "😀");
    assertLess("\uD800\uDC00", "😀");
    assertLess(new Keyword("a"), new Keyword("b"));
  }

  @Test
  void theOtherOrderedTypesHaveTheirOrder() {
    assertLess(false, true);
    assertLess(Instant.EPOCH, Instant.ofEpochSecond(1));
    assertLess(Duration.ofNanos(-1), Duration.ZERO);
    assertLess(Variant.NONE, Variant.some(0L));
    assertLess(Variant.some(0L), Variant.some(1L));
    assertLess(Variant.err(9L), Variant.ok(0L));
    assertLess(Variant.err(1L), Variant.err(2L));
  }

  @Test
  void vectorsAndTuplesAreLexicographicAndAPrefixIsLess() {
    assertLess(Vector.EMPTY, Vector.of(0L));
    assertLess(Vector.of(1L), Vector.of(1L, 0L));
    assertLess(Vector.of(1L, 9L), Vector.of(2L));
    assertLess(Vector.of(1L, 2L, 3L).drop(1), Vector.of(2L, 4L));
    assertLess(Tuple.of(1L, "a"), Tuple.of(1L, "b"));
    assertLess('a', 'b');
    assertLess(Vector.of(Vector.of(1L), Vector.of(9L)), Vector.of(Vector.of(1L, 0L)));
    assertThat(Order.compare(Vector.of(1L, 2L), Vector.of(1.0, 2.0))).isZero();
  }

  @Test
  void theOthersHaveNoOrder() {
    var others =
        new Object[] {
          Nothing.NIL,
          HashMap.EMPTY,
          HashSet.EMPTY,
          List.EMPTY,
          World.point(1, 2),
          Variant.unit(World.SHAPE.get(0)),
          new Wrapped("acme::Cents", 1L),
          new UUID(0, 0)
        };
    for (var other : others) {
      assertThatThrownBy(() -> Order.compare(other, other)).isInstanceOf(NotComparable.class);
      assertThatThrownBy(() -> Order.compare(1L, other)).isInstanceOf(NotComparable.class);
    }
    assertThatThrownBy(() -> Order.compare("a", 1L)).isInstanceOf(NotComparable.class);
    assertThatThrownBy(() -> Order.compare(Variant.NONE, Variant.ok(1L)))
        .isInstanceOf(NotComparable.class);
  }

  @Test
  void equalityAgreesWithHashAndOrderOnAnyValues() {
    Seeds.check(
        400,
        gen -> {
          var values = new ArrayList<Object>();
          var type = gen.type(2);
          for (int i = 0; i < 12; i++) {
            values.add(gen.value(gen.chance(3) ? gen.type(2) : type));
          }
          for (var a : values) {
            assertThat(Order.same(a, a)).isTrue();
            for (var b : values) {
              laws(a, b);
              for (var c : values) {
                if (Total.compare(a, b) <= 0 && Total.compare(b, c) <= 0) {
                  assertThat(Total.compare(a, c)).isNotPositive();
                }
              }
            }
          }
        });
  }

  private static void laws(Object a, Object b) {
    boolean same = Order.same(a, b);
    assertThat(Integer.signum(Total.compare(a, b))).isEqualTo(-Integer.signum(Total.compare(b, a)));
    assertThat(Order.equal(a, b)).isEqualTo(Order.equal(b, a)).isEqualTo(same);
    if (same) {
      assertThat(Order.hash(a)).isEqualTo(Order.hash(b));
    }
    try {
      int order = Order.compare(a, b);
      assertThat(Order.compare(b, a)).isEqualTo(order == Order.UNORDERED ? order : -order);
      assertThat(order == 0 || !same).isTrue();
    } catch (NotComparable _) {
      assertThatThrownBy(() -> Order.compare(b, a)).isInstanceOf(NotComparable.class);
    }
  }

  @Test
  void valuesMayBeNestedAsDeepAsMemoryAllows() {
    Object a = 1L;
    Object b = 1L;
    Object c = 2L;
    for (int i = 0; i < 200_000; i++) {
      a = Variant.some(a);
      b = Variant.some(b);
      c = Variant.some(c);
    }
    assertEqual(a, b);
    assertDifferent(a, c);
    assertLess(b, c);
    assertThat(Show.of(a)).startsWith("#wat.core.Option/Some [#wat.core.Option/Some [");
  }

  @Test
  void hashesAreTheSameInEveryRelease() {
    assertThat(Order.hash(1L)).isEqualTo(HASH_OF_1);
    assertThat(Order.hash(HashMap.of(new Keyword("a"), Vector.of("x", 2.5), 'c', Variant.NONE)))
        .isEqualTo(HASH_OF_MAP);
  }
}
