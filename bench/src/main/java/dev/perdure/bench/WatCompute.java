package dev.perdure.bench;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import dev.perdure.wat.thread.Back;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// S12: what pure wat computes in a time, beside what the peers' kit has of the same work in other
/// languages (its W5). `compute.wat` is the program.
public final class WatCompute {
  private static final int ROUNDS = 7;

  /// A function, and how often it is called before it is measured, as the kit does it.
  private record Work(String function, int warmUp) {}

  private static final Work[] WORKS = {
    new Work("fib32", 6),
    new Work("mapreduce-1m", 8),
    new Work("vector-conj-1m", 6),
    new Work("map-assoc-1m", 3),
    new Work("strings-1m", 4),
    new Work("strings-join-1m", 4),
    new Work("nbody-100k", 3)
  };

  private WatCompute() {}

  /// Prints the figures as lines of [Figure].
  public static void main(String[] arguments) {
    var program =
        Program.check(
            Path.of("/compute.wat"),
            text(),
            path -> {
              throw new IOException("nothing is loaded");
            });
    if (!program.isSound()) {
      throw new IllegalStateException(program.errors().toString());
    }
    var loaded = new Loaded(Objects.requireNonNull(program.checked()));
    var machine = new Machine(loaded, Back.compile(loaded), World.NONE);
    BigStack.call(
        "bench",
        () -> {
          machine.evaluateConstants();
          for (var work : WORKS) {
            measure(machine, work);
          }
          return true;
        });
  }

  private static String text() {
    try (var in = WatCompute.class.getResourceAsStream("compute.wat")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(Machine machine, Work work) {
    var function = "b::" + work.function();
    Object value = true;
    for (int i = 0; i < work.warmUp(); i++) {
      value = machine.call(function);
    }
    var millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long from = System.nanoTime();
      value = machine.call(function);
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(millis);
    var spread =
        "median of %d after %d, %.3g..%.3g, gives %s"
            .formatted(ROUNDS, work.warmUp(), millis[0], millis[ROUNDS - 1], value);
    Figure.print("perdure", "S12", work.function(), millis[ROUNDS / 2], "ms", spread);
  }
}
