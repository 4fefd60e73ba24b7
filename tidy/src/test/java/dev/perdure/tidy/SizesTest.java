package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizesTest {
  private static final int LINES_MAX = 400;

  /// Files that are longer, each with its reason.
  private static final Map<String, String> LONGER =
      Map.ofEntries(
          Map.entry(
              "engine/src/main/java/dev/perdure/engine/Fields.java",
              "one reader and one writer for each part of an event, side by side"),
          Map.entry(
              "engine/src/main/java/dev/perdure/engine/EngineState.java",
              "the fold: one short method an event"),
          Map.entry(
              "node/src/main/java/dev/perdure/node/Node.java",
              "the surface of a node: documentation for the most part"),
          Map.entry(
              "sim/src/main/java/dev/perdure/sim/Clients.java",
              "all that clients ask of a node, a method each"),
          Map.entry(
              "sim/src/main/java/dev/perdure/sim/Simulation.java",
              "one run from its first life to its last, told in order"),
          Map.entry(
              "log/src/main/java/dev/perdure/log/fault/SimDisk.java",
              "one disk: its calls, and what can go wrong with each"),
          Map.entry(
              "value/src/main/java/dev/perdure/value/Encoder.java",
              "the counterpart of Decoder, a method for each of its methods"),
          Map.entry(
              "value/src/main/java/dev/perdure/value/Decoder.java",
              "the public reader of the byte format, with the layout drawn in it"),
          Map.entry(
              "wat/src/main/java/dev/perdure/wat/check/Checking.java",
              "all that the bodies of a program can ask of it, a short method each"),
          Map.entry(
              "wat/src/main/java/dev/perdure/wat/machine/Machine.java",
              "the whole machine, a short method a step"),
          Map.entry(
              "wat/src/main/java/dev/perdure/wat/run/Interpreter.java",
              "the whole oracle, so that it can be read at once"),
          Map.entry(
              "wat/src/main/java/dev/perdure/wat/expand/Expander.java",
              "the whole expansion, from a program to its trees"));

  @Test
  void aFileHoldsOneIdea() {
    List<String> tooLong =
        House.javaFiles().stream()
            .filter(f -> f.toString().contains("/src/main/"))
            .filter(f -> House.read(f).lines().count() > LINES_MAX)
            .map(House::name)
            .filter(name -> !LONGER.containsKey(name))
            .toList();
    assertThat(tooLong).as("longer than %d lines without a written reason", LINES_MAX).isEmpty();
  }
}
