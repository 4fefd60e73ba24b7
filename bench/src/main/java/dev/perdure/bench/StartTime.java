package dev.perdure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// S13: from the start of a process to its end, `perdure run hello.wat` beside a JVM that prints a
/// line, and `perdure check` of a program of 10,000 lines. They take turns.
public final class StartTime {
  private static final String HELLO =
      """
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::println "hello"))
      """;

  private StartTime() {}

  /// @param arguments a folder, the launcher, and how often each is started
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var launcher = arguments[1];
    int rounds = Integer.parseInt(arguments[2]);
    var hello = Files.writeString(folder.resolve("hello.wat"), HELLO).toString();
    var large = Files.writeString(folder.resolve("large.wat"), LargeProgram.text()).toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var commands =
        List.of(
            List.of(java, "-cp", jar(), Hello.class.getName()),
            List.of(launcher, "run", hello),
            List.of(launcher, "check", large));
    var millis = new double[commands.size()][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < commands.size(); i++) {
        double took = run(commands.get(i));
        if (round >= 0) {
          millis[i][round] = took;
        }
      }
    }
    var ratios = new double[rounds];
    Arrays.setAll(ratios, round -> millis[1][round] / millis[0][round]);
    print("jvm", "hello", millis[0], "ms");
    print("perdure", "run_hello", millis[1], "ms");
    print("perdure", "run_hello_ratio", ratios, "x jvm");
    print("perdure", "check_10000_lines", millis[2], "ms");
  }

  private static String jar() throws Exception {
    var place = StartTime.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(place.toURI()).toString();
  }

  private static double run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    long took = System.nanoTime() - start;
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
    return took / 1e6;
  }

  private static void print(String who, String figure, double[] rounds, String unit) {
    var sorted = rounds.clone();
    Arrays.sort(sorted);
    Figure.print(
        who,
        "start",
        figure,
        sorted[sorted.length / 2],
        unit,
        "whole process; %d rounds, %.4g..%.4g"
            .formatted(sorted.length, sorted[0], sorted[sorted.length - 1]));
  }
}
