package dev.perdure.wat.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Edn;
import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Golden;
import dev.perdure.wat.syntax.Reader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static final String SHOP =
      """
      (:wat::core::defn :shop::total [n <- :wat::core::i64] -> :wat::core::i64
      \t(:shop::price "1" n)
        (:wat::core::+ n
          1
          2))
      (:shop::名前 "日本" x) ; 😀 y
      """;

  private static Span span(int line, int column, int endLine, int endColumn) {
    return new Span("shop.wat", new Position(line, column, 0), new Position(endLine, endColumn, 0));
  }

  private static String people(Diagnostic diagnostic) {
    return DiagnosticText.people(
        diagnostic, name -> name.equals("shop.wat") ? SHOP.stripIndent() : null);
  }

  private static Diagnostic at(Span span) {
    return Diagnostic.of(Kind.CHECK_GUARD_EXPR_NOT_BOOLEAN, span, "not a bool", "f", ":t");
  }

  private static Diagnostic mismatch() {
    return Diagnostic.of(
        Kind.CHECK_TYPE_MISMATCH,
        span(2, 16, 2, 19),
        "the argument #1 of :shop::price is a String and must be an i64",
        ":shop::price",
        "#1",
        ":wat::core::i64",
        ":wat::core::String",
        List.of(
            new Remedy("1", Remedy.Kind.RETIREMENT, 2, null),
            new Remedy("one", Remedy.Kind.TYPO, 3, "a name in scope")));
  }

  /// One of each shape: with and without place, remedies, causes, aggregates, several lines, tabs,
  /// wide characters.
  private static Map<String, Diagnostic> samples() {
    var samples = new TreeMap<String, Diagnostic>();
    samples.put("01 one line behind a tab, with remedies", mismatch());
    samples.put("02 several lines", at(span(3, 3, 5, 7)));
    samples.put("03 two lines", at(span(4, 5, 5, 6)));
    samples.put("04 wide characters", at(span(6, 12, 6, 16)));
    samples.put("05 behind wide characters", at(span(6, 17, 6, 18)));
    samples.put("06 behind a pair", at(span(6, 24, 6, 25)));
    samples.put("07 no characters", at(span(7, 1, 7, 1)));
    samples.put("08 to the start of the next line", at(span(4, 5, 5, 1)));
    samples.put("09 beyond the text", at(span(99, 1, 99, 2)));
    samples.put(
        "10 a source that is not at hand",
        at(new Span("other.wat", new Position(3, 4, 0), new Position(3, 5, 0))));
    samples.put(
        "11 no place",
        Diagnostic.of(
            Kind.CHECK_CHECK_ERRORS, null, "2 errors", List.of(mismatch(), at(span(1, 2, 1, 6)))));
    var lex =
        Diagnostic.of(Kind.PARSE_LEX, span(2, 2, 2, 3), "\\q is no escape", Lex.UNKNOWN_ESCAPE);
    samples.put(
        "12 a cause",
        Diagnostic.of(
            Kind.LOAD_PARSE, span(1, 1, 1, 2), "shop.wat cannot be read", "shop.wat", lex));
    samples.put(
        "13 causes beside the fields",
        new Diagnostic(
            Kind.RUNTIME_DIVISION_BY_ZERO,
            "a zero divisor",
            span(3, 4, 3, 18),
            List.of(),
            List.of(lex)));
    samples.put(
        "14 a warning",
        Diagnostic.of(
            Kind.WARN_UNKNOWN_TYPE,
            span(1, 38, 1, 53),
            "nothing declares :shop::X",
            ":shop::X",
            List.of()));
    samples.put(
        "15 references and places as fields",
        Diagnostic.of(
            Kind.RESOLVE_UNRESOLVED_REFERENCES,
            null,
            "1 name is not declared",
            List.of(
                new Reference(
                    ":shop::pirce",
                    ":shop::total",
                    span(2, 3, 2, 15),
                    List.of(new Remedy(":shop::price", Remedy.Kind.TYPO, 2, null))))));
    samples.put(
        "16 a field called message",
        Diagnostic.of(
            Kind.RUNTIME_ASSERTION_FAILED,
            span(1, 1, 1, 2),
            "assert-eq failed",
            "assert-eq failed",
            "\"a\\b\"",
            "2"));
    samples.put(
        "17 numbers",
        Diagnostic.of(
            Kind.CHECK_ARITY_MISMATCH,
            span(2, 2, 2, 22),
            "2 arguments, not 1",
            ":shop::price",
            1L,
            2L));
    samples.put(
        "18 characters that steer a terminal",
        Diagnostic.of(
            Kind.MACRO_MACRO_ABORT, span(1, 1, 1, 2), "a\nb\u001B[2J\u202E", "a\nb\"\u001B\uD800"));
    return samples;
  }

  @Test
  void peopleSeeMessagePlaceLinesRemediesAndCauses() {
    var out = new StringBuilder();
    samples()
        .forEach((name, sample) ->
            out.append("; ").append(name).append('\n').append(people(sample)).append('\n'));
    Golden.check("diagnostics.txt", out.toString());
  }

  @Test
  void toolsSeeAReportInEdn() {
    var out = new StringBuilder();
    samples()
        .forEach((name, sample) ->
            out.append("; ")
                .append(name)
                .append('\n')
                .append(DiagnosticText.edn(sample))
                .append('\n'));
    Golden.check("diagnostics.edn", out.toString());
  }

  @Test
  void toolsSeeTheSameInJson() {
    var out = new StringBuilder();
    samples().values().forEach(sample -> out.append(DiagnosticText.json(sample)).append('\n'));
    Golden.check("diagnostics.jsonl", out.toString());
  }

  @Test
  void whatIsWrittenInEdnIsEdnOnOneLine() {
    for (var sample : samples().values()) {
      for (var text : List.of(DiagnosticText.edn(sample), DiagnosticText.bareEdn(sample))) {
        assertThat(text).doesNotContain("\n");
        assertThat(Edn.print(Edn.read(text))).startsWith("#" + sample.kind().tag() + " {");
      }
    }
  }

  @Test
  void aReportStartsWithMessageLocationAndCausesAndABareValueEndsWithTheSpan() {
    assertThat(DiagnosticText.edn(mismatch()))
        .startsWith("#wat.check/TypeMismatch {:message \"the argument")
        .contains(
            ":location #wat.core.Option/Some [#wat.core/Span {:file \"shop.wat\" :line 2 :col 16"
                + " :end #wat.core.Option/Some [#wat.core/Pos {:line 2 :col 19}]}] :causes []"
                + " :callee \":shop::price\" :param \"#1\"");
    assertThat(DiagnosticText.bareEdn(mismatch()))
        .startsWith("#wat.check/TypeMismatch {:callee \":shop::price\"")
        .contains("#wat.kernel/Remedy {:form \"1\" :kind :retirement :score 2 :note nil}")
        .endsWith(
            ":span #wat.core/Span {:file \"shop.wat\" :line 2 :col 16"
                + " :end #wat.core.Option/Some [#wat.core/Pos {:line 2 :col 19}]}}");
  }

  @Test
  void aCaretStandsBelowEachColumnOfWhatIsMarked() {
    var lines = people(at(span(6, 12, 6, 16))).lines().toList();
    assertThat(lines.get(3)).isEqualTo(" 6 | (:shop::名前 \"日本\" x) ; 😀 y");
    assertThat(lines.get(4)).isEqualTo("   |              ^^^^^^");
  }

  @Test
  void aVeryLongLineIsCutAroundWhatIsMarked() {
    var text = "a".repeat(500) + "(x)" + "b".repeat(500);
    var span = new Span("long", new Position(1, 501, 500), new Position(1, 504, 503));
    var lines = DiagnosticText.people(at(span), _ -> text).lines().toList();
    assertThat(lines.get(3)).startsWith(" 1 | …aaa").contains("a(x)b").endsWith("bb…");
    assertThat(lines.get(3).length()).isLessThan(180);
    assertThat(lines.get(4).indexOf('^')).isEqualTo(lines.get(3).indexOf("(x)"));
    assertThat(lines.get(4)).endsWith(" ^^^");
  }

  @Test
  void theNumbersOfLinesAreAligned() {
    var text = "x\n".repeat(1200);
    var span = new Span("long", new Position(998, 1, 0), new Position(1001, 2, 0));
    assertThat(DiagnosticText.people(at(span), _ -> text))
        .endsWith("     |\n 998 | x\n     | ^\n...\n1001 | x\n     | ^\n");
  }

  @Test
  void aFaultOfTheReaderIsShownWhereItIs() {
    var text = "(a\n  [b c)\n";
    try {
      Reader.program("shop.wat", text);
    } catch (Refused e) {
      assertThat(DiagnosticText.people(e.diagnostic(), _ -> text))
          .isEqualTo(
              """
              error[wat.parse/UnexpectedRParen]: ) does not close the [ at 2:3
                --> shop.wat:2:7
                 |
               2 |   [b c)
                 |       ^
              """);
      return;
    }
    throw new AssertionError("the text is read");
  }
}
