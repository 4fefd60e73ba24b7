package dev.perdure.wat.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Ratio;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The table of W10, in the direction of reading.
class EdnReaderTest {
  private static final EdnReader READER = new EdnReader(World.SHAPES);

  private static Object read(String type, String text) {
    return READER.read(text, World.type(type));
  }

  private static void assertRead(String type, String text, Object value) {
    assertThat(read(type, text)).isEqualTo(value);
  }

  private static void assertMismatch(
      String type, String text, String expected, String got, String path) {
    assertThatThrownBy(() -> read(type, text))
        .isInstanceOfSatisfying(
            EdnFault.class,
            e ->
                assertThat(e.reason())
                    .isEqualTo(new EdnFault.Reason.Mismatch(expected, got, path)));
    assertThat(READER.validate(text, World.type(type)))
        .contains(new EdnFault.Reason.Mismatch(expected, got, path));
  }

  /// A mismatch of the whole.
  private static void assertRefused(String type, String text) {
    assertMismatch(type, text, type, text, "");
  }

  private static void assertMalformed(String text, boolean isIncomplete) {
    assertThatThrownBy(() -> read(":wat::core::Value", text))
        .as(text)
        .isInstanceOfSatisfying(
            EdnFault.class,
            e -> {
              assertThat(e.reason()).isInstanceOf(EdnFault.Reason.Malformed.class);
              assertThat(e.isIncomplete()).as(text).isEqualTo(isIncomplete);
            });
  }

  @Test
  void scalarsAreReadAsExactlyTheirType() {
    assertRead(":wat::core::nil", "nil", Nothing.NIL);
    assertRead(":wat::core::bool", "true", true);
    assertRead(":wat::core::i64", "-9223372036854775808", Long.MIN_VALUE);
    assertRead(":wat::core::u8", "255", 255L);
    assertRead(":wat::core::f64", "-.5", -0.5);
    assertRead(":wat::core::f64", "1e10", 1e10);
    assertRead(":wat::core::f64", "#wat.core.f64/-Inf []", Double.NEGATIVE_INFINITY);
    assertThat((Double) read(":wat::core::f64", "#wat.core.f64/NaN []")).isNaN();
    assertRead(":wat::core::bigint", "5N", BigInteger.valueOf(5));
    assertRead(":wat::core::rational", "2/4", Ratio.of(BigInteger.ONE, BigInteger.TWO));
    assertRead(":wat::core::rational", "1/-2", Ratio.of(BigInteger.ONE, BigInteger.TWO.negate()));
    assertRead(":wat::core::rational", "5N", BigInteger.valueOf(5));
    assertRead(":wat::core::char", "\\u00e9", 'é');
    assertRead(":wat::core::String", "\"a\\n\\\"\\0\\u00e9\"", "a\n\"\0é");
    assertRead(":wat::core::keyword", ":acme.tax/rate", new Keyword("acme::tax::rate"));
    assertRead(":wat::core::keyword", ":acme::tax::rate", new Keyword("acme::tax::rate"));
    assertRead(":wat::core::keyword", "#wat.core/keyword \"a b\"", new Keyword("a b"));
  }

  @Test
  void nothingIsConverted() {
    assertRefused(":wat::core::f64", "42");
    assertRefused(":wat::core::i64", "42.0");
    assertRefused(":wat::core::i64", "42N");
    assertRefused(":wat::core::bigint", "42");
    assertRefused(":wat::core::rational", "42");
    assertMismatch(":wat::core::rational", "4/2", ":wat::core::rational", "2", "");
    assertRefused(":wat::core::u8", "256");
    assertRefused(":wat::core::u8", "-1");
    assertRefused(":wat::core::String", ":a");
    assertRefused(":wat::core::keyword", "\"a\"");
    assertRefused(":wat::core::bool", "nil");
    assertRefused(":wat::core::nil", "[]");
    assertRefused(":wat::core::never", "nil");
    assertRefused(":wat::core::Fn(wat::core::i64)->wat::core::i64", "nil");
    assertRefused(":wat::kernel::Thread<wat::core::i64,wat::core::i64>", "#wat.kernel/Thread nil");
    assertRefused(":acme::Unknown", "1");
  }

  @Test
  void timesAndUuids() {
    assertRead(":wat::time::Duration", "60000000000", Duration.ofMinutes(1));
    assertRead(
        ":wat::time::Instant",
        "#inst \"2026-01-31T08:30:00+01:00\"",
        Instant.parse("2026-01-31T07:30:00Z"));
    assertRead(
        ":wat::core::Uuid", "#uuid \"00000000-0000-0000-0000-00000000000a\"", new UUID(0, 10));
    assertRefused(":wat::time::Instant", "#inst \"tomorrow\"");
    assertRefused(":wat::core::Uuid", "#uuid \"1-1-1-1-1\"");
    assertRefused(":wat::core::Uuid", "#inst \"x\"");
  }

  @Test
  void collectionsAreReadByTheExpectedType() {
    assertRead(":wat::core::Vector<wat::core::i64>", "[1 2]", Vector.of(1L, 2L));
    assertThat(read(":wat::core::List<wat::core::i64>", "(1 2)")).isInstanceOf(List.class);
    assertRead(":wat::core::HashSet<wat::core::u8>", "#{1}", HashSet.of(1L));
    assertRead(
        ":wat::core::HashMap<wat::core::keyword,wat::core::i64>",
        "{:a 1, :b 2}",
        HashMap.of(new Keyword("a"), 1L, new Keyword("b"), 2L));
    assertRead(":(wat::core::i64,wat::core::String)", "[1 \"a\"]", Tuple.of(1L, "a"));
    assertRead(
        ":wat::core::PersistentVector<wat::core::i64>",
        "#wat.core/PersistentVector [1]",
        new PersistentVector(Vector.of(1L)));
    assertRead(":acme::Row<wat::core::i64>", "[1]", Vector.of(1L));
    assertThat(read(":wat::core::Seqable<wat::core::i64>", "(1)")).isInstanceOf(List.class);
    assertRefused(":wat::core::List<wat::core::i64>", "[1]");
    assertRefused(":wat::core::Vector<wat::core::i64>", "(1)");
    assertRefused(":wat::core::HashSet<wat::core::i64>", "[1]");
    assertRefused(":wat::core::PersistentVector<wat::core::i64>", "[1]");
    assertRefused(":(wat::core::i64,wat::core::String)", "[1]");
  }

  @Test
  void aMismatchSaysTheWayToIt() {
    assertMismatch(
        ":wat::core::Vector<acme::geo::Point>",
        "[#acme.geo/Point {:x 1 :y 2} #acme.geo/Point {:x 1 :y \"2\"}]",
        ":wat::core::i64",
        "\"2\"",
        "[1].y");
    assertMismatch(
        ":wat::core::HashMap<wat::core::String,wat::core::i64>",
        "{\"a\" nil}",
        ":wat::core::i64",
        "nil",
        "{\"a\"}");
    assertMismatch(
        ":wat::core::HashMap<wat::core::String,wat::core::i64>",
        "{:a 1}",
        ":wat::core::String",
        ":a",
        "{key}");
    assertMismatch(
        ":wat::core::Option<acme::Cents>",
        "#wat.core.Option/Some [#acme/Cents {:0 \"5\"}]",
        ":wat::core::i64",
        "\"5\"",
        "[0].0");
    assertMismatch(":acme::geo::Shape", "#acme.geo.Shape/Circle [1]", ":wat::core::f64", "1", ".r");
    assertMismatch(
        ":wat::core::nil",
        "\"" + "a".repeat(99) + "\"",
        ":wat::core::nil",
        "\"" + "a".repeat(39) + "…",
        "");
  }

  @Test
  void anOptionOrResultHasItsTag() {
    assertRead(":wat::core::Option<wat::core::i64>", "#wat.core.Option/Some [1]", Variant.some(1L));
    assertRead(":wat::core::Option<wat::core::i64>", "#wat.core.Option/None []", Variant.NONE);
    assertRead(
        ":wat::core::Result<wat::core::i64,wat::core::String>",
        "#wat.core.Result/Err [\"e\"]",
        Variant.err("e"));
    assertRefused(":wat::core::Option<wat::core::i64>", "1");
    assertRefused(":wat::core::Option<wat::core::i64>", "nil");
    assertRefused(":wat::core::Option<wat::core::i64>", "#wat.core.Option/Some []");
    assertRefused(":wat::core::Option<wat::core::i64>", "#wat.core.Option/None nil");
    assertRefused(
        ":wat::core::Result<wat::core::i64,wat::core::String>", "#wat.core.Option/None []");
  }

  @Test
  void aRecordIsAMapBodyWithAllItsFields() {
    assertRead(":acme::geo::Point", "#acme.geo/Point {:y 2 :x 1}", World.point(1, 2));
    assertRead(
        ":acme.v1::Dotted",
        "#acme.v1/Dotted {:n 1}",
        read(":wat::core::Record", "#acme.v1/Dotted {:n 1}"));
    assertRead(
        ":acme::Box<wat::core::u8>", "#acme/Box {:value 255}", Aggregate.of(World.BOX, 255L));
    assertMismatch(
        ":acme::Box<wat::core::u8>", "#acme/Box {:value 256}", ":wat::core::u8", "256", ".value");
    assertRefused(":acme::geo::Point", "{:x 1 :y 2}");
    assertRefused(":acme::geo::Point", "#acme.geo/Point [1 2]");
    assertRefused(":acme::geo::Point", "#acme.geo/Point nil");
    assertMismatch(
        ":acme::geo::Point", "#acme.geo/Point {:x 1}", ":wat::core::i64", "nothing", ".y");
    assertMismatch(
        ":acme::geo::Point",
        "#acme.geo/Point {:x 1 :y 2 :z 3}",
        "a field of :acme::geo::Point",
        ":z",
        "");
    assertMismatch(
        ":acme::Note",
        "#acme/Note {:id 1}",
        ":wat::core::Option<wat::core::String>",
        "nothing",
        ".text");
    assertMalformed("#acme.geo/Point {:x 1 :x 1 :y 2}", false);
  }

  @Test
  void aDerivedRecordIsReadWhereItsParentIsExpected() {
    var note = "#acme/Note {:id 1 :text #wat.core.Option/None []}";
    assertRead(":acme::geo::Point", note, Aggregate.of(World.NOTE, 1L, Variant.NONE));
    assertRefused(":acme::geo::Point", "#acme/Cents {:0 5}");
  }

  @Test
  void anEnumIsAVectorBody() {
    assertRead(
        ":acme::geo::Shape", "#acme.geo.Shape/Circle [1.0]", Variant.of(World.SHAPE.get(1), 1.0));
    assertRead(":acme::geo::Shape", "#acme.geo.Shape/Dot []", Variant.unit(World.SHAPE.get(0)));
    assertThat(
            read(
                ":acme::Tree<wat::core::i64>",
                "#acme.Tree/Node [#acme.Tree/Leaf [] 1 #acme.Tree/Leaf []]"))
        .hasToString("#acme.Tree/Node [#acme.Tree/Leaf [] 1 #acme.Tree/Leaf []]");
    assertRefused(":acme::geo::Shape", "#acme.geo.Shape/Circle []");
    assertRefused(":acme::geo::Shape", "#acme.geo.Shape/Circle {:r 1.0}");
    assertRefused(":acme::geo::Shape", "#acme.geo.Shape/Square []");
    assertRefused(":acme::geo::Shape", "#acme.Tree/Leaf []");
  }

  @Test
  void aNewtypeMayStandBare() {
    assertRead(":acme::Cents", "#acme/Cents {:0 5}", new Wrapped("acme::Cents", 5L));
    assertRead(":acme::Cents", "5", new Wrapped("acme::Cents", 5L));
    assertMismatch(":acme::Cents", "\"5\"", ":wat::core::i64", "\"5\"", "");
    assertRefused(":acme::Cents", "#acme/Cents [5]");
    assertRefused(":acme::Cents", "#acme/Cents {:1 5}");
    assertThat(read(":wat::core::Value", "5")).isEqualTo(5L);
  }

  @Test
  void aNewtypeOfItselfEndsInAMismatch() {
    assertThatThrownBy(() -> read(":acme::Round", "5")).isInstanceOf(EdnFault.class);
  }

  @Test
  void aUnionIsItsFirstMemberThatFits() {
    assertRead(":acme::Num", "1", 1L);
    assertRead(":acme::Num", "1.0", 1.0);
    assertRead(":acme::Num", "#acme.geo/Point {:x 1 :y 2}", World.point(1, 2));
    assertRefused(":acme::Num", "\"1\"");
  }

  @Test
  void nestedUnionsCostNoExponentialTime() {
    var text = "[#acme/R {:u ".repeat(120) + "[nil]" + "}]".repeat(120);
    assertThatThrownBy(() -> read(":acme::Deep", text)).isInstanceOf(EdnFault.class);
    var good = "[#acme/R {:u ".repeat(120) + "[1]" + "}]".repeat(120);
    assertThat(read(":acme::Deep", good)).isInstanceOf(Vector.class);
  }

  @Test
  void rootsAndSurfacesTakeWhatSatisfiesThem() {
    var point = "#acme.geo/Point {:x 1 :y 2}";
    assertRead(":wat::core::Record", point, World.point(1, 2));
    assertRead(":acme::HasX", point, World.point(1, 2));
    assertRefused(":wat::core::Struct", point);
    assertRefused(":wat::core::Error", point);
    assertThat(
            read(
                ":wat::core::Error",
                "#acme/Oops {:message \"m\" :location #wat.core.Option/None [] :causes []}"))
        .isInstanceOf(Aggregate.class);
    assertThat(read(":wat::core::Struct", "#acme/Conn {:f 1}"))
        .isEqualTo(Aggregate.of(World.CONN, 1L));
    assertRefused(":acme::HasX", "#acme/Conn {:f 1}");
    assertRefused(":acme::HasX", "#acme.geo.Shape/Dot []");
    assertRefused(":wat::core::Record", "1");
  }

  @Test
  void aValueIsWhatItsTextSays() {
    assertRead(
        ":wat::core::Value",
        "[1 1.0 1N 1/2 \"s\" \\a :a.b/c nil true (1) #{1} {1 2} #acme/Cents {:0 5}"
            + " #wat.core.Option/Some [#acme.geo.Shape/Dot []] #acme/Box {:value [nil]}]",
        Vector.of(
            1L,
            1.0,
            BigInteger.ONE,
            Ratio.of(BigInteger.ONE, BigInteger.TWO),
            "s",
            'a',
            new Keyword("a::b::c"),
            Nothing.NIL,
            true,
            List.of(1L),
            HashSet.of(1L),
            HashMap.of(1L, 2L),
            new Wrapped("acme::Cents", 5L),
            Variant.some(Variant.unit(World.SHAPE.get(0))),
            Aggregate.of(World.BOX, Vector.of(Nothing.NIL))));
  }

  @Test
  void anUnknownTagIsAnErrorAndReadForeignKeepsIt() {
    assertMismatch(
        ":wat::core::Value",
        "[#other/Thing {:a 1}]",
        "a tag that the program knows",
        "#other/Thing {:a 1}",
        "[0]");
    assertThat(READER.readForeign("[#other/Thing {:a #x nil} #acme/Cents {:0 5}]"))
        .isEqualTo(
            Vector.of(
                new Foreign(
                    "other/Thing", HashMap.of(new Keyword("a"), new Foreign("x", Nothing.NIL))),
                new Wrapped("acme::Cents", 5L)));
    assertThat(EdnWriter.write(READER.readForeign("#other/Thing {:a 1}")))
        .isEqualTo("#other/Thing {:a 1}");
  }

  @Test
  void aFormKeepsItsNamesAndItsPlace() {
    var ast = (Ast) read(":wat::WatAST", " (f\n :wat::core::Result<a,b>)");
    var items = ((Form.Sequence) ast.form()).items();
    assertThat(items.get(1).form()).isEqualTo(new Form.Key("wat::core::Result<a,b>"));
    assertThat(ast.span().start()).hasToString("1:2");
    assertThat(items.get(1).span().start()).hasToString("2:2");
    assertThat(ast.span().end()).hasToString("2:26");
    assertMismatch(":wat::WatAST", "(#a 1)", ":wat::WatAST", "#a 1", "[0]");
    assertRead(":wat::WatAST", "#wat/WatAST \"(f\\n :wat::core::Result<a,b>)\"", ast);
  }

  @Test
  void whatOccursTwiceIsNoEdn() {
    assertMalformed("{:a 1 :a 2}", false);
    assertMalformed("#{1 2 1}", false);
    assertMalformed("#{1 1N}", false);
  }

  @Test
  void whatIsNoEdnIsMalformed() {
    var malformed =
        new String[] {
          "]",
          "[1)",
          "{1}",
          "1 2",
          "1x",
          "9223372036854775808",
          "1/0",
          "1e999",
          "1.5M",
          "\"\\q\"",
          "\"\\ud800\"",
          "\\ud800",
          "\\abc",
          "#",
          "#1 2",
          "#:a 1",
          "::a",
          ": a",
          "'a",
          "~a",
          "@a",
          "^a",
          ":a(b c)",
          "\"\u0001\"",
          "\u0001",
          "#_ 1 2",
          "##NaN",
          "\\"
        };
    for (var text : malformed) {
      boolean isIncomplete = text.equals("#") || text.equals("\\");
      assertMalformed(text, isIncomplete);
    }
    for (var text :
        new String[] {"", "  ", ";c", "[", "[1", "{1", "#{", "\"a", "\"a\\", "#a", "#a ;"}) {
      assertMalformed(text, true);
    }
    assertThat(READER.validate("]", World.type(":wat::core::i64")))
        .contains(new EdnFault.Reason.Mismatch(":wat::core::i64", "no EDN: ] closes nothing", ""));
  }

  @Test
  void aFaultIsADiagnosticOfItsKind() {
    try {
      read(":wat::core::i64", "nil");
    } catch (EdnFault fault) {
      var diagnostic = fault.diagnostic(":wat::edn::read", World.HERE);
      assertThat(diagnostic.kind()).isEqualTo(Kind.RUNTIME_EDN_COERCE_MISMATCH);
      assertThat(diagnostic.fields())
          .containsExactly(":wat::edn::read", ":wat::core::i64", "nil", "");
    }
    assertThatThrownBy(() -> read(":wat::core::i64", "["))
        .isInstanceOfSatisfying(
            EdnFault.class,
            e ->
                assertThat(e.diagnostic("op", null).kind()).isEqualTo(Kind.RUNTIME_MALFORMED_FORM));
  }

  @Test
  void commentsAndCommasAreWhiteSpace() {
    assertRead(":wat::core::Vector<wat::core::i64>", "[1,2 ; c ]\n,]", Vector.of(1L, 2L));
  }
}
