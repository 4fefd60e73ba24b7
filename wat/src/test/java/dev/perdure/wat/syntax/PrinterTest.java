package dev.perdure.wat.syntax;

import static dev.perdure.wat.syntax.Forms.ast;
import static dev.perdure.wat.syntax.Forms.key;
import static dev.perdure.wat.syntax.Forms.list;
import static dev.perdure.wat.syntax.Forms.number;
import static dev.perdure.wat.syntax.Forms.string;
import static dev.perdure.wat.syntax.Forms.symbol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PrinterTest {
  private static String again(String text) {
    return Printer.print(Reader.one("test.wat", text));
  }

  private static void refuses(Ast tree, String what) {
    assertThatThrownBy(() -> Printer.print(tree))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what)
        .hasMessageEndingWith("has no source form");
  }

  @Test
  void aTreeIsOneLineWithOneSpaceBetweenForms() {
    assertThat(again("( a ,[1\n2] ; c\n {:k  v}  #{ x } )")).isEqualTo("(a [1 2] {:k v} #{x})");
    assertThat(again("(12N -1/2 true nil \"a\nb\" :a<b,c>)"))
        .isEqualTo("(12N -1/2 true nil \"a\\nb\" :a<b,c>)");
  }

  @Test
  void aFloatIsTheShortestTextWithPointOrExponent() {
    assertThat(again("[42.0 0.1 1e16 1.5e-7 -0.0 1e7 123456.789 5e-324 12345678.9 1e-4 1e-5]"))
        .isEqualTo(
            "[42.0 0.1 1e16 1.5e-7 -0.0 10000000.0 123456.789 5e-324 12345678.9 0.0001 1e-5]");
    assertThat(again("[9007199254740992.0 -1e300 1.7976931348623157e308 2e23 9.999e15]"))
        .isEqualTo("[9007199254740992.0 -1e300 1.7976931348623157e308 2e23 9999000000000000.0]");
  }

  @Test
  void aCharacterThatIsNotSeenIsWrittenByItsNameOrNumber() {
    assertThat(again("[\\a \\é \\newline \\space \\tab \\return \\u0000 \\u200b \\uFEFF \\( \\u]"))
        .isEqualTo("[\\a \\é \\newline \\space \\tab \\return \\u0000 \\u200B \\uFEFF \\( \\u]");
  }

  @Test
  void aListOfTheShapeOfAReaderMacroIsWrittenAsOne() {
    assertThat(again("(:wat::core::quasiquote (a ~x ~@y (:wat::core::quote z)))"))
        .isEqualTo("`(a ~x ~@y 'z)");
    assertThat(again("(:wat::core::quote)")).isEqualTo("(:wat::core::quote)");
    assertThat(again("(:wat::core::quote a b)")).isEqualTo("(:wat::core::quote a b)");
    assertThat(again("[:wat::core::quote a]")).isEqualTo("[:wat::core::quote a]");
  }

  @Test
  void unquoteBeforeAnAtSignIsNotWrittenAsSplicing() {
    var tree = list(key("wat::core::unquote"), symbol("@x"));
    assertThat(Printer.print(tree)).isEqualTo("(:wat::core::unquote @x)");
    assertThat(Reader.one("test.wat", Printer.print(tree))).isEqualTo(tree);
  }

  @Test
  void scopesAreNotWritten() {
    assertThat(Printer.print(ast(new Form.Symbol("tmp", Scopes.NONE.with(3))))).isEqualTo("tmp");
  }

  @Test
  void whatNoTextStandsForIsRefused() {
    refuses(ast(new Form.Real(Double.NaN)), "the f64 NaN");
    refuses(ast(new Form.Real(Double.NEGATIVE_INFINITY)), "the f64 -Infinity");
    refuses(list(string("a\u0001")), "a string with U+0001");
    refuses(string("\uD800"), "a string with U+D800");
    refuses(ast(new Form.Char('\uDC00')), "half of a surrogate pair");
    refuses(ast(new Form.BigInt(BigInteger.TEN.pow(Limits.DIGITS_MAX))), "digits");
    refuses(string("a".repeat(Limits.TOKEN_BYTES_MAX)), "1 MiB");
    for (var name :
        new String[] {"", "a b", "a,b", "a<b", "a)", "é", "a\"b", ":b", "a:b", "a:::b"}) {
      refuses(key(name), "the name :" + name);
    }
    for (var name : new String[] {"", "a b", "true", "nil", "1x", "12", ":a", "'a", "é", "a(b)"}) {
      refuses(symbol(name), "the name " + name);
    }
  }

  @Test
  void whatIsNestedDeeperThanTheReaderReadsIsRefused() {
    var deep = number(1);
    for (int i = 0; i < Limits.NESTING_MAX; i++) {
      deep = list(deep);
    }
    assertThat(Reader.one("test.wat", Printer.print(deep))).isEqualTo(deep);
    refuses(list(deep), "nested deeper");
  }

  @Test
  void whatIsPrintedReadsBackAsAnEqualTree() {
    Seeds.check(
        20_000,
        gen -> {
          var tree = gen.tree(5);
          var text = Printer.print(tree);
          assertThat(Reader.one("test.wat", text)).isEqualTo(tree);
          assertThat(text).doesNotContain("\n");
        });
  }
}
