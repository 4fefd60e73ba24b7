package dev.perdure.wat.syntax;

import static dev.perdure.wat.syntax.Forms.list;
import static dev.perdure.wat.syntax.Forms.number;
import static dev.perdure.wat.syntax.Forms.symbol;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AstTest {
  @Test
  void treesAreEqualByContentWhereverTheyStand() {
    Seeds.check(
        2_000,
        gen -> {
          var text = Printer.print(gen.tree(4));
          var here = Reader.one("a", text);
          var there = Reader.one("b", "\n " + text);
          assertThat(here).isEqualTo(there).hasSameHashCodeAs(there);
          assertThat(here.form()).isEqualTo(there.form());
          var other = gen.tree(4);
          assertThat(here.equals(other)).isEqualTo(text.equals(Printer.print(other)));
        });
  }

  @Test
  void collectionsOfDifferentKindsAreNeverEqual() {
    for (var a : new String[] {"()", "[]", "{}", "#{}", "(a a)", "[a a]", "{a a}", "#{a a}"}) {
      for (var b : new String[] {"()", "[]", "{}", "#{}", "(a a)", "[a a]", "{a a}", "#{a a}"}) {
        assertThat(Reader.one("a", a).equals(Reader.one("b", b))).isEqualTo(a.equals(b));
      }
    }
  }

  @Test
  void symbolsOfDifferentScopesAreNotEqual() {
    var scoped = Forms.ast(new Form.Symbol("x", Scopes.NONE.with(1)));
    assertThat(list(scoped)).isNotEqualTo(list(symbol("x")));
  }

  @Test
  void treesOfAnyDepthAreCompared() {
    var a = number(1);
    var b = number(1);
    var c = number(2);
    for (int i = 0; i < 200_000; i++) {
      a = list(a);
      b = list(b);
      c = list(c);
    }
    assertThat(a.equals(b)).isTrue();
    assertThat(a.equals(c)).isFalse();
    assertThat(a.hashCode()).isEqualTo(b.hashCode());
  }
}
