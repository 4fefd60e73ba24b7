package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NestingTest {
  @Test
  void anOpenDelimiterStringOrReaderMacroIsIncomplete() {
    for (var text :
        new String[] {
          "(",
          "(a",
          "[1 2",
          "{:a",
          "#{",
          "(a\n(b)",
          "\"a",
          "\"a\\",
          "\"\\\"",
          "1 (",
          "'",
          "~@",
          "(a ; )\n",
          "[\\)",
          "`(a ~",
          "' ; x\n",
          "(:wat::core::< a",
          "#acme/Point {:x 1",
          "#acme/Point",
          "#inst ; when\n"
        }) {
      assertThat(Reader.isIncomplete(text)).as(text).isTrue();
    }
  }

  @Test
  void aWholeValueOrNoneIsNotIncomplete() {
    for (var text :
        new String[] {
          "",
          " \n",
          "; (",
          "a",
          "(a)",
          "\"(\"",
          "\\(",
          "\\\"",
          "(a \\) b)",
          "x'",
          "'a",
          "~@(a)",
          ":acme::Point'",
          "#acme/Point {:x 1}",
          "#acme/Point 1",
          "#{}",
          "#",
          ":(A,B)",
          "12",
          "a~"
        }) {
      assertThat(Reader.isIncomplete(text)).as(text).isFalse();
    }
  }

  @Test
  void aDelimiterThatNothingMakesRightIsNotIncomplete() {
    for (var text : new String[] {")", "(]", "(a}(", "('", "[(]("}) {
      assertThat(Reader.isIncomplete(text)).as(text).isEqualTo(text.equals("('"));
    }
    assertThat(Reader.isIncomplete("(')(")).isFalse();
  }

  @Test
  void aTextInPiecesIsTheSameAsInOne() {
    var nesting = new Nesting();
    for (var piece : new String[] {"(a \"", "\\", "\"", ")", "\" \\", ")", " ; )", "\n"}) {
      nesting.accept(piece);
      assertThat(nesting.isIncomplete()).isTrue();
    }
    nesting.accept(")");
    assertThat(nesting.isIncomplete()).isFalse();
  }

  @Test
  void theReaderAgrees() {
    var closing =
        Set.of(
            Kind.PARSE_UNCLOSED_PAREN,
            Kind.PARSE_UNCLOSED_BRACKET,
            Kind.PARSE_UNCLOSED_BRACE,
            Kind.PARSE_EMPTY);
    Seeds.check(
        20_000,
        gen -> {
          var text = Printer.print(gen.tree(4));
          assertThat(Reader.isIncomplete(text)).isFalse();
          var cut = text.substring(0, gen.below(text.length()));
          try {
            Reader.program("test.wat", cut);
            assertThat(Reader.isIncomplete(cut)).as(cut).isFalse();
          } catch (Refused e) {
            var found = e.diagnostic();
            boolean lex = found.kind() == Kind.PARSE_LEX;
            if (!lex || found.field("cause") == Lex.UNTERMINATED_STRING) {
              assertThat(lex || closing.contains(found.kind())).isTrue();
              assertThat(Reader.isIncomplete(cut)).as(cut).isTrue();
            }
          }
        });
  }
}
