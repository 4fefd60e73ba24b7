package dev.perdure.wat.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Types share their parts: a program of 200 lines makes one that would have 2^200 parts as a tree.
/// Each of these tests would never end if such a type were walked as one.
class SharedTypesTest {
  private static final int LINKS = 200;

  @Test
  void aChainOfTuplesOfTheSameLocalTwiceIsChecked() {
    assertThat(errors(function("[x0 1 " + tuples("x") + "] x0"))).isEmpty();
  }

  @Test
  void aChainOfOpenTypesIsFittedToAnother() {
    var bindings = "[x0 :%None y0 (%Some 1) " + tuples("x") + tuples("y");
    assertThat(errors(function(bindings + " z (%if true x200 y200)] 1"))).isEmpty();
    assertThat(errors(function(bindings + " z (%if true x200 y199)] 1")))
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.CHECK_TYPE_MISMATCH);
  }

  @Test
  void aChainOfCallsOfAGenericFunctionIsChecked() {
    var calls = "(:t::twice ".repeat(LINKS) + "1" + ")".repeat(LINKS);
    assertThat(
            errors(
                "(%defn :t::twice [x <- :T] -> :(T,T) (%Tuple x x))\n"
                    + function("[x " + calls + "] (%= x x) 1")))
        .isEmpty();
  }

  @Test
  void aChainOfAliasesIsExpanded() {
    assertThat(
            errors(
                aliases(":t::A0 :%i64", ":t::A%d :(t::A%d,t::A%d)")
                    + "(%defrecord :t::R [a <- :t::A200])\n"
                    + "(%typeunion :t::U [:t::A200 :t::A199])\n"
                    + "(%defn :t::f [r <- :t::R] -> :t::U (:t::R/a r))"))
        .isEmpty();
  }

  @Test
  void aChainOfAliasesWithArgumentsIsExpanded() {
    for (var link :
        List.of(
            ":t::A%d<T> :(t::A%d<T>,t::A%d<T>)",
            ":t::A%d<T> :(t::A%d<(T,T)>,t::A%d<(T,T)>)",
            ":t::A%d<T> :(t::A%d<%%Fn(T)->T>,t::A%d<%%Fn(T)->T>)")) {
      assertThat(
              errors(
                  aliases(":t::A0<T> :%Vector<T>", link)
                      + "(%defn :t::f [x <- :t::A200<%i64>] -> :t::A200<%i64> x)"))
          .as(link)
          .isEmpty();
    }
  }

  @Test
  void aTypeIsShownAsFarAsItCanBeRead() {
    var errors =
        errors(
            aliases(":t::A0 :%i64", ":t::A%d :(t::A%d,t::A%d)")
                + "(%defn :t::f [x <- :t::A200] -> :%i64 x)");
    assertThat(errors)
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.CHECK_RETURN_TYPE_MISMATCH);
    assertThat(errors.getFirst().message()).contains("…").hasSizeLessThan(3000);
  }

  @Test
  void anAliasOfItselfByWayOfOthersIsFoundInALongChain() {
    var errors = errors(aliases(":t::A0 :t::A200", ":t::A%d :t::A%d"));
    assertThat(errors).hasSize(LINKS + 1);
    assertThat(errors).extracting(Diagnostic::kind).containsOnly(Kind.TYPE_CYCLIC_ALIAS);
  }

  private static String function(String let) {
    return "(%defn :t::f [] -> :%i64 (%let " + let + "))";
  }

  private static String tuples(String name) {
    return links(name + "%d (%%Tuple " + name + "%d " + name + "%d)", " ");
  }

  private static String aliases(String first, String link) {
    return "(%typealias " + first + ")\n" + links("(%%typealias " + link + ")", "\n");
  }

  private static String links(String link, String end) {
    return IntStream.rangeClosed(1, LINKS)
        .mapToObj(i -> link.formatted(i, i - 1, i - 1) + end)
        .collect(Collectors.joining());
  }

  private static List<Diagnostic> errors(String text) {
    var written =
        text.replaceAll("(?<=[\\s(])%", ":wat::core::").replaceAll("%(?=[A-Za-z])", "wat::core::");
    return Program.check(
            Path.of("/shared.wat"),
            written,
            path -> {
              throw new IOException(path + " is not there");
            })
        .errors();
  }
}
