package dev.perdure.wat.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Reference;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A remedy is the text to put in place of a diagnostic's span (W5.3): where that is done, nothing
/// is wrong any more.
class RemediesTest {
  /// The spellings of W2's table, as they are typed.
  private static final List<String> RETIRED =
      List.of(
          "(define :t::a 1)",
          "(define :t::a [] -> :%i64 1)",
          "(:%define :t::a 1)",
          "(:%def :t::a (lambda [x <- :%i64] -> :%i64 x))",
          "(:%def :t::a (:%lambda [x <- :%i64] -> :%i64 x))",
          "(:%def :t::a (let* [x 1] x))",
          "(:%def :t::a (:%let* [x 1] x))",
          "(:%def :t::a (tuple 1 2))",
          "(:%def :t::a (:%tuple 1 2))",
          "(struct :t::S [x <- :%i64])",
          "(:%struct :t::S [x <- :%i64])",
          "(enum :t::E :wat::enum::Pure :A)",
          "(:%enum :t::E :wat::enum::Pure :A)",
          "(:%defn :t::a [o <- :%Option<%i64>] -> :%Option<%i64> (:%Some (try o)))",
          "(:%defn :t::a [r <- :%Result<%i64,%i64>] -> :%Result<%i64,%i64> (:%Ok (:%try r)))",
          "(:%defn :t::a [] -> :unit nil)",
          "(:%defn :t::a [] -> :%unit nil)",
          "(:%defn :t::a [x <- :%Option<unit>] -> :%nil nil)",
          "(:%defn :t::a [f <- :fn(%i64)->%i64] -> :%i64 (f 1))",
          "(:%defn :t::a [f <- :%Vector<fn(%i64)->%i64>] -> :%i64 1)",
          "(:%def :t::a ())",
          "(:%def :t::a :%nil)",
          "(:%defn :t::a [x <- :%Bool] -> :%bool x)",
          "(:%defn :t::a [x <- :%Char] -> :%char x)",
          "(:%defn :t::a [x <- :%Keyword] -> :%keyword x)",
          "(:%defn :t::a [x <- :%I64] -> :%i64 x)",
          "(:%defn :t::a [x <- :%string] -> :%String x)",
          "(:%defn :t::a [x <- :(%i64,%Option<%string>)] -> :%Option<%String> (:%second x))");

  private static final List<String> OTHERS =
      List.of(
          "(:%defn :t::a [x <- :%Option<%i46>] -> :%Option<%i64> x)",
          "(:%defn :t::a [x <- :(%i64,%i46,%i46)] -> :%i64 (:%first x))",
          "(:%defn :t::a [] -> :%i64 (:%lenght [1]))",
          "(:%defn :t::total [] -> :%i64 1) (:%defn :t::a [] -> :%i64 (:t::totl))",
          "(:%defn :t::a [count <- :%i64] -> :%i64 coutn)",
          "(:%defstruct :t::S [field <- :%i64])"
              + " (:%defn :t::a [s <- :t::S] -> :%i64 (:%let [{:keys [feild]} s] 1))",
          "(:%defrecord :t::P [first <- :%i64  last <- :%i64])"
              + " (:%def :t::a (:t::P :frist 1 :last 2))",
          "(:%defrecord :t::P [first <- :%i64  last <- :%i64])"
              + " (:%def :t::a (:t::P :first 1 :first 2))",
          "(:%defenum :t::E :wat::enum::Pure :Alpha :Beta)"
              + " (:%defn :t::a [e <- :t::E] -> :%i64 (:%match e (:t::E::Alfa 1) (_ 2)))",
          "(:%defn :t::f [x <- :%f64] -> :%f64 x) (:%defn :t::a [] -> :%f64 (:t::f 1))",
          "(:%defn :t::f [x <- :%bigint] -> :%bigint x) (:%defn :t::a [] -> :%bigint (:t::f 1))",
          "(:%def :t::a (:%Option/try (:%ann-form :%None :%Option<%i64>)))",
          "(:%defn :t::one [] -> :%i64 1) (:%defalias :t::a :t::onne)");

  @TestFactory
  Stream<DynamicTest> aRetiredSpellingIsMendedByOneOfItsRemedies() {
    return RETIRED.stream()
        .map(text ->
            DynamicTest.dynamicTest(
                text,
                () -> {
                  assertThat(kinds(text))
                      .containsAnyOf(Kind.CHECK_RETIRED_SPELLING, Kind.CHECK_MALFORMED_FORM);
                  mended(text);
                }));
  }

  @TestFactory
  Stream<DynamicTest> aMistakeIsMendedByOneOfItsRemedies() {
    return OTHERS.stream().map(text -> DynamicTest.dynamicTest(text, () -> mended(text)));
  }

  private static List<Kind> kinds(String text) {
    return told(written(text)).stream().map(Diagnostic::kind).toList();
  }

  /// A text in place of another.
  private record Change(Span span, String text) {}

  /// As often as there are mistakes, one remedy makes one less.
  private static void mended(String text) {
    var program = written(text);
    int wrong = count(program);
    assertThat(wrong).isPositive();
    while (wrong > 0) {
      var better = "";
      for (var change : changes(program)) {
        var changed = changed(program, change);
        if (better.isEmpty() && count(changed) < wrong) {
          better = changed;
        }
      }
      assertThat(better).as("a remedy of " + told(program)).isNotEmpty();
      program = better;
      wrong = count(program);
    }
  }

  private static String changed(String program, Change change) {
    return program.substring(0, change.span().start().offset())
        + change.text()
        + program.substring(change.span().end().offset());
  }

  private static List<Change> changes(String program) {
    var changes = new ArrayList<Change>();
    for (var one : told(program)) {
      for (var remedy : one.remedies()) {
        changes.add(new Change(one.span(), remedy.form()));
      }
      if (one.kind() == Kind.RESOLVE_UNRESOLVED_REFERENCES) {
        for (var reference : (List<?>) one.field("references")) {
          var named = (Reference) reference;
          for (Remedy remedy : named.remedies()) {
            changes.add(new Change(named.span(), remedy.form()));
          }
        }
      }
    }
    return changes;
  }

  private static int count(String program) {
    return told(program).size();
  }

  private static List<Diagnostic> told(String program) {
    var checked =
        Program.check(
            Path.of("/remedies.wat"),
            program,
            path -> {
              throw new IOException(path + " is not there");
            });
    var told = new ArrayList<>(checked.errors());
    told.addAll(checked.warnings());
    return told;
  }

  private static String written(String text) {
    return text.replace("%", "wat::core::");
  }
}
