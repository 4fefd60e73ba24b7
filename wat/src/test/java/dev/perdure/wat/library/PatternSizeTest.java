package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternSizeTest {
  private static boolean isWithin(String pattern, long sizeMax) {
    return PatternSize.isWithin(pattern, sizeMax, 3);
  }

  @Test
  void eachPartCounts() {
    assertThat(isWithin("abc", 3)).isTrue();
    assertThat(isWithin("abcd", 3)).isFalse();
    assertThat(isWithin("a[bcd]\\p{Greek}", 3)).isTrue();
    assertThat(isWithin("\\Qab\\E", 3)).isTrue();
    assertThat(isWithin("\\Qabcd\\E", 3)).isFalse();
  }

  @Test
  void aCountRepeatsTheLastPart() {
    assertThat(isWithin("a{10}", 10)).isTrue();
    assertThat(isWithin("a{11}", 10)).isFalse();
    assertThat(isWithin("a{2,11}", 10)).isFalse();
    assertThat(isWithin("(ab){3}", 12)).isTrue();
    assertThat(isWithin("(ab){3}", 11)).isFalse();
    assertThat(isWithin("((a{100}){100}){100}", 1_000_000)).isFalse();
  }

  @Test
  void whatIsNoCountStandsForItself() {
    assertThat(isWithin("a{x}", 4)).isTrue();
    assertThat(isWithin("[({]{2}", 2)).isTrue();
    assertThat(isWithin("\\({2}", 2)).isTrue();
    assertThat(isWithin("a{", 3)).isTrue();
  }

  @Test
  void nestingCounts() {
    assertThat(isWithin("(((a)))", 100)).isTrue();
    assertThat(isWithin("((((a))))", 100)).isFalse();
  }

  @Test
  void whatIsNoPatternIsMeasuredToo() {
    for (var broken :
        new String[] {")", "[", "[]", "[^", "\\", "\\Q", "\\p{", "{", "{,", "a{9", "(["}) {
      assertThat(isWithin(broken, 1000)).as(broken).isTrue();
    }
  }
}
