package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VecTest {
  private static final int SIZE = 33_000; // three levels of the tree

  @Test
  void aVectorBehavesLikeAnArrayListUnderAnyChanges() {
    Seeds.check(
        100,
        gen -> {
          var model = new ArrayList<Value>();
          var vec = Vec.EMPTY;
          for (int i = 0; i < 300; i++) {
            int before = gen.below(40);
            if (gen.chance(3) && !model.isEmpty()) {
              for (int j = Math.min(before, model.size()); j > 0; j--) {
                vec = vec.withoutLast();
                model.removeLast();
              }
            } else {
              for (int j = before; j > 0; j--) {
                vec = vec.append(Int.of(i));
                model.add(Int.of(i));
              }
            }
            if (!model.isEmpty()) {
              int at = gen.below(model.size());
              vec = vec.with(at, Int.of(-i));
              model.set(at, Int.of(-i));
            }
          }
          assertThat(vec).containsExactlyElementsOf(model);
          assertThat(Vec.of(model)).isEqualTo(vec).hasSameHashCodeAs(vec);
        });
  }

  @Test
  void aBuilderDoesNotChangeWhatItBuiltNorWhatItCameFrom() {
    Seeds.check(
        60,
        gen -> {
          var versions = new ArrayList<Vec>();
          var models = new ArrayList<List<Value>>();
          var builder = Vec.builder();
          for (int i = 0; i < 40; i++) {
            for (int j = gen.below(100); j > 0; j--) {
              builder.add(Int.of(i));
            }
            for (int j = 0; j < 5 && builder.size() > 0; j++) {
              builder.set(gen.below(builder.size()), Int.of(-i));
            }
            var built = builder.build();
            versions.add(built);
            models.add(elements(built));
            if (gen.chance(5)) {
              builder = versions.get(gen.below(versions.size())).toBuilder();
            }
          }
          for (int i = 0; i < versions.size(); i++) {
            assertThat(elements(versions.get(i))).isEqualTo(models.get(i));
          }
        });
  }

  private static List<Value> elements(Vec vec) {
    var list = new ArrayList<Value>();
    vec.forEach(list::add);
    return list;
  }

  @Test
  void aLargeVectorGrowsAndShrinksThroughEveryLevel() {
    var vec = Vec.EMPTY;
    for (int i = 0; i < SIZE; i++) {
      vec = vec.append(Int.of(i));
    }
    for (int i = 0; i < SIZE; i++) {
      assertThat(vec.get(i)).isEqualTo(Int.of(i));
    }
    var builder = Vec.builder();
    for (int i = SIZE; i > 0; i--) {
      if (i % 1000 == 0 || i == 1056 || i == 1057 || i == 1024) {
        assertThat(vec.size()).isEqualTo(i);
        assertThat(vec.get(i - 1)).isEqualTo(Int.of(i - 1));
        assertThat(vec.append(Nil.NIL).get(i)).isEqualTo(Nil.NIL);
      }
      vec = vec.withoutLast();
    }
    assertThat(vec).isSameAs(Vec.EMPTY).isEqualTo(builder.build());
  }

  @Test
  void anIndexOutsideIsRefused() {
    var vec = Vec.of(Nil.NIL);
    assertThatThrownBy(() -> vec.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vec.with(-1, Nil.NIL)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> vec.toBuilder().set(1, Nil.NIL))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
