package dev.perdure.wat.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.thread.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Arithmetic that a condition makes safe is not checked; all other still raises.
class RangesTest {
  private static final List<String> COMPARISONS = List.of("<", ">", "<=", ">=", "=", "not=");
  private static final List<Long> EDGES =
      List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, Long.MAX_VALUE - 1, Long.MAX_VALUE);

  /// Each comparison with each edge, and a sum or a difference with each edge on both of its ways.
  @Test
  void behindEachComparisonWithANumberArithmeticIsAsTheInterpreterSays() {
    var functions = new ArrayList<String>();
    for (var comparison : COMPARISONS) {
      for (long bound : EDGES) {
        for (long by : EDGES) {
          functions.add(
              "(:wat::core::if (:wat::core::%s a %d) (:wat::core::+ a %d) (:wat::core::- a %d))"
                  .formatted(comparison, bound, by, by));
          functions.add(
              "(:wat::core::if (:wat::core::%s %d a) (:wat::core::- a %d) (:wat::core::+ %d a))"
                  .formatted(comparison, bound, by, by));
        }
      }
    }
    agree(functions);
  }

  /// The same of two numbers of which neither is known, and of conditions that are put together.
  @Test
  void behindEachComparisonOfTwoNumbersArithmeticIsAsTheInterpreterSays() {
    var functions = new ArrayList<String>();
    for (var comparison : COMPARISONS) {
      for (long by : List.of(-2L, -1L, 0L, 1L, 2L)) {
        for (var part : List.of("a", "b")) {
          var sum = "(:wat::core::+ %s %d)".formatted(part, by);
          var difference = "(:wat::core::- %s %d)".formatted(part, by);
          var compared = "(:wat::core::%s a b)".formatted(comparison);
          functions.add("(:wat::core::if %s %s %s)".formatted(compared, sum, difference));
          for (var both : List.of("and", "or")) {
            functions.add(
                "(:wat::core::if (:wat::core::%s %s (:wat::core::< 0 a)) %s %s)"
                    .formatted(both, compared, sum, difference));
          }
        }
      }
    }
    agree(functions);
  }

  private static void agree(List<String> functions) {
    var text = new StringBuilder();
    for (int i = 0; i < functions.size(); i++) {
      text.append(
              "(:wat::core::defn :t::f%d [a <- :wat::core::i64 b <- :wat::core::i64] -> :wat::core::i64 "
                  .formatted(i))
          .append(functions.get(i))
          .append(")\n");
    }
    var program =
        Program.check(
            Path.of("/ranges.wat"),
            text.toString(),
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    var loaded = new Loaded(program.checked());
    var lowerings = new Lowerings(loaded, Set.of());
    loaded.use(Compiler.compile(loaded, lowerings.all()));
    var threads = Threads.of(loaded, lowerings, World.none());
    var interpreter = Interpreter.of(new Loaded(program.checked()), World.none());
    BigStack.call(
        "ranges",
        () -> {
          for (int i = 0; i < functions.size(); i++) {
            var name = "t::f" + i;
            for (long a : EDGES) {
              for (long b : EDGES) {
                assertThat(given(() -> threads.call(name, a, b)))
                    .as("%s of %d and %d", functions.get(i), a, b)
                    .isEqualTo(given(() -> interpreter.call(name, a, b)));
              }
            }
          }
          return true;
        });
  }

  private static Object given(Supplier<Object> call) {
    try {
      return call.get();
    } catch (Raise raise) {
      return raise.diagnostic().kind().tag();
    }
  }
}
