package dev.perdure.wat.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A program that is checked again after a change: what is taken over from before is what a check
/// of the whole finds.
class CheckedAgainTest {
  /// What the other file has in it.
  private static final List<String> LOADED =
      List.of(
          "(%defn :t::far [n <- :%i64] -> :%i64 (:t::one (%+ n 1)))",
          "(%defn :t::farther [n <- :%i64] -> :%i64 (:t::twice (:t::far n)))",
          "(%defn :t::placed [] -> :wat::core::Span (:t::place))");

  /// Forms that use each other in all the ways there are.
  private static final List<String> FORMS =
      List.of(
          "(%defrecord :t::Point [x <- :%i64  y <- :%i64])",
          "(%defenum :t::Shape :wat::enum::Pure :Dot :Circle [r <- :%i64])",
          """
          (%defsurface :t::Sized :nature :%Record :features
            [(size [self <- :t::Sized] -> :%i64)])\
          """,
          "(%defn :t::Point/size [p <- :t::Point] -> :%i64 (%+ (:t::Point/x p) 1))",
          "(%def :t::limit 40)",
          "(%defmacro :t::twice [e <- :wat::WatAST] -> :wat::WatAST `(%let [v ~e] (%+ v v)))",
          "(%defn :t::one [n <- :%i64] -> :%i64 (%+ n 1))",
          "(%defn :t::two [n <- :%i64] -> :%i64 (:t::twice (:t::one n)))",
          "(%defn :t::sized [s <- :t::Sized] -> :%i64 (:t::Sized/size s))",
          """
          (%defn :t::shown [s <- :t::Shape] -> :%String
            (%match s
              (:t::Shape::Dot "dot")
              ((:t::Shape::Circle r) (%str r))))\
          """,
          """
          (%defclause :t::kind
            ([n <- :%i64] :guard (%< n :t::limit) -> :%String "small")
            ([n <- :%i64] -> :%String "large"))\
          """,
          "(%defn :t::kinds [n <- :%i64] -> :%Vector<%String> [(:t::kind n) (:t::kind (:t::two"
              + " n))])",
          "(%defn :t::say [s <- :%String] -> :%nil (:wat::kernel::println s))",
          """
          (%defn :t::all {:effects [io]} [ns <- :%Vector<%i64>] -> :%nil
            (%run! (%fn {:effects [io]} [n <- :%i64] -> :%nil (:t::say (:t::kind n))) ns))\
          """,
          """
          (%defn :t::each<T> [f <- :%Fn(T)->%i64  vs <- :%Vector<T>] -> :%Vector<%i64>
            (%mapv f vs))\
          """,
          "(%defn :t::sum [ns <- :%Vector<%i64>] -> :%i64 (%reduce %+ 0 (:t::each :t::two ns)))",
          """
          (%do
            (%defn :t::even [n <- :%i64] -> :%bool (%if (%= n 0) true (:t::odd (%- n 1))))
            (%defn :t::odd [n <- :%i64] -> :%bool (%if (%= n 0) false (:t::even (%- n 1)))))\
          """,
          "(%let [step 3] (%defn :t::step [n <- :%i64] -> :%i64 (%+ n step)))",
          "(%defn :t::here [] -> :wat::core::Span (:wat::kernel::here))",
          "(%defalias :t::place :wat::kernel::here)",
          "(%defn :t::alias [] -> :wat::core::Span (:t::place))",
          "(%defmacro :t::there [] -> :wat::WatAST `(:wat::kernel::here))",
          "(%defn :t::macro [] -> :wat::core::Span (:t::there))",
          "(%defmacro :t::made [n <- :wat::WatAST] -> :wat::WatAST `(%defmacro ~n [e <-"
              + " :wat::WatAST] -> :wat::WatAST `(%+ ~e 100)))",
          "(:wat::load-file! \"loaded.wat\")",
          "(%def :t::same (%fn [n <- :%i64] -> :%i64 n))",
          """
          (%defn :t::which [b <- :%bool] -> :%i64
            ((%if b :t::same (%fn [n <- :%i64] -> :%i64 (:t::one n))) 1))\
          """,
          "(%defn :t::steady [] -> :%i64 (:t::same 2))",
          """
          (:wat::test::deftest :t::sums
            (:wat::test::assert-eq 8 (:t::sum [1 1])))\
          """);

  private static String written(List<String> forms) {
    return String.join("\n\n", forms)
        .replaceAll("(?<=[<,>])%", "wat::core::")
        .replace(":%", ":wat::core::")
        .replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::");
  }

  private static Sources sources(String loaded) {
    return path -> {
      if (!path.equals(Path.of("/loaded.wat"))) {
        throw new IOException("there is no " + path);
      }
      return loaded.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static Program whole(String text, String loaded) {
    return Program.check(Path.of("/t.wat"), text, sources(loaded));
  }

  private static Program whole(String text) {
    return whole(text, written(LOADED));
  }

  private static Program again(String text, String loaded, Checked before) {
    return Program.check(Path.of("/t.wat"), text, sources(loaded), before);
  }

  private static Program again(String text, Checked before) {
    return again(text, written(LOADED), before);
  }

  @Test
  void allThatAnEditLeavesIsAsACheckOfTheWholeFindsIt() {
    for (long seed = 0; seed < Long.getLong("perdure.wat.edits", 40); seed++) {
      var random = new Random(seed);
      List<String> forms = FORMS;
      List<String> others = LOADED;
      var program = whole(written(forms), written(others));
      assertThat(program.errors()).isEmpty();
      for (int step = 0; step < 12; step++) {
        boolean isOther = random.nextInt(6) == 0;
        var edited = isOther ? forms : edited(forms, random);
        var loaded = isOther ? edited(others, random) : others;
        var text = written(edited);
        var next = again(text, written(loaded), Objects.requireNonNull(program.checked()));
        assertThat(shown(next))
            .as("seed %d step %d:%n%s%n;;;%n%s", seed, step, text, written(loaded))
            .isEqualTo(shown(whole(text, written(loaded))));
        if (next.isSound()) {
          forms = edited;
          others = loaded;
          program = next;
        }
      }
    }
  }

  private static ArrayList<String> edited(List<String> forms, Random random) {
    var edited = new ArrayList<>(forms);
    int at = random.nextInt(edited.size());
    var form = edited.get(at);
    switch (random.nextInt(11)) {
      case 0 -> edited.set(at, "; a remark\n" + form);
      case 1 -> edited.set(at, form.replaceFirst("1", "12"));
      case 2 -> edited.set(at, form.replaceFirst("\\(%\\+ ", "(%+ 0 "));
      case 3 -> edited.add(at, "(%defn :t::new" + random.nextInt(3) + " [] -> :%i64 (:t::two 5))");
      case 4 ->
          edited.add("(%defn :t::new" + random.nextInt(3) + " [] -> :%nil (:t::say \"new\"))");
      case 5 -> edited.set(at, form.replace(":t::one n", "%do (:t::say \"one\") (:t::one n)"));
      case 6 -> edited.set(at, form.replaceFirst("-> :%i64", "-> :%String"));
      case 7 -> edited.remove(at);
      case 8 -> edited.set(at, form.substring(0, random.nextInt(form.length())) + form);
      case 9 -> edited.add(at, "(:t::made :t::hundred)\n(%def :t::more (:t::hundred 4))");
      default -> edited.add(edited.remove(at));
    }
    return edited;
  }

  private static String shown(Program program) {
    var shown = new StringBuilder();
    program.errors().forEach(error -> shown.append(shown(error)).append('\n'));
    program.warnings().forEach(warning -> shown.append(shown(warning)).append('\n'));
    var checked = program.checked();
    if (checked != null && program.isSound()) {
      shown.append(new TreeMap<>(checked.effects())).append('\n');
      new TreeMap<>(checked.codes())
          .forEach((name, code) -> shown.append(name + ' ' + code + '\n'));
      checked.constants().forEach((name, constant) -> shown.append(name + ' ' + constant + '\n'));
      new TreeMap<>(checked.schemes())
          .forEach((name, scheme) -> shown.append(name + ' ' + scheme.shown() + '\n'));
    }
    // sets of effects that are being inferred have no text, and are told apart by who they are
    return shown
        .toString()
        .replaceAll("EffectVar@[0-9a-f]+", "EffectVar")
        .replaceAll("\\?\\d+", "?");
  }

  private static String shown(Diagnostic diagnostic) {
    return diagnostic + " " + diagnostic.span();
  }

  @Test
  void aFunctionThatWasNotChangedIsNotCheckedAgain() {
    var text = written(FORMS);
    var before = Objects.requireNonNull(whole(text).checked());
    var after =
        Objects.requireNonNull(
            again("; a remark\n" + text.replace("v v", "v 1 v"), before).checked());
    assertThat(after.schemes().get("t::say")).isSameAs(before.schemes().get("t::say"));
    assertThat(after.schemes().get("t::two")).isNotSameAs(before.schemes().get("t::two"));
    var code = Objects.requireNonNull(after.codes().get("t::say"));
    assertThat(code.span().start().line())
        .isEqualTo(Objects.requireNonNull(before.codes().get("t::say")).span().start().line() + 1);
  }

  @Test
  void anEffectThatIsNotAllowedIsToldWhereItStandsNow() {
    var text = written(FORMS);
    var before = Objects.requireNonNull(whole(text).checked());
    var edited =
        "; a remark\n; another\n"
            + text.replace("(:t::Point/x p) 1)", "(:t::Point/x p) (:wat::program::cpu-count))")
                .replace(
                    "[s <- :wat::core::String] -> :wat::core::nil (:wat::kernel::println s)",
                    "[s <- :wat::core::String] -> :wat::core::nil (:wat::core::do"
                        + " (:wat::program::cpu-count) (:wat::kernel::println s))");
    var again = again(edited, before);
    assertThat(again.errors()).isNotEmpty();
    assertThat(shown(again)).isEqualTo(shown(whole(edited)));
  }

  @Test
  void whatWasACallOfAFunctionIsExpandedWhenTheFunctionBecomesAMacro() {
    var user = "(%defn :t::user [n <- :%i64] -> :%i64 (:t::used n))";
    var function = "(%defn :t::used [n <- :%i64] -> :%i64 n)";
    var macro = "(%defmacro :t::used [e <- :wat::WatAST] -> :wat::WatAST `(%+ ~e 1))";
    var making =
        """
        (%defmacro :t::making [n <- :wat::WatAST] -> :wat::WatAST
          `(%defmacro ~n [e <- :wat::WatAST] -> :wat::WatAST (%quote 1)))\
        """;
    for (var now : List.of(macro, "(:t::making :t::used)")) {
      var program = whole(written(List.of(making, function, user)));
      assertThat(program.errors()).isEmpty();
      var edited = written(List.of(making, now, user));
      var again = again(edited, Objects.requireNonNull(program.checked()));
      assertThat(again.errors()).isEmpty();
      assertThat(shown(again)).isEqualTo(shown(whole(edited)));
    }
  }
}
