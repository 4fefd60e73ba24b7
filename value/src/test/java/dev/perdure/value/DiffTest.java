package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffTest {
  @Test
  void differencesAreNamedByTheirPaths() {
    var left = Edn.read("{:user {:name \"Ada\" :age 36} :items [1 2 3] :tag #a 1 :s #{1 2}}");
    var right = Edn.read("{:user {:name \"Bob\" :mail nil} :items [1 5] :tag #a 2 :s #{2 3}}");
    assertThat(Diff.text(Diff.between(left, right, 20)).lines())
        .containsExactlyInAnyOrder(
            "[:user :name] \"Ada\" became \"Bob\"",
            "[:user :age] 36 was removed",
            "[:user :mail] nil was added",
            "[:items 1] 2 became 5",
            "[:items 2] 3 was removed",
            "[:tag :content] 1 became 2",
            "[:s 1] 1 was removed",
            "[:s 3] 3 was added");
  }

  @Test
  void aDifferenceIsAValueToo() {
    assertThat(Diff.between(Value.of(1), Value.of(2), 1).getFirst().toValue())
        .isEqualTo(Edn.read("{:path [] :left 1 :right 2}"));
  }

  @Test
  void thereIsADifferenceExactlyBetweenUnequalValues() {
    Seeds.check(
        3000,
        gen -> {
          var left = gen.value(3);
          var right = gen.chance(3) ? Edn.read(Edn.print(left)) : gen.value(3);
          assertThat(Diff.between(left, right, 3).isEmpty()).isEqualTo(left.equals(right));
          assertThat(Diff.between(left, right, 3)).hasSizeLessThanOrEqualTo(3);
        });
  }
}
