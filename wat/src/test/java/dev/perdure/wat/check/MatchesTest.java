package dev.perdure.wat.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is too large to be looked through arm by arm (W7.2).
class MatchesTest {
  private static final int PARTS = 40;

  /// Each arm looks at one part; together they leave the value whose parts are all None.
  @Test
  void anArmThatTakesTheRestCoversAMatchOfAnySize() {
    var arms = new ArrayList<String>();
    for (int i = 0; i < PARTS; i++) {
      var parts = wild();
      parts.set(i, "(Some x)");
      arms.add(arm(parts));
    }
    assertThat(errors(arms)).singleElement().satisfies(MatchesTest::isNoneOfAll);
    arms.add("(_ 0)");
    assertThat(errors(arms)).isEmpty();
  }

  private static void isNoneOfAll(Diagnostic error) {
    assertThat(error.message())
        .contains("no arm takes (" + String.join(" ", Collections.nCopies(PARTS, "None")) + ")");
  }

  /// Whether arms that each look at three of forty parts leave anything is a question of
  /// satisfiability, which is not answered in any time that a person would wait.
  @Test
  void aMatchThatCannotBeLookedThroughHasToTakeTheRest() {
    var random = new Random(5);
    var arms = IntStream.range(0, 300).mapToObj(_ -> arm(threeOf(random))).toList();
    assertThat(errors(arms))
        .extracting(Diagnostic::message)
        .containsExactly(
            ":wat::core::match: non-exhaustive: no arm takes _; let the last one take the rest, (_"
                + " …)");
    var more = new ArrayList<>(arms);
    more.add("(_ 0)");
    assertThat(errors(more)).isEmpty();
  }

  private static List<String> threeOf(Random random) {
    var parts = wild();
    for (int i = 0; i < 3; i++) {
      parts.set(random.nextInt(PARTS), random.nextBoolean() ? "(Some _)" : ":None");
    }
    return parts;
  }

  private static List<String> wild() {
    return new ArrayList<>(Collections.nCopies(PARTS, "_"));
  }

  private static String arm(List<String> parts) {
    return "((" + String.join(" ", parts) + ") 0)";
  }

  private static List<Diagnostic> errors(List<String> arms) {
    var option = "wat::core::Option<wat::core::i64>";
    var text =
        """
        (:wat::core::defn :t::a [x <- :(%s)] -> :wat::core::i64
          (:wat::core::match x %s))
        """
            .formatted(
                String.join(",", Collections.nCopies(PARTS, option)), String.join(" ", arms));
    return Program.check(
            Path.of("/match.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            })
        .errors();
  }
}
