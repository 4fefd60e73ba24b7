package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionsTest {
  @Test
  void aVectorBehavesLikeAnArrayListUnderAnyChanges() {
    Seeds.check(
        100,
        gen -> {
          var model = new ArrayList<Object>();
          var vector = Vector.EMPTY;
          for (long i = 0; i < 300; i++) {
            switch (gen.below(4)) {
              case 0 -> {
                int kept = model.size() - Math.min(model.size(), gen.below(60));
                vector = vector.take(kept);
                model.subList(kept, model.size()).clear();
              }
              case 1 -> {
                int dropped = gen.below(60);
                vector = vector.drop(dropped);
                model.subList(0, Math.min(dropped, model.size())).clear();
              }
              default -> {
                for (int j = gen.below(80); j > 0; j--) {
                  vector = vector.append(i);
                  model.add(i);
                }
              }
            }
            if (!model.isEmpty()) {
              int at = gen.below(model.size());
              vector = vector.with(at, -i);
              model.set(at, -i);
              assertThat(vector.get(at)).isEqualTo(-i);
            }
            assertThat(vector.size()).isEqualTo(model.size());
          }
          assertThat(vector).containsExactlyElementsOf(model);
          assertThat(Vector.ofAll(model)).isEqualTo(vector).hasSameHashCodeAs(vector);
        });
  }

  @Test
  void whatAVectorBuilderBuiltNeverChanges() {
    Seeds.check(
        60,
        gen -> {
          var versions = new ArrayList<Vector>();
          var models = new ArrayList<java.util.List<Object>>();
          var builder = new VectorBuilder();
          for (long i = 0; i < 40; i++) {
            for (int j = gen.below(100); j > 0; j--) {
              builder.add(i);
            }
            for (int j = 0; j < 5 && builder.size() > 0; j++) {
              int at = gen.below(builder.size());
              builder.set(at, -i);
              assertThat(builder.get(at)).isEqualTo(-i);
            }
            versions.add(builder.build());
            models.add(elements(builder.build()));
            if (gen.chance(4)) {
              builder = versions.get(gen.below(versions.size())).drop(gen.below(70)).toBuilder();
            }
          }
          for (int i = 0; i < versions.size(); i++) {
            assertThat(elements(versions.get(i))).isEqualTo(models.get(i));
          }
        });
  }

  private static java.util.List<Object> elements(Iterable<Object> elements) {
    var list = new ArrayList<Object>();
    elements.forEach(list::add);
    return list;
  }

  @Test
  void aVectorThatIsUsedAsAQueueStaysSmall() {
    var vector = Vector.EMPTY;
    for (long i = 0; i < 5000; i++) {
      vector = vector.append(i).append(i).rest();
      vector = vector.size() > 10 ? vector.drop(2) : vector;
    }
    assertThat(vector.size()).isBetween(5, 15);
    assertThat(vector.get(vector.size() - 1)).isEqualTo(4999L);
    assertThat(vector.toBuilder().add(0L).build().size()).isEqualTo(vector.size() + 1);
  }

  @Test
  void anIndexOutsideAVectorIsRefused() {
    var vector = Vector.of(1L, 2L, 3L).rest();
    assertThatThrownBy(() -> vector.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vector.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vector.with(-1, 0L)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vector.toBuilder().set(2, 0L))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vector.toBuilder().get(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aListBehavesLikeADeque() {
    Seeds.check(
        50,
        gen -> {
          var model = new ArrayDeque<Object>();
          var list = List.EMPTY;
          for (long i = 0; i < 200; i++) {
            if (gen.chance(3)) {
              list = list.rest();
              model.pollFirst();
            } else {
              list = list.prepend(i);
              model.addFirst(i);
            }
            assertThat(list.size()).isEqualTo(model.size());
          }
          assertThat(list).containsExactlyElementsOf(model);
          assertThat(List.ofAll(model)).isEqualTo(list).isEqualTo(Vector.ofAll(model));
        });
  }

  @Test
  void aMapBehavesLikeAHashMapUnderAnyChanges() {
    Seeds.check(
        200,
        gen -> {
          var model = new java.util.HashMap<Object, Object>();
          var map = HashMap.EMPTY;
          int keys = 1 + gen.below(200);
          for (long i = 0; i < 400; i++) {
            var key = key(gen, keys);
            if (gen.chance(3)) {
              map = map.without(key);
              model.remove(key);
            } else {
              map = map.with(key, i);
              model.put(key, i);
            }
            assertThat(map.size()).isEqualTo(model.size());
            assertThat(map.get(key)).isEqualTo(model.get(key));
          }
          assertSame(map, model);
        });
  }

  /// Half of the keys come in clusters of one hash.
  private static Object key(Gen gen, int keys) {
    return gen.chance(2) ? (Object) gen.colliding(5) : (long) gen.below(keys);
  }

  private static void assertSame(HashMap map, Map<Object, Object> model) {
    var copy = new java.util.HashMap<Object, Object>();
    for (var entry : map) {
      assertThat(copy.put(entry.key(), entry.value())).isNull();
    }
    assertThat(copy).isEqualTo(model);
    var keys = new ArrayList<>(model.keySet());
    Collections.reverse(keys);
    var rebuilt = new HashMapBuilder();
    keys.forEach(key -> rebuilt.put(key, model.get(key)));
    assertThat(rebuilt.build()).isEqualTo(map).hasSameHashCodeAs(map);
    // Equal maps iterate alike (W9.2).
    assertThat(elements(rebuilt.build().keys())).isEqualTo(elements(map.keys()));
    assertThat(elements(rebuilt.build().values())).isEqualTo(elements(map.values()));
  }

  @Test
  void whatAMapBuilderBuiltNeverChanges() {
    Seeds.check(
        50,
        gen -> {
          var versions = new ArrayList<HashMap>();
          var models = new ArrayList<Map<Object, Object>>();
          var map = HashMap.EMPTY;
          var builder = new HashMapBuilder();
          for (long i = 0; i < 60; i++) {
            for (int j = gen.below(30); j > 0; j--) {
              var key = key(gen, 60);
              map = gen.chance(3) ? map.without(key) : map.with(key, i);
              builder =
                  gen.chance(60)
                      ? map.toBuilder()
                      : gen.chance(90) ? new HashMapBuilder() : builder;
              if (gen.chance(4)) {
                builder.remove(key);
              } else {
                builder.put(key, -i);
                assertThat(builder.get(key)).isEqualTo(-i);
              }
            }
            for (var version : java.util.List.of(map, builder.build())) {
              versions.add(version);
              models.add(copy(version));
              assertThat(version.size()).isEqualTo(models.getLast().size());
            }
          }
          for (int i = 0; i < versions.size(); i++) {
            assertSame(versions.get(i), models.get(i));
          }
        });
  }

  private static Map<Object, Object> copy(HashMap map) {
    var copy = new java.util.HashMap<Object, Object>();
    map.forEachEntry(copy::put);
    return copy;
  }

  @Test
  void aSetBehavesLikeAHashSetUnderAnyChanges() {
    Seeds.check(
        100,
        gen -> {
          var model = new java.util.HashSet<Object>();
          var set = HashSet.EMPTY;
          var builder = new HashSetBuilder();
          for (int i = 0; i < 300; i++) {
            var element = key(gen, 100);
            if (gen.chance(3)) {
              set = set.without(element);
              builder.remove(element);
              model.remove(element);
            } else {
              set = set.with(element);
              builder.add(element);
              model.add(element);
            }
            assertThat(set.contains(element)).isEqualTo(model.contains(element));
            assertThat(builder.contains(element)).isEqualTo(model.contains(element));
          }
          assertThat(set).containsExactlyInAnyOrderElementsOf(model);
          assertThat(builder.build()).isEqualTo(set).hasSameHashCodeAs(set);
          assertThat(elements(builder.build())).isEqualTo(elements(set));
        });
  }

  @Test
  void manyKeysOfOneHashCostLogarithmicTime() {
    int count = 1 << 14;
    var map = new HashMapBuilder();
    for (int i = 0; i < count; i++) {
      var key = new StringBuilder();
      for (int bit = count >> 1; bit > 0; bit >>= 1) {
        key.append((i & bit) == 0 ? "Aa" : "BB");
      }
      map.put(key.toString(), (long) i);
    }
    assertThat(map.build().size()).isEqualTo(count);
    assertThat(elements(map.build().keys()))
        .isSortedAccordingTo((a, b) -> Text.compare((String) a, (String) b));
  }

  @Test
  void smallIntegersDoNotCollideAtTheTop() {
    var seen = new java.util.HashSet<Integer>();
    for (long i = 0; i < 32; i++) {
      seen.add(Order.hash(i) >>> 27);
    }
    assertThat(seen).hasSizeGreaterThan(16);
  }
}
