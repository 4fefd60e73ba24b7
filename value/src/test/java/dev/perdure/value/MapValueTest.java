package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MapValueTest {
  private static final int COLLIDING = 1 << 15;

  @Test
  void aMapBehavesLikeAHashMapUnderAnyChanges() {
    Seeds.check(
        300,
        gen -> {
          var model = new HashMap<Value, Value>();
          var map = MapValue.EMPTY;
          int keys = 1 + gen.below(200);
          for (int i = 0; i < 400; i++) {
            var key = key(gen, keys);
            if (gen.chance(3)) {
              map = map.without(key);
              model.remove(key);
            } else {
              map = map.with(key, Int.of(i));
              model.put(key, Int.of(i));
            }
            assertThat(map.size()).isEqualTo(model.size());
            assertThat(map.get(key)).isEqualTo(model.get(key));
          }
          assertSame(map, model);
        });
  }

  /// Half of the keys come in clusters of one hash.
  private static Value key(Gen gen, int keys) {
    return gen.chance(2) ? gen.colliding(5) : Int.of(gen.below(keys));
  }

  private static void assertSame(MapValue map, Map<Value, Value> model) {
    var copy = new HashMap<Value, Value>();
    for (var entry : map) {
      assertThat(copy.put(entry.key(), entry.value())).isNull();
    }
    assertThat(copy).isEqualTo(model);
    var rebuilt = MapValue.builder();
    model.forEach(rebuilt::put);
    assertThat(rebuilt.build()).isEqualTo(map).hasSameHashCodeAs(map);
    assertThat(map.keys()).containsExactlyInAnyOrderElementsOf(model.keySet());
    assertThat(map.values()).containsExactlyInAnyOrderElementsOf(model.values());
  }

  @Test
  void anOldVersionNeverChanges() {
    Seeds.check(
        50,
        gen -> {
          var versions = new ArrayList<MapValue>();
          var models = new ArrayList<Map<Value, Value>>();
          var map = MapValue.EMPTY;
          var builder = map.toBuilder();
          for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 8; j++) {
              var key = key(gen, 60);
              map = gen.chance(3) ? map.without(key) : map.with(key, Int.of(i));
              builder = gen.chance(4) ? map.toBuilder() : builder;
              var unused = gen.chance(3) ? builder.remove(key) : builder.put(key, Int.of(-i));
            }
            for (var version : List.of(map, builder.build())) {
              versions.add(version);
              models.add(copy(version));
            }
          }
          for (int i = 0; i < versions.size(); i++) {
            assertSame(versions.get(i), models.get(i));
          }
        });
  }

  private static Map<Value, Value> copy(MapValue map) {
    var copy = new HashMap<Value, Value>();
    map.forEachEntry(copy::put);
    return copy;
  }

  @Test
  void aBuilderDoesNotChangeWhatItBuiltNorWhatItCameFrom() {
    var source = MapValue.EMPTY;
    for (int i = 0; i < 1000; i++) {
      source = source.with(Int.of(i), Int.of(i));
    }
    var builder = source.toBuilder();
    for (int i = 0; i < 1000; i++) {
      builder.put(Int.of(i), Nil.NIL);
    }
    var built = builder.build();
    for (int i = 0; i < 1000; i++) {
      builder.put(Int.of(i), Bool.TRUE).remove(Int.of(i / 2));
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(source.get(Int.of(i))).isEqualTo(Int.of(i));
      assertThat(built.get(Int.of(i))).isEqualTo(Nil.NIL);
    }
  }

  @Test
  void manyKeysOfOneHashCostLogarithmicTimeInEveryOrder() {
    for (var order : List.<IntUnaryOperator>of(i -> i, i -> COLLIDING - 1 - i, i -> i * 7919)) {
      var map = MapValue.builder();
      for (int i = 0; i < COLLIDING; i++) {
        map.put(colliding(order.applyAsInt(i) & (COLLIDING - 1)), Int.of(i));
      }
      var built = map.build();
      assertThat(built.size()).isEqualTo(COLLIDING);
      var keys = new ArrayList<Value>();
      built.keys().forEach(keys::add);
      assertThat(keys).isSortedAccordingTo(Value.order());
      assertThat(ValueCodec.decode(ValueCodec.encode(built))).isEqualTo(built);
    }
  }

  /// The keys of one hash, numbered in their order: the highest bit comes first.
  private static Str colliding(int number) {
    var text = new StringBuilder();
    for (int bit = COLLIDING >> 1; bit > 0; bit >>= 1) {
      text.append((number & bit) == 0 ? "Aa" : "BB");
    }
    return new Str(text.toString());
  }

  @Test
  void changesThatChangeNothingAnswerTheSameMap() {
    var map = MapValue.of(Value.of(1), Value.of("one"));
    assertThat(map.with(Value.of(1), map.get(Value.of(1), Nil.NIL))).isSameAs(map);
    assertThat(map.without(Value.of(2))).isSameAs(map);
    assertThat(map.without(Value.of(1))).isSameAs(MapValue.EMPTY);
  }

  @Test
  void aKeyWithoutAValueIsRefused() {
    assertThatThrownBy(() -> MapValue.of(Nil.NIL))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.VALUE_INVALID));
  }
}
