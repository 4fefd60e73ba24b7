package dev.perdure.bench;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// S13: checking a program of 10,000 lines within a process that has done so before, whole and
/// after a function was edited. Every other edit makes the function a line longer.
public final class CheckAgain {
  private static final Path ENTRY = Path.of("/large.wat");
  private static final Sources NONE =
      path -> {
        throw new IOException("nothing is loaded");
      };

  private CheckAgain() {}

  /// @param arguments how many rounds, the first half of which is not counted
  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    var text = LargeProgram.text();
    var program = Program.check(ENTRY, text, NONE);
    var whole = new double[rounds];
    var edited = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      int number = round % LargeProgram.FUNCTIONS;
      var first = round % 2 == 0 ? "(:wat::core::* n 7)" : "\n    (:wat::core::* n 9)";
      text = edited(text, number, first);
      long start = System.nanoTime();
      program = Program.check(ENTRY, text, NONE, Objects.requireNonNull(program.checked()));
      edited[round] = (System.nanoTime() - start) / 1e6;
      require(program);
      long begin = System.nanoTime();
      require(Program.check(ENTRY, text, NONE));
      whole[round] = (System.nanoTime() - begin) / 1e6;
    }
    print("check_10000_lines_warm", whole);
    print("check_after_an_edit", edited);
  }

  private static String edited(String text, int number, String first) {
    var name = "(:wat::core::defn :t::f" + number + " ";
    int from = text.indexOf(name);
    int to = text.indexOf("(:wat::core::defn ", from + 1);
    return text.substring(0, from)
        + LargeProgram.function(number, first)
        + (to < 0 ? "" : text.substring(to));
  }

  private static void require(Program program) {
    if (!program.isSound()) {
      throw new IllegalStateException(program.errors().getFirst().toString());
    }
  }

  private static void print(String figure, double[] millis) {
    var counted = Arrays.copyOfRange(millis, millis.length / 2, millis.length);
    Arrays.sort(counted);
    Figure.print(
        "perdure",
        "check",
        figure,
        counted[counted.length / 2],
        "ms",
        "in a warm process; %d rounds, %.4g..%.4g"
            .formatted(counted.length, counted[0], counted[counted.length - 1]));
  }
}
