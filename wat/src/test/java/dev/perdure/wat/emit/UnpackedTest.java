package dev.perdure.wat.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which records a loop holds as their fields (S12). That it means the same is shown by programs
/// made by chance (`BackEndsTest`).
class UnpackedTest {
  private static final String SHAPES =
      """
      (%defrecord :t::P [x <- :%f64  y <- :%f64])
      (%defn :t::size [p <- :t::P] -> :%f64 (%+ (:t::P/x p) (:t::P/y p)))
      (%defn :t::half [p <- :t::P] -> :%f64 (%* 0.5 (:t::size p)))
      (%defn :t::moved [p <- :t::P  by <- :%f64] -> :t::P
        (%if (%< by 0.0) (:t::P' by by) (:t::P' (%+ by (:t::P/x p)) (:t::P/y p))))
      (%defn :t::further [p <- :t::P] -> :t::P (%let [by (:t::half p)] (:t::moved p by)))
      (%defn :t::kept [p <- :t::P] -> :%Vector<t::P> [p])
      (%defn :t::same [p <- :t::P] -> :t::P (%if (%< (:t::size p) 0.0) (:t::P' 1.0 1.0) p))
      (%defn :t::deep [p <- :t::P  n <- :%i64] -> :%f64
        (%if (%= n 0) (:t::P/x p) (%+ 1.0 (:t::deep p (%- n 1)))))
      """;

  /// Whether `p` is held as its fields by a function that calls itself with `step`.
  private static boolean isUnpacked(String step) {
    var text =
        SHAPES
            + "(%defn :t::f [n <- :%i64  p <- :t::P] -> :t::P (%if (%= n 0) p (:t::f (%- n 1) "
            + step
            + ")))";
    var program =
        Program.check(
            Path.of("/unpacked.wat"),
            text.replaceAll("(?<=[<,>])%", "wat::core::")
                .replace(":%", ":wat::core::")
                .replace("%", ":wat::core::"),
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    var loaded = new Loaded(program.checked());
    return Unpacked.of(loaded.code("t::f"), Compiler.of(loaded, List.of())).of(1) != null;
  }

  @Test
  void aRecordThatIsMadeAtEachStepOfFieldsOfTheLastOneIsHeldAsItsFields() {
    assertThat(isUnpacked("(:t::P' (:t::P/y p) (%+ 1.0 (:t::P/x p)))")).isTrue();
  }

  @Test
  void aRecordThatSmallFunctionsReadAndMakeIsHeldAsItsFields() {
    assertThat(isUnpacked("(:t::P' (:t::size p) (:t::half p))")).isTrue();
    assertThat(isUnpacked("(:t::moved p 2.5)")).isTrue();
    assertThat(isUnpacked("(:t::further p)")).isTrue();
    assertThat(isUnpacked("(:t::moved (:t::further p) (:t::half p))")).isTrue();
  }

  @Test
  void aRecordThatSomethingKeepsIsHeldAsItIs() {
    assertThat(isUnpacked("(%first (:t::kept p))")).isFalse();
    assertThat(isUnpacked("(:t::same p)")).isFalse();
    assertThat(isUnpacked("(%if (%< (:t::P/x p) 9.0) p (:t::P' 1.0 1.0))")).isFalse();
  }

  @Test
  void aRecordThatAFunctionTakesWhichCallsItselfIsHeldAsItIs() {
    assertThat(isUnpacked("(:t::P' (:t::deep p 3) 1.0)")).isFalse();
  }
}
