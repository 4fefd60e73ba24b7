package dev.perdure.wat.syntax;

import static dev.perdure.wat.syntax.Forms.braces;
import static dev.perdure.wat.syntax.Forms.key;
import static dev.perdure.wat.syntax.Forms.list;
import static dev.perdure.wat.syntax.Forms.number;
import static dev.perdure.wat.syntax.Forms.set;
import static dev.perdure.wat.syntax.Forms.string;
import static dev.perdure.wat.syntax.Forms.symbol;
import static dev.perdure.wat.syntax.Forms.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Lex;
import dev.perdure.wat.diagnostic.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderTest {
  private static List<Ast> program(String text) {
    return Reader.program("test.wat", text);
  }

  private static Ast one(String text) {
    return Reader.one("test.wat", text);
  }

  @Test
  void aProgramIsASequenceOfFormsAndAnEmptyTextHasNone() {
    assertThat(program("1 a :k")).containsExactly(number(1), symbol("a"), key("k"));
    assertThat(program("")).isEmpty();
    assertThat(program(" ,\n; nothing\n")).isEmpty();
  }

  @Test
  void oneFormIsAskedForAndNoneIsEmptyAndMoreIsTrailingContent() {
    assertThat(one(" (a) ; end")).isEqualTo(list(symbol("a")));
    assertThatThrownBy(() -> one("; none\n"))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.diagnostic().kind()).isEqualTo(Kind.PARSE_EMPTY);
              assertThat(Faults.place(e.diagnostic())).isEqualTo("2:1-2:1");
            });
    assertThatThrownBy(() -> one("a (b\n c) d"))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.diagnostic().kind()).isEqualTo(Kind.PARSE_TRAILING_CONTENT);
              assertThat(Faults.place(e.diagnostic())).isEqualTo("1:3-2:4");
            });
  }

  @Test
  void collectionsAreListsVectorsMapsAndSets() {
    assertThat(one("(a [1 2] {:k v} #{x})"))
        .isEqualTo(
            list(
                symbol("a"),
                vector(number(1), number(2)),
                braces(key("k"), symbol("v")),
                set(symbol("x"))));
    assertThat(program("()[]{}#{}")).containsExactly(list(), vector(), braces(), set());
  }

  @Test
  void aKeyOrElementThatOccursTwiceIsReadAsWritten() {
    assertThat(one("{:a 1 :a 2}")).isEqualTo(braces(key("a"), number(1), key("a"), number(2)));
    assertThat(one("#{1 1}")).isEqualTo(set(number(1), number(1)));
  }

  @Test
  void spansCountLinesAndColumnsFromOneInCharacters() {
    var forms = program("a\n  (\"😀x\" \\é ; 😀\n\tb) c");
    assertThat(forms.get(1).span())
        .isEqualTo(new Span("test.wat", new Position(2, 3, 4), new Position(3, 4, 22)));
    var items = forms.get(1).list();
    assertThat(items.get(0).span())
        .isEqualTo(new Span("test.wat", new Position(2, 4, 5), new Position(2, 8, 10)));
    assertThat(items.get(1).span())
        .isEqualTo(new Span("test.wat", new Position(2, 9, 11), new Position(2, 11, 13)));
    assertThat(items.get(2).span()).hasToString("test.wat:3:2");
    assertThat(forms.get(2).span())
        .isEqualTo(new Span("test.wat", new Position(3, 5, 23), new Position(3, 6, 24)));
  }

  @Test
  void aPairInAStringOfSeveralLinesCountsInItsOwnLineOnly() {
    assertThat(program("\"😀\n😀\" x").get(1).span()).hasToString("test.wat:2:4");
    assertThat(program("\"😀\n\"x").get(1).span()).hasToString("test.wat:2:2");
  }

  @Test
  void whiteSpaceIsThatOfUnicodeAndTheComma() {
    var white = " \t\r\n,\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000\u0085";
    assertThat(program("a" + white + "b")).containsExactly(symbol("a"), symbol("b"));
    assertThat(program("[1,2,3]")).containsExactly(vector(number(1), number(2), number(3)));
    Faults.lex("a \u200B", Lex.UNEXPECTED_CHAR, "1:3-1:4");
  }

  @Test
  void aCommentGoesToTheEndOfItsLine() {
    assertThat(program("a ; (\" é 😀 \\q\nb;c")).containsExactly(symbol("a"), symbol("b"));
  }

  @Test
  void thereIsNoDiscardAndNoOtherDispatch() {
    Faults.lex("(a #_ b)", Lex.UNEXPECTED_CHAR, "1:4-1:5");
    Faults.lex("#inst \"x\"", Lex.UNEXPECTED_CHAR, "1:1-1:2");
    Faults.lex("#", Lex.UNEXPECTED_CHAR, "1:1-1:2");
    assertThat(program("a#{}")).containsExactly(symbol("a"), set());
    assertThat(one("a#b")).isEqualTo(symbol("a#b"));
  }

  @Test
  void aControlCharacterIsALexErrorEverywhere() {
    Faults.lex("a \u0001", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    Faults.lex("a\u0001", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:2-1:3");
    Faults.lex(":a\u007F", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    Faults.lex("1\u0000", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:2-1:3");
    Faults.lex("\"x\u001B\"", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    Faults.lex("\"\\\u0001\"", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    Faults.lex("; \f", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    Faults.lex("\\\u000B", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:2-1:3");
    Faults.lex("\\a\u0002", Lex.CONTROL_CHARACTER_IN_SOURCE, "1:3-1:4");
    assertThat(one("\"\t\r\n\"")).isEqualTo(string("\t\r\n"));
  }

  @Test
  void aCharacterBeyondAsciiStandsOnlyInStringsCommentsAndCharacters() {
    assertThat(program("\"é😀\" ; é😀\n")).containsExactly(string("é😀"));
    assertThat(one("\\é").form()).isEqualTo(new Form.Char('é'));
    Faults.lex("(é)", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("aé", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex(":a::é", Lex.UNEXPECTED_CHAR, "1:5-1:6");
    Faults.lex("1é", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("a😀b", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("\uFEFFa", Lex.UNEXPECTED_CHAR, "1:1-1:2");
    assertThat(Faults.of("\uFEFFa").message()).contains("byte order mark");
    Faults.lex("\"\uD800\"", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("; \uDC00", Lex.UNEXPECTED_CHAR, "1:3-1:4");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAtTheirPlace() {
    var good = "(\"é\")".getBytes(StandardCharsets.UTF_8);
    assertThat(Reader.one("test.wat", good)).isEqualTo(list(string("é")));
    byte[] bad = {'a', '\n', '"', (byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xC3, '"'};
    assertThatThrownBy(() -> Reader.program("test.wat", bad))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.diagnostic().field("cause")).isEqualTo(Lex.UNEXPECTED_CHAR);
              assertThat(Faults.place(e.diagnostic())).isEqualTo("2:4-2:4");
            });
  }

  @Test
  void aMismatchIsAFaultAtTheOffendingDelimiter() {
    Faults.parse("(a]", Kind.PARSE_UNEXPECTED_R_BRACKET, "1:3-1:4");
    Faults.parse("[a\n )", Kind.PARSE_UNEXPECTED_R_PAREN, "2:2-2:3");
    Faults.parse("(a}", Kind.PARSE_UNEXPECTED_R_BRACE, "1:3-1:4");
    Faults.parse("#{a)", Kind.PARSE_UNEXPECTED_R_PAREN, "1:4-1:5");
    assertThat(Faults.of("(a]").message()).isEqualTo("] does not close the ( at 1:1");
  }

  @Test
  void aClosingDelimiterThatClosesNothingIsAFaultThere() {
    Faults.parse("a)", Kind.PARSE_UNEXPECTED_R_PAREN, "1:2-1:3");
    Faults.parse("]", Kind.PARSE_UNEXPECTED_R_BRACKET, "1:1-1:2");
    Faults.parse("(a)\n}", Kind.PARSE_UNEXPECTED_R_BRACE, "2:1-2:2");
  }

  @Test
  void anOpeningDelimiterThatIsNotClosedIsAFaultAtTheInnermostOne() {
    Faults.parse("(a (b)", Kind.PARSE_UNCLOSED_PAREN, "1:1-1:2");
    Faults.parse("(a\n  [b", Kind.PARSE_UNCLOSED_BRACKET, "2:3-2:4");
    Faults.parse("({", Kind.PARSE_UNCLOSED_BRACE, "1:2-1:3");
    Faults.parse("#{a", Kind.PARSE_UNCLOSED_BRACE, "1:1-1:3");
    Faults.parse("(a '", Kind.PARSE_UNCLOSED_PAREN, "1:1-1:2");
  }

  @Test
  void bracesWithAnOddCountAreMalformed() {
    Faults.parse("(a {:k 1\n :l})", Kind.PARSE_MALFORMED_BRACE_LITERAL, "1:4-2:5");
    assertThat(Faults.of("{:k}").field("reason")).asString().contains("a key has no value");
  }

  @Test
  void readerMacrosAreListsWithTheirHeadWhereTheMacroStands() {
    assertThat(one("`x")).isEqualTo(list(key("wat::core::quasiquote"), symbol("x")));
    assertThat(one("~x")).isEqualTo(list(key("wat::core::unquote"), symbol("x")));
    assertThat(one("~@x")).isEqualTo(list(key("wat::core::unquote-splicing"), symbol("x")));
    assertThat(one("'x")).isEqualTo(list(key("wat::core::quote"), symbol("x")));
    var read = one(" ~@ (a)");
    assertThat(read.span().start() + "-" + read.span().end()).isEqualTo("1:2-1:8");
    var head = read.list().getFirst().span();
    assertThat(head.start() + "-" + head.end()).isEqualTo("1:2-1:4");
  }

  @Test
  void readerMacrosNest() {
    var once = list(key("wat::core::unquote"), symbol("x"));
    assertThat(one("~~x")).isEqualTo(list(key("wat::core::unquote"), once));
    assertThat(one("`(a ~x)"))
        .isEqualTo(list(key("wat::core::quasiquote"), list(symbol("a"), once)));
  }

  @Test
  void aReaderMacroNeedsAForm() {
    Faults.parse("(a ')", Kind.PARSE_UNEXPECTED_R_PAREN, "1:5-1:6");
    Faults.parse("a ~@ ; end", Kind.PARSE_EMPTY, "1:3-1:5");
  }

  @Test
  void anApostropheWithinANameIsAnOrdinaryCharacter() {
    assertThat(one("(:acme::Point' x' '~a`b)"))
        .isEqualTo(
            list(
                key("acme::Point'"),
                symbol("x'"),
                list(key("wat::core::quote"), list(key("wat::core::unquote"), symbol("a`b")))));
  }

  @Test
  void nestingIsLimited() {
    var deep = "(".repeat(Limits.NESTING_MAX) + ")".repeat(Limits.NESTING_MAX);
    assertThat(program(deep)).hasSize(1);
    Faults.lex("(".repeat(Limits.NESTING_MAX) + "(", Lex.LIMIT_EXCEEDED, "1:1025-1:1026");
    assertThat(program("'".repeat(Limits.NESTING_MAX) + "x")).hasSize(1);
    Faults.lex("'".repeat(Limits.NESTING_MAX + 1) + "x", Lex.LIMIT_EXCEEDED, "1:1025-1:1026");
  }

  @Test
  void aTokenIsLimitedToOneMebibyteOfUtf8() {
    int max = Limits.TOKEN_BYTES_MAX;
    assertThat(program("a".repeat(max))).hasSize(1);
    assertThat(Faults.of("a".repeat(max + 1)).field("cause")).isEqualTo(Lex.LIMIT_EXCEEDED);
    assertThat(program("\"" + "é".repeat(max / 2 - 1) + "\"")).hasSize(1);
    var long2 = "\"" + "é".repeat(max / 2) + "\"";
    assertThat(Faults.of(long2).field("cause")).isEqualTo(Lex.LIMIT_EXCEEDED);
    var long4 = "\"" + "😀".repeat(max / 4) + "\"";
    assertThat(Faults.of(long4).field("cause")).isEqualTo(Lex.LIMIT_EXCEEDED);
  }

  @Test
  void aFileIsLimitedToSixteenMebibytesOfUtf8() {
    int max = Limits.FILE_BYTES_MAX;
    assertThat(program(" ".repeat(max))).isEmpty();
    Faults.lex(" ".repeat(max + 1), Lex.LIMIT_EXCEEDED, "1:1-1:1");
    Faults.lex(";" + "é".repeat(max / 2), Lex.LIMIT_EXCEEDED, "1:1-1:1");
    assertThat(program(";" + "é".repeat(max / 2 - 1))).isEmpty();
    assertThatThrownBy(() -> Reader.program("test.wat", new byte[max + 1]))
        .isInstanceOf(Refused.class);
  }
}
