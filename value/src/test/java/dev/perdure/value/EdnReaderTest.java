package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EdnReaderTest {
  @Test
  void valuesInSequenceEachHaveASpanInCharacters() {
    var reader = new EdnReader("; first\n  {:a \"😀\"} ,x\n", "shop.edn", Limits.OUTSIDE);
    assertThat(reader.next()).isEqualTo(MapValue.of(Keyword.of("a"), Value.of("😀")));
    assertThat(reader.span())
        .isEqualTo(new Span("shop.edn", new Position(2, 3, 10), new Position(2, 11, 19)));
    assertThat(reader.next()).isEqualTo(Symbol.of("x"));
    assertThat(reader.span()).hasToString("shop.edn:2:13");
    assertThat(reader.hasNext()).isFalse();
    assertThatThrownBy(reader::next)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.EDN_INCOMPLETE));
  }

  @Test
  void namesThatWouldNotReadBackCannotBeMade() {
    for (var name :
        new String[] {"", "a b", "a/b/c", "/a", "a/", ":a", "#a", "a(b", "a\"", "a\\b", "\uD800"}) {
      assertThatThrownBy(() -> Keyword.of(name)).isInstanceOf(PerdureException.class);
    }
    for (var name : new String[] {"1", "-1", "+.5", ".5", "nil", "true", "false", "1/a"}) {
      assertThatThrownBy(() -> Symbol.of(name)).isInstanceOf(PerdureException.class);
    }
  }

  @Test
  void reservedTagsCannotBeMadeByHand() {
    assertThatThrownBy(() -> new Tagged(Symbol.of("inst"), Nil.NIL))
        .isInstanceOf(PerdureException.class);
  }

  @Test
  void aHashReadsBackFromItsTextAndItsBytes() {
    var hash = Hash.of(Nil.NIL);
    assertThat(Hash.parse(hash.toString())).isEqualTo(hash);
    assertThat(Hash.fromBytes(hash.toByteArray())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(hash.toString()).startsWith(hash.shortText());
    assertThatThrownBy(() -> Hash.parse("xyz")).isInstanceOf(PerdureException.class);
    assertThat(Hash.ofBytes("abc".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
