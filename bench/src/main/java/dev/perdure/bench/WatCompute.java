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
import java.util.function.Supplier;

/// S12: what pure wat computes in a time, beside the same in Java in one process, and to be
/// compared with what the peers' kit has of it in other languages (its W5). `compute.wat` is the
/// program.
public final class WatCompute {
  private static final int ROUNDS = 7;

  /// What was computed last, so that the JVM cannot leave it out.
  private static volatile Object computed = "";

  /// A function, how often it is called before it is measured, as the kit does it (which warms
  /// n-body up by two million steps), and the same in Java.
  private record Work(String function, int warmUp, Supplier<Object> java) {}

  private static final Work[] WORKS = {
    new Work("fib32", 6, JavaCompute::fib32),
    new Work("mapreduce-1m", 8, JavaCompute::mapreduce),
    new Work("vector-conj-1m", 6, JavaCompute::conj),
    new Work("map-assoc-1m", 3, JavaCompute::assoc),
    new Work("strings-1m", 4, JavaCompute::strings),
    new Work("strings-join-1m", 4, JavaCompute::join),
    new Work("nbody-100k", 20, JavaCompute::nbody)
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
    var machine = new Machine(loaded, Back.compile(loaded), World.none());
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

  /// First wat, then Java; what they give must be the same.
  private static void measure(Machine machine, Work work) {
    Supplier<Object> wat = () -> machine.call("b::" + work.function());
    checkSame(work, wat.get(), work.java().get());
    print("perdure", work, millisOf(wat, work.warmUp()));
    print("java", work, millisOf(work.java(), work.warmUp()));
  }

  private static double[] millisOf(Supplier<Object> run, int warmUp) {
    for (int i = 0; i < warmUp; i++) {
      computed = run.get();
    }
    var millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long from = System.nanoTime();
      computed = run.get();
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    return millis;
  }

  private static void checkSame(Work work, Object wat, Object java) {
    boolean isSame =
        (wat instanceof Double a && java instanceof Double b)
            ? Math.abs(a - b) < 1e-9
            : wat.equals(java);
    if (!isSame) {
      throw new IllegalStateException(work.function() + " gives " + wat + ", in Java " + java);
    }
  }

  private static void print(String who, Work work, double[] millis) {
    Arrays.sort(millis);
    var spread =
        "median of %d after %d, %.3g..%.3g, gives %s"
            .formatted(ROUNDS, work.warmUp(), millis[0], millis[ROUNDS - 1], computed);
    Figure.print(who, "S12", work.function(), millis[ROUNDS / 2], "ms", spread);
  }
}
