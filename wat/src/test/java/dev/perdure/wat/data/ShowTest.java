package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// `show` and `str` of W15.2.
class ShowTest {
  @Test
  void stringsAreQuotedAndDurationsSayTheirUnit() {
    assertThat(Show.of("a\"b")).isEqualTo("\"a\\\"b\"");
    assertThat(Show.of(Vector.of("a", Duration.ofMinutes(1))))
        .isEqualTo("[\"a\" <Duration 60000000000ns>]");
    assertThat(Show.of(World.point(1, 2))).isEqualTo("#acme.geo/Point {:x 1 :y 2}");
    assertThat(Show.of(new Keyword("a::b"))).isEqualTo(":a/b");
    assertThat(Show.of(Variant.some('a'))).isEqualTo("#wat.core.Option/Some [\\a]");
  }

  @Test
  void whatIsOpaqueIsNamed() {
    assertThat(Show.of(OrderTest.function())).isEqualTo("<fn acme::f>");
    assertThat(Show.of(OrderTest.handle())).isEqualTo("<Thread>");
    assertThat(Show.of(Aggregate.of(World.CONN, OrderTest.function())))
        .isEqualTo("#acme/Conn {:f <fn acme::f>}");
  }

  @Test
  void whatIsLargeIsShortened() {
    assertThat(Show.of("a".repeat(1000))).isEqualTo("\"" + "a".repeat(200) + "…\"");
    var vector = new VectorBuilder();
    for (long i = 0; i < 1_000_000; i++) {
      vector.add(i);
    }
    assertThat(Show.of(vector.build())).startsWith("[0 1 2").endsWith("49 …]");
  }

  @Test
  void strIsAStringAsItIsAndElseEdn() {
    assertThat(Show.str("a\"b")).isEqualTo("a\"b");
    assertThat(Show.str(Vector.of("a"))).isEqualTo("[\"a\"]");
    assertThat(Show.str(Duration.ofNanos(5))).isEqualTo("5");
  }
}
