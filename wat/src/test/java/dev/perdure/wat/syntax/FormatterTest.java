package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.wat.diagnostic.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatterTest {
  private static String format(String text) {
    return Formatter.format("test.wat", text);
  }

  @Test
  void programsHaveTheirOneLayout() {
    var names = Golden.names("format", ".in.wat");
    assertThat(names).hasSizeGreaterThanOrEqualTo(12);
    for (var name : names) {
      var text = Golden.read("format/" + name + ".in.wat");
      Golden.check("format/" + name + ".wat", format(text));
      keeps(text);
    }
  }

  @Test
  void noLineIsLongerThanAHundredColumnsWhereTokensPermit() {
    for (var name : Golden.names("format", ".in.wat")) {
      format(Golden.read("format/" + name + ".in.wat"))
          .lines()
          .filter(line -> !line.contains(" a string that is so long") && !line.contains(";"))
          .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }
  }

  @Test
  void anEmptyProgramStaysEmpty() {
    assertThat(format("")).isEmpty();
    assertThat(format(" \n\n ,")).isEmpty();
    assertThat(format("\n\n; only this  \n\n")).isEqualTo("; only this\n");
  }

  @Test
  void oneEmptyLineStaysWhereThereWasAnyBetweenForms() {
    assertThat(format("\n\na\nb\n\n\n\nc\n; d\n\n\n; e\n\nf"))
        .isEqualTo("a\nb\n\nc\n; d\n\n; e\n\nf\n");
  }

  @Test
  void anEmptyLineWithinABodyStaysAndOneBeforeItDoesNot() {
    assertThat(format("(:wat::core::do\n\n\n(a)\n\n\n(b)\n(c)\n\n)"))
        .isEqualTo("(:wat::core::do\n  (a)\n\n  (b)\n  (c))\n");
    assertThat(format("(:acme::f a\n\nb)")).isEqualTo("(:acme::f a b)\n");
  }

  @Test
  void lineEndsBecomeLineFeedsExceptInStrings() {
    assertThat(format("a ; x\r\n\"b\r\nc\"\r\n")).isEqualTo("a  ; x\n\"b\r\nc\"\n");
  }

  @Test
  void onlyHeadsOfWatHaveALayoutOfTheirOwn() {
    assertThat(format("(:acme::let [a 1] a)")).isEqualTo("(:acme::let [a 1] a)\n");
    assertThat(format("(:wat::core::let [a 1] a)")).isEqualTo("(:wat::core::let [a 1]\n  a)\n");
  }

  @Test
  void aMalformedFormIsLaidOutAllTheSame() {
    for (var text :
        new String[] {
          "()",
          "(:wat::core::let)",
          "(:wat::core::let a)",
          "(:wat::core::let [a] b)",
          "(:wat::core::defn)",
          "(:wat::core::defn ->)",
          "(:wat::core::if)",
          "(:wat::core::match)",
          "(:wat::core::match a b c)",
          "(:wat::core::cond a () b)",
          "[<-]",
          "[a <-]",
          "[<- <- <-]",
          "[&]",
          "[& &]",
          "(->)",
          "([] ->)",
          "([] -> -> ->)",
          "(:wat::core::defenum :a)"
        }) {
      keeps(text);
    }
  }

  @Test
  void aProgramThatTheReaderRefusesIsRefused() {
    assertThatThrownBy(() -> format("(a")).isInstanceOf(Refused.class);
  }

  @Test
  void theDeepestProgramIsLaidOut() {
    int max = Limits.NESTING_MAX;
    keeps("(a ".repeat(max) + ")".repeat(max));
    keeps("(:wat::core::do a ".repeat(max) + ")".repeat(max));
    keeps("(:wat::core::let [a ".repeat(max / 2) + "1" + "] a)".repeat(max / 2));
    keeps("{a ".repeat(max) + "1" + "}".repeat(max));
    keeps("(a ; x\n".repeat(max) + ")".repeat(max));
    keeps("(\n; x\na ; y\n".repeat(max) + "\n; z\n)".repeat(max));
    keeps("'".repeat(max) + "x");
  }

  @Test
  void formattingKeepsTreesAndCommentsAndIsIdempotent() {
    Seeds.check(500, gen -> keeps(program(gen)));
  }

  /// A random program with random white space and comments.
  private static String program(Gen gen) {
    var text = new StringBuilder();
    for (int i = gen.below(4); i >= 0; i--) {
      text.append(Printer.print(gen.program(4))).append('\n');
    }
    var lexer = new Lexer(new SourceText("test.wat", text.toString()));
    var out = new StringBuilder();
    var last = Lexer.Token.END;
    for (var token = lexer.next(); token != Lexer.Token.END; token = lexer.next()) {
      if (last == Lexer.Token.PREFIX) {
        // Comments between a reader macro and its form move: a test of their own.
        out.append(gen.chance(4) ? " " : "");
      } else {
        out.append(
            gen.of(" ", " ", " ", "\n", "\n", "\n\n\n", " ; c\n", "\n; d\n", "\n; e\n\n; f\n"));
      }
      out.append(lexer.written());
      last = token;
    }
    return out.append(gen.of("", "\n", " ; g", "\n; h\n")).toString();
  }

  @Test
  void aCommentBehindAReaderMacroMovesBeforeIt() {
    assertThat(format("a\n' ; why\nx")).isEqualTo("a\n; why\n'x\n");
  }

  private static void keeps(String text) {
    var once = format(text);
    assertThat(Reader.program("test.wat", once)).isEqualTo(Reader.program("test.wat", text));
    if (!text.contains("'; ")) {
      assertThat(tokens(once)).isEqualTo(tokens(text));
    }
    assertThat(format(once)).isEqualTo(once);
    assertThat(once.lines()).noneMatch(line -> line.endsWith(" "));
  }

  /// All tokens and comments in their order, each comment with whether it stands behind a form.
  private static List<String> tokens(String text) {
    var lexer = new Lexer(new SourceText("test.wat", text));
    var tokens = new ArrayList<String>();
    int line = 0;
    var last = Lexer.Token.OPEN;
    for (var token = lexer.next(); token != Lexer.Token.END; token = lexer.next()) {
      boolean isBehind =
          lexer.start().line() == line && (last == Lexer.Token.ATOM || last == Lexer.Token.CLOSE);
      boolean isRemark = token == Lexer.Token.COMMENT && isBehind;
      tokens.add((isRemark ? "behind " : "") + lexer.written().stripTrailing());
      line = lexer.end().line();
      last = token;
    }
    return tokens;
  }
}
