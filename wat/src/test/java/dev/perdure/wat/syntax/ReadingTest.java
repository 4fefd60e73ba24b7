package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.wat.diagnostic.Refused;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A text that is read again after an edit.
class ReadingTest {
  private static final String TEXT =
      """
      (:a::f [x <- :i64] ; a remark (
        {:k "one \\" two
      three" :l #{1 2}})
      atom 'quoted `(~x ~@y) "text" \\a \\( 12 -3 (on the same line) ; and so on
      (smile "\uD83D\uDE00") (behind it)
      (:a::g)
      (:a::g)
      (:a::g)

      [a
       [b
        [c]]]
      last\
      """;

  private static final String PIECES = "()[]{}\"';`~#\\\n \t:ab1\uD83D\uDE00";

  private static String shown(List<Ast> forms) {
    var shown = new StringBuilder();
    forms.forEach(form -> show(form, shown));
    return shown.toString();
  }

  private static void show(Ast ast, StringBuilder shown) {
    var start = ast.span().start();
    var end = ast.span().end();
    shown.append("%s@%d %s@%d ".formatted(start, start.offset(), end, end.offset()));
    if (ast.children().isEmpty()) {
      shown.append(ast.form());
    } else {
      shown.append(ast.form().getClass().getSimpleName()).append('(');
      ast.children().forEach(child -> show(child, shown));
      shown.append(')');
    }
    shown.append('\n');
  }

  private static String edited(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
    int at = random.nextInt(PIECES.length());
    var put =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> "(new form)\n";
          case 2 -> text.substring(from, to).repeat(2);
          default -> PIECES.substring(at, at + 1);
        };
    return text.substring(0, from) + put + text.substring(to);
  }

  @Test
  void afterAnyEditTheFormsAreThoseOfTheWholeText() {
    int right = 0;
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var reading = Reading.of("t", TEXT);
      for (int step = 0; step < 30; step++) {
        var text = edited(reading.text(), random);
        String whole;
        try {
          whole = shown(Reader.program("t", text));
        } catch (Refused refused) {
          whole = refused.diagnostic() + " " + refused.diagnostic().span();
        }
        try {
          var next = reading.edited(text);
          assertThat(shown(next.forms())).as("seed %d: %s", seed, text).isEqualTo(whole);
          reading = next;
          right++;
        } catch (Refused refused) {
          assertThat(refused.diagnostic() + " " + refused.diagnostic().span())
              .as("seed %d: %s", seed, text)
              .isEqualTo(whole);
        }
      }
    }
    assertThat(right).isGreaterThan(2_000);
  }

  @Test
  void whatStandsBeforeAnEditIsTakenOverAndWhatStandsBehindItIsMoved() {
    var before = Reading.of("t", "(a 1)\n(b 2)\n(c 3)\n(d 4)");
    var after = before.edited("(a 1)\n(b\n 2)\n(c 3)\n(d 4)");
    assertThat(after.forms().get(0)).isSameAs(before.forms().get(0));
    assertThat(after.before(after.forms().get(0))).isSameAs(before.forms().get(0));
    assertThat(after.before(after.forms().get(1))).isNull();
    assertThat(after.before(after.forms().get(2))).isSameAs(before.forms().get(2));
    assertThat(after.before(after.forms().get(3))).isSameAs(before.forms().get(3));
    assertThat(after.forms().get(3).children().get(1).span().start().line()).isEqualTo(5);
  }

  @Test
  void aTextThatIsTooLargeIsRefusedAfterAnEditToo() {
    var before = Reading.of("t", "(a 1)");
    var large = "(a 1)" + " ".repeat(16 << 20);
    assertThatThrownBy(() -> before.edited(large)).hasMessageContaining("16 MiB");
  }
}
