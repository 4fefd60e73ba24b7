package dev.perdure.wat.syntax;

import static dev.perdure.wat.syntax.Forms.key;
import static dev.perdure.wat.syntax.Forms.list;
import static dev.perdure.wat.syntax.Forms.number;
import static dev.perdure.wat.syntax.Forms.string;
import static dev.perdure.wat.syntax.Forms.symbol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Ratio;
import dev.perdure.wat.diagnostic.Lex;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static Form read(String text) {
    return Reader.one("test.wat", text).form();
  }

  private static Form rational(long above, long below) {
    return new Form.Rational(
        (Ratio) Ratio.of(BigInteger.valueOf(above), BigInteger.valueOf(below)));
  }

  @Test
  void anIntegerFits64Bits() {
    assertThat(read("42")).isEqualTo(new Form.Int(42));
    assertThat(read("-7")).isEqualTo(new Form.Int(-7));
    assertThat(read("-0")).isEqualTo(new Form.Int(0));
    assertThat(read("007")).isEqualTo(new Form.Int(7));
    assertThat(read("9223372036854775807")).isEqualTo(new Form.Int(Long.MAX_VALUE));
    assertThat(read("-9223372036854775808")).isEqualTo(new Form.Int(Long.MIN_VALUE));
    Faults.lex("(9223372036854775808)", Lex.NUMBER_OUT_OF_RANGE, "1:2-1:21");
    Faults.lex("-9223372036854775809", Lex.NUMBER_OUT_OF_RANGE, "1:1-1:21");
  }

  @Test
  void aBigintIsNeverNarrowed() {
    assertThat(read("12N")).isEqualTo(new Form.BigInt(BigInteger.valueOf(12)));
    assertThat(read("-9223372036854775809N"))
        .isEqualTo(new Form.BigInt(new BigInteger("-9223372036854775809")));
    Faults.lex("12NN", Lex.UNEXPECTED_CHAR, "1:4-1:5");
    Faults.lex("12n", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    Faults.lex("1".repeat(Limits.DIGITS_MAX + 1) + "N", Lex.LIMIT_EXCEEDED, "1:1-1:10002");
  }

  @Test
  void aRationalIsReducedWithTheSignOnTheNumerator() {
    assertThat(read("1/2")).isEqualTo(rational(1, 2));
    assertThat(read("6/4")).isEqualTo(rational(3, 2));
    assertThat(read("-6/4")).isEqualTo(rational(-3, 2));
    assertThat(read("1/-2")).isEqualTo(rational(-1, 2));
  }

  @Test
  void aRationalWithDenominatorOneIsAnInteger() {
    assertThat(read("3/1")).isEqualTo(new Form.Int(3));
    assertThat(read("4/2")).isEqualTo(new Form.Int(2));
    assertThat(read("0/5")).isEqualTo(new Form.Int(0));
    Faults.lex("9223372036854775808/1", Lex.NUMBER_OUT_OF_RANGE, "1:1-1:22");
  }

  @Test
  void aRationalWithDenominatorZeroIsAnError() {
    Faults.lex("[1/0]", Lex.NUMBER_OUT_OF_RANGE, "1:2-1:5");
    Faults.lex("0/00", Lex.NUMBER_OUT_OF_RANGE, "1:1-1:5");
  }

  @Test
  void aMalformedRationalIsRefusedWhereItIsWrong() {
    Faults.lex("1/", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("1/x", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    Faults.lex("1/2/3", Lex.UNEXPECTED_CHAR, "1:4-1:5");
    Faults.lex("1/2N", Lex.UNEXPECTED_CHAR, "1:4-1:5");
    Faults.lex("1.5/2", Lex.UNEXPECTED_CHAR, "1:4-1:5");
  }

  @Test
  void aFloatHasAPointOrAnExponentAndIsTheNearestDouble() {
    assertThat(read("2.5")).isEqualTo(new Form.Real(2.5));
    assertThat(read("-0.5")).isEqualTo(new Form.Real(-0.5));
    assertThat(read("-.5")).isEqualTo(new Form.Real(-0.5));
    assertThat(read(".5")).isEqualTo(new Form.Real(0.5));
    assertThat(read("1e10")).isEqualTo(new Form.Real(1e10));
    assertThat(read("1.5E-3")).isEqualTo(new Form.Real(0.0015));
    assertThat(read("1e+2")).isEqualTo(new Form.Real(100));
    assertThat(read("1.")).isEqualTo(new Form.Real(1));
    assertThat(read("-0.0")).isEqualTo(new Form.Real(-0.0)).isNotEqualTo(new Form.Real(0.0));
    assertThat(read("0.1000000000000000055511151231257827")).isEqualTo(new Form.Real(0.1));
    assertThat(read("1e-400")).isEqualTo(new Form.Real(0.0));
  }

  @Test
  void aFloatBeyondTheDoublesIsOutOfRange() {
    assertThat(read("1.7976931348623157e308")).isEqualTo(new Form.Real(Double.MAX_VALUE));
    Faults.lex("1e309", Lex.NUMBER_OUT_OF_RANGE, "1:1-1:6");
    Faults.lex("-1e999999999999", Lex.NUMBER_OUT_OF_RANGE, "1:1-1:16");
  }

  @Test
  void whatStartsLikeANumberAndIsNoneIsRefusedWhereItIsWrong() {
    Faults.lex("12abc", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    Faults.lex("1.2.3", Lex.UNEXPECTED_CHAR, "1:4-1:5");
    Faults.lex("1e", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("1e+", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    Faults.lex("0x10", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("1_000", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("-1-", Lex.UNEXPECTED_CHAR, "1:3-1:4");
  }

  @Test
  void aMinusBeforeADigitIsANumberAndElseASymbol() {
    assertThat(read("(- 5)")).isEqualTo(list(symbol("-"), number(5)).form());
    assertThat(read("(-5)")).isEqualTo(list(number(-5)).form());
    for (var name : new String[] {"-", "->", "->>", "-x", "+5", "+", "...", "-.", "."}) {
      assertThat(read(name)).isEqualTo(symbol(name).form());
    }
  }

  @Test
  void aStringHasSixEscapesAndMaySpanLines() {
    assertThat(read("\"a\\\"\\\\\\n\\t\\r\\0b\"")).isEqualTo(new Form.Str("a\"\\\n\t\r\0b"));
    assertThat(read("\"a\n  b\"")).isEqualTo(new Form.Str("a\n  b"));
    assertThat(read("\"\"")).isEqualTo(new Form.Str(""));
    assertThat(read("\"; ( \"")).isEqualTo(new Form.Str("; ( "));
  }

  @Test
  void anUnknownEscapeIsRefused() {
    Faults.lex("\"a\\qb\"", Lex.UNKNOWN_ESCAPE, "1:3-1:5");
    Faults.lex("\"\\u0041\"", Lex.UNKNOWN_ESCAPE, "1:2-1:4");
    Faults.lex("\"\\😀\"", Lex.UNKNOWN_ESCAPE, "1:2-1:4");
    Faults.lex("\"\\\n\"", Lex.UNKNOWN_ESCAPE, "1:2-1:3");
  }

  @Test
  void aStringThatIsNotClosedIsRefusedAtItsQuote() {
    Faults.lex("(a \"b\nc", Lex.UNTERMINATED_STRING, "1:4-1:5");
    Faults.lex("\"a\\", Lex.UNTERMINATED_STRING, "1:1-1:2");
    Faults.lex("\"a\\\"", Lex.UNTERMINATED_STRING, "1:1-1:2");
  }

  @Test
  void aCharacterIsOneOrANameOrANumber() {
    assertThat(read("\\a")).isEqualTo(new Form.Char('a'));
    assertThat(read("\\newline")).isEqualTo(new Form.Char('\n'));
    assertThat(read("\\return")).isEqualTo(new Form.Char('\r'));
    assertThat(read("\\space")).isEqualTo(new Form.Char(' '));
    assertThat(read("\\tab")).isEqualTo(new Form.Char('\t'));
    assertThat(read("\\u00e9")).isEqualTo(new Form.Char('é'));
    assertThat(read("\\uFFFF")).isEqualTo(new Form.Char('\uFFFF'));
    assertThat(read("\\u")).isEqualTo(new Form.Char('u'));
    assertThat(read("\\u0000")).isEqualTo(new Form.Char('\0'));
  }

  @Test
  void aDelimiterMayBeACharacter() {
    assertThat(read("(\\( \\) \\\" \\; \\\\)"))
        .isEqualTo(
            list(
                    Forms.ast(new Form.Char('(')),
                    Forms.ast(new Form.Char(')')),
                    Forms.ast(new Form.Char('"')),
                    Forms.ast(new Form.Char(';')),
                    Forms.ast(new Form.Char('\\')))
                .form());
    assertThat(read("[\\a]")).isEqualTo(Forms.vector(Forms.ast(new Form.Char('a'))).form());
  }

  @Test
  void aCharacterIsNeverHalfOfAPairNorAboveTheBasicPlane() {
    Faults.lex("\\uD800", Lex.BAD_CHARACTER, "1:1-1:7");
    Faults.lex("\\uDFFF", Lex.BAD_CHARACTER, "1:1-1:7");
    Faults.lex("(\\😀)", Lex.BAD_CHARACTER, "1:2-1:4");
    assertThat(Faults.of("\\😀").message()).contains("above U+FFFF");
    Faults.lex("\\\uD83D", Lex.UNEXPECTED_CHAR, "1:1-1:3");
  }

  @Test
  void anUnknownCharacterNameIsRefused() {
    Faults.lex("\\ab", Lex.BAD_CHARACTER, "1:1-1:4");
    Faults.lex("\\formfeed", Lex.BAD_CHARACTER, "1:1-1:10");
    Faults.lex("\\u12", Lex.BAD_CHARACTER, "1:1-1:5");
    Faults.lex("\\u00e9f", Lex.BAD_CHARACTER, "1:1-1:8");
    Faults.lex("\\ a", Lex.BAD_CHARACTER, "1:1-1:2");
    Faults.lex("\\", Lex.BAD_CHARACTER, "1:1-1:2");
  }

  @Test
  void aKeywordRunsToWhiteSpaceOrADelimiterThatIsNotItsOwn() {
    for (var name :
        new String[] {
          "a",
          "acme::tax::rate",
          "wat::core::Vector<wat::core::i64>",
          "wat::core::Result<wat::core::HashMap<K,V>,acme::Err>",
          "(A,B)",
          "(wat::core::i64,)",
          "()",
          "wat::core::Fn(A,B)->R",
          "wat::core::Vector<wat::core::Fn(A,B)->wat::core::Option<R>>",
          "wat::core::Fn(wat::core::Fn(A)->B)->C",
          "wat::core::<",
          "wat::core::i64::<=",
          "wat::core::->",
          "wat::core::->>",
          "acme::Point'",
          "acme::Point/x",
          "acme::a~b`c@d\\e",
          "acme::State-1",
          "$bound::x",
          "wat::load-file!",
          "0"
        }) {
      assertThat(read(":" + name)).as(name).isEqualTo(new Form.Key(name));
      assertThat(read("(f :" + name + ")")).isEqualTo(list(symbol("f"), key(name)).form());
      assertThat(read("[:" + name + "\n:b]")).isEqualTo(Forms.vector(key(name), key("b")).form());
    }
    assertThat(read("(:a[:b]:c{:d\"e\"}:f;g\n)"))
        .isEqualTo(
            list(
                    key("a"),
                    Forms.vector(key("b")),
                    key("c"),
                    Forms.braces(key("d"), string("e")),
                    key("f"))
                .form());
  }

  @Test
  void anAngleOpensABracketOnlyBehindALetterDigitUnderscoreOrApostrophe() {
    assertThat(read("(:wat::core::< a b)"))
        .isEqualTo(list(key("wat::core::<"), symbol("a"), symbol("b")).form());
    assertThat(read(":A'<b,c>")).isEqualTo(new Form.Key("A'<b,c>"));
    assertThat(read(":A_<b,c>")).isEqualTo(new Form.Key("A_<b,c>"));
    assertThat(read(":A1<b,c>")).isEqualTo(new Form.Key("A1<b,c>"));
    Faults.lex(":a-<b,c>", Lex.COMMA_IN_KEYWORD_BODY, "1:6-1:7");
    Faults.lex("(:a< b)", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:4-1:5");
  }

  @Test
  void theArrowOfAFunctionTypeClosesNoAngle() {
    assertThat(read(":A<wat::core::Fn(B)->C,D>"))
        .isEqualTo(new Form.Key("A<wat::core::Fn(B)->C,D>"));
    assertThat(read(":A<b->")).isEqualTo(new Form.Key("A<b->"));
  }

  @Test
  void aCommaInAKeywordStandsOnlyWithinBrackets() {
    assertThat(read(":a<b,c>")).isEqualTo(new Form.Key("a<b,c>"));
    Faults.lex("{:a :b,:c :d}", Lex.COMMA_IN_KEYWORD_BODY, "1:7-1:8");
    Faults.lex(":a<b>,", Lex.COMMA_IN_KEYWORD_BODY, "1:6-1:7");
    assertThat(read("{:a 1, :b 2}"))
        .isEqualTo(Forms.braces(key("a"), number(1), key("b"), number(2)).form());
  }

  @Test
  void aBracketOfAKeywordIsClosedBeforeWhiteSpaceAndDelimiters() {
    Faults.lex(":a<b, c>", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:3-1:4");
    Faults.lex(":(a, b)", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:2-1:3");
    Faults.lex(":a<b<c>", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:3-1:4");
    Faults.lex("(:a<b)", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:4-1:5");
    Faults.lex(":a<b]", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:3-1:4");
    Faults.lex(":a(b", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:3-1:4");
  }

  @Test
  void bracketsWithinAKeywordNestNoDeeperThanCollections() {
    var deep = ":" + "(".repeat(Limits.NESTING_MAX) + ")".repeat(Limits.NESTING_MAX);
    assertThat(read(deep)).isInstanceOf(Form.Key.class);
    Faults.lex(":(" + deep.substring(1) + ")", Lex.LIMIT_EXCEEDED, "1:1026-1:1027");
  }

  @Test
  void aColonAloneIsNoKeyword() {
    Faults.lex("(: a)", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex("::", Lex.UNEXPECTED_CHAR, "1:2-1:3");
  }

  @Test
  void aKeywordHasOneColonAtItsFront() {
    Faults.lex("::a", Lex.UNEXPECTED_CHAR, "1:2-1:3");
    Faults.lex(":a:b", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    Faults.lex(":a:::b", Lex.UNEXPECTED_CHAR, "1:3-1:6");
    Faults.lex(":a:", Lex.UNEXPECTED_CHAR, "1:3-1:4");
    assertThat(read(":a::b")).isEqualTo(new Form.Key("a::b"));
    assertThat(read(":acme::db::")).isEqualTo(new Form.Key("acme::db::"));
    assertThat(read(":wat::core::<")).isEqualTo(new Form.Key("wat::core::<"));
    assertThat(read(":a::B<c::d>")).isEqualTo(new Form.Key("a::B<c::d>"));
  }

  @Test
  void aSymbolMayHoldTypesInAngles() {
    assertThat(read("combine<A,B>")).isEqualTo(symbol("combine<A,B>").form());
    assertThat(read("f<(A,B),C>")).isEqualTo(symbol("f<(A,B),C>").form());
    assertThat(Reader.program("test.wat", "f(a)")).containsExactly(symbol("f"), list(symbol("a")));
    assertThat(Reader.program("test.wat", "a,b")).containsExactly(symbol("a"), symbol("b"));
    for (var name : new String[] {"<", "<=", ">", "<-", "_", "&", "a\\b", "@x", "x?", "*"}) {
      assertThat(read(name)).isEqualTo(symbol(name).form());
    }
    Faults.lex("(x< 1)", Lex.UNCLOSED_BRACKET_IN_KEYWORD, "1:3-1:4");
  }

  @Test
  void trueFalseAndNilAreLiterals() {
    assertThat(read("true")).isEqualTo(new Form.Bool(true));
    assertThat(read("false")).isEqualTo(new Form.Bool(false));
    assertThat(read("nil")).isEqualTo(new Form.Nil());
    assertThat(read("nil?")).isEqualTo(symbol("nil?").form());
    assertThat(read("True")).isEqualTo(symbol("True").form());
  }
}
