package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void oneIsSaidAsOneAndAllElseAsMany() {
    assertThat(Counted.of(0, "task")).isEqualTo("0 tasks");
    assertThat(Counted.of(1, "task")).isEqualTo("1 task");
    assertThat(Counted.of(2, "task")).isEqualTo("2 tasks");
  }
}
