package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void whatCannotBePrintedIsToldByItsNumber() {
    assertThatThrownBy(() -> new FunctionName("a\u0007b"))
        .hasMessageContaining("\"aU+0007b\" cannot be the name of a function: it contains U+0007");
    assertThatThrownBy(() -> new Version("v\u20281")).hasMessageContaining("it contains U+2028");
    assertThatThrownBy(() -> new Version("v 1")).hasMessageContaining("it contains ' '");
  }
}
