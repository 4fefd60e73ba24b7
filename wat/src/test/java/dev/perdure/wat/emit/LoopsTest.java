package dev.perdure.wat.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.data.HashMapBuilder;
import dev.perdure.wat.data.HashSetBuilder;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What becomes a loop, and what is changed in place in one (S12). That it means the same is shown
/// by programs made by chance (`BackEndsTest`).
class LoopsTest {
  private static final String NUMBERS = ":wat::core::Vector<wat::core::i64>";

  /// `(defn :t::f [params] -> result body)`, ready to be looked at.
  private static final class Looked {
    private final Loaded loaded;
    private final Forwarding forwarding;

    Looked(String params, String result, String body) {
      var text =
          "(:wat::core::defrecord :t::P [x <- :wat::core::i64  y <- :wat::core::i64])"
              + "(:wat::core::defn :t::f [%s] -> %s %s)".formatted(params, result, body);
      var program =
          Program.check(
              Path.of("/looked.wat"),
              text,
              path -> {
                throw new IOException("nothing is loaded");
              });
      assertThat(program.errors()).isEmpty();
      loaded = new Loaded(program.checked());
      forwarding = new Forwarding(loaded);
    }

    Class<?> inPlaceInLoop() {
      return InPlace.ofLoop(loaded.code("t::f"), forwarding).builder();
    }

    /// Of the function that a fold, which is the body, calls.
    Class<?> inPlaceInFold() {
      var end = (Loop.End.Folded) loop().end();
      return InPlace.ofStep(((Core.Lambda) end.function()).code(), forwarding).builder();
    }

    Loop loop() {
      return Loop.of(loaded.code("t::f").body(), forwarding);
    }
  }

  private static Looked ofLoop(String step) {
    return new Looked(
        "n <- :wat::core::i64  v <- " + NUMBERS,
        NUMBERS,
        "(:wat::core::if (:wat::core::= n 0) v (:t::f (:wat::core::- n 1) %s))".formatted(step));
  }

  private static Looked ofFold(String type, String empty, String step) {
    return new Looked(
        "c <- " + NUMBERS,
        type,
        "(:wat::core::foldl (:wat::core::fn [a <- %s  x <- :wat::core::i64] -> %s %s) %s c)"
            .formatted(type, type, step, empty));
  }

  @Test
  void aVectorThatALoopGrowsIsChangedInPlace() {
    assertThat(ofLoop("(:wat::core::conj v n)").inPlaceInLoop()).isEqualTo(VectorBuilder.class);
  }

  @Test
  void whatALoopGrowsMayBeReadBeforeItIsChanged() {
    var step =
        "(:wat::core::if (:wat::core::< (:wat::core::length v) 3) (:wat::core::conj v"
            + " (:wat::core::nth v 0)) v)";
    assertThat(ofLoop(step).inPlaceInLoop()).isEqualTo(VectorBuilder.class);
  }

  @Test
  void aBindingOfWhatALoopGrowsIsChangedInPlaceToo() {
    var step =
        "(:wat::core::let [w (:wat::core::conj v n)] (:wat::core::assoc w 0 (:wat::core::length"
            + " w)))";
    assertThat(ofLoop(step).inPlaceInLoop()).isEqualTo(VectorBuilder.class);
  }

  @Test
  void aVectorThatIsLookedAtAfterItWasChangedIsNotChangedInPlace() {
    var step =
        "(:wat::core::let [w (:wat::core::conj v n)] (:wat::core::conj w (:wat::core::length v)))";
    assertThat(ofLoop(step).inPlaceInLoop()).isEqualTo(Object.class);
  }

  @Test
  void aVectorThatAFunctionValueHoldsIsNotChangedInPlace() {
    var step =
        "(:wat::core::let [g (:wat::core::fn [] -> :wat::core::i64 (:wat::core::length v))]"
            + " (:wat::core::conj v (g)))";
    assertThat(ofLoop(step).inPlaceInLoop()).isEqualTo(Object.class);
  }

  @Test
  void aVectorThatIsPassedOnIsNotChangedInPlace() {
    assertThat(
            ofLoop("(:wat::core::conj v (:wat::core::nth (:wat::core::sort v) 0))").inPlaceInLoop())
        .isEqualTo(Object.class);
  }

  @Test
  void aVectorThatALoopOnlyPassesOnIsNoBuilder() {
    assertThat(ofLoop("v").inPlaceInLoop()).isEqualTo(Object.class);
  }

  @Test
  void aMapThatAFoldCountsInIsChangedInPlace() {
    var type = ":wat::core::HashMap<wat::core::i64,wat::core::i64>";
    var step =
        "(:wat::core::match (:wat::core::get a x) ((Some n) (:wat::core::assoc a x (:wat::core::+ n"
            + " 1))) (:None (:wat::core::assoc a x 1)))";
    assertThat(ofFold(type, "{}", step).inPlaceInFold()).isEqualTo(HashMapBuilder.class);
  }

  @Test
  void aSetThatAFoldGrowsIsChangedInPlace() {
    var type = ":wat::core::HashSet<wat::core::i64>";
    assertThat(ofFold(type, "#{}", "(:wat::core::conj a x)").inPlaceInFold())
        .isEqualTo(HashSetBuilder.class);
  }

  @Test
  void aTextThatAFoldWritesIsChangedInPlace() {
    var step = "(:wat::core::string::concat a (:wat::core::str x) \",\")";
    assertThat(ofFold(":wat::core::String", "\"\"", step).inPlaceInFold())
        .isEqualTo(StringBuilder.class);
  }

  @Test
  void aTextThatIsWrittenBehindAnotherIsNotChangedInPlace() {
    var step = "(:wat::core::string::concat (:wat::core::str x) a)";
    assertThat(ofFold(":wat::core::String", "\"\"", step).inPlaceInFold()).isEqualTo(Object.class);
  }

  @Test
  void aFoldOverStreamsMadeForItAloneIsOneLoopOverTheirSource() {
    var looked =
        new Looked(
            "c <- " + NUMBERS,
            ":wat::core::i64",
            """
            (:wat::core::reduce :wat::core::i64::+ 0
              (:wat::core::take
                (:wat::core::filter (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool true)
                  (:wat::core::map (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 x) c))
                3))\
            """);
    assertThat(looked.loop().source())
        .isInstanceOfSatisfying(
            Loop.Source.Elements.class,
            source -> assertThat(source.seqable()).isInstanceOf(Core.Local.class));
    assertThat(looked.loop().stages())
        .extracting(stage -> (Object) stage.getClass())
        .containsExactly(
            Loop.Stage.Mapped.class, Loop.Stage.Filtered.class, Loop.Stage.Taken.class);
  }

  @Test
  void theNumbersOfARangeThatIsOnlyWalkedAreNotMade() {
    var looked =
        new Looked(
            "n <- :wat::core::i64",
            NUMBERS,
            "(:wat::core::into [] (:wat::core::map (:wat::core::fn [x <- :wat::core::i64] ->"
                + " :wat::core::i64 x) (:wat::core::range 0 n)))");
    assertThat(looked.loop().source()).isInstanceOf(Loop.Source.Range.class);
  }

  @Test
  void aStreamThatOthersMayHoldIsTheSource() {
    var looked =
        new Looked(
            "s <- :wat::stream::Stream<wat::core::i64>",
            ":wat::core::i64",
            "(:wat::core::foldl :wat::core::i64::+ 0 s)");
    assertThat(looked.loop().stages()).isEmpty();
    assertThat(looked.loop().source()).isInstanceOf(Loop.Source.Elements.class);
  }
}
