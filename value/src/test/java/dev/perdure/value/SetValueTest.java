package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SetValueTest {
  @Test
  void aSetBehavesLikeAHashSetUnderAnyChanges() {
    Seeds.check(
        300,
        gen -> {
          var model = new HashSet<Value>();
          var set = SetValue.EMPTY;
          var builder = SetValue.builder();
          for (int i = 0; i < 400; i++) {
            var element = gen.chance(2) ? gen.colliding(4) : Int.of(gen.below(100));
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
            assertThat(set.size()).isEqualTo(model.size());
          }
          assertThat(set).containsExactlyInAnyOrderElementsOf(model);
          assertThat(builder.build()).isEqualTo(set).hasSameHashCodeAs(set);
        });
  }
}
