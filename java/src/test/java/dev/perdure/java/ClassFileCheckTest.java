package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Class files that no compiler wrote.
class ClassFileCheckTest {
  private static final int FLIPS = Integer.getInteger("perdure.classfile.flips", 1_500);
  private static final int MOST_AT_ONCE = 3;
  private static final String NAME = "shop.Shop";
  private static final String SHOP =
      """
      package shop;
      import dev.perdure.api.*;
      import java.util.function.*;
      class Shop {
        private final Clock clock;
        Shop(Clock clock) { this.clock = clock; }
        @Routed String start(int n) {
          IntUnaryOperator twice = x -> x * 2;
          try {
            return switch (n) { case 1 -> "one"; case 2 -> clock.now() + help(twice.applyAsInt(n)); default -> "many"; };
          } catch (IllegalStateException e) {
            return e.getMessage();
          }
        }
        private String help(int n) {
          long sum = 0;
          for (int i = 0; i < n; i++) { sum += i; }
          return "helped " + sum;
        }
      }
      """;

  private enum End {
    REFUSED,
    TAKEN
  }

  private static byte[] flipped(byte[] classFile, Random random) {
    var bytes = classFile.clone();
    for (int i = 0; i <= random.nextInt(MOST_AT_ONCE); i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }

  private static End freeze(byte[] classFile) throws ClassNotFoundException {
    var source = ClassSource.memory(Map.of(NAME, classFile));
    switch (Freezer.strict().freeze(source, List.of(NAME))) {
      case FreezeResult.Refused refused -> {
        assertThat(refused.problems()).isNotEmpty();
        return End.REFUSED;
      }
      case Frozen frozen -> {
        var loader = new UniverseLoader("v1", frozen, false);
        try {
          loader.link();
          for (var function : frozen.functions().values()) {
            loader.implementation(function);
          }
        } catch (PerdureException e) {
          assertThat(e.code()).isEqualTo(JavaCode.JAVA_CLASS_CORRUPT);
          return End.REFUSED;
        }
        Class.forName(NAME, true, loader);
        return End.TAKEN;
      }
    }
  }

  @Test
  void whateverBitsAreFlippedAClassIsRefusedWithProblemsOrTheJvmTakesIt() throws Exception {
    var good = Sources.compile(SHOP).get(NAME);
    assertThat(freeze(good)).isEqualTo(End.TAKEN);
    var ends = new EnumMap<End, Integer>(End.class);
    for (int seed = 0; seed < FLIPS; seed++) {
      var classFile = flipped(good, new Random(seed));
      try {
        ends.merge(freeze(classFile), 1, Integer::sum);
      } catch (RuntimeException | LinkageError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(ends).containsOnlyKeys(End.REFUSED, End.TAKEN);
  }

  @Test
  void codeThatTheJvmWouldRefuseIsRefusedByTheNameOfItsClass() {
    var good = Sources.compile(SHOP).get(NAME);
    var file = ClassFile.of();
    var bad =
        file.transformClass(
            file.parse(good),
            java.lang.classfile.ClassTransform.transformingMethodBodies(
                m -> m.methodName().equalsString("help"),
                (builder, element) -> {
                  if (element instanceof java.lang.classfile.instruction.ReturnInstruction) {
                    builder.checkcast(ClassDesc.of("java.lang.Object"));
                  }
                  builder.with(element);
                }));
    var frozen =
        (Frozen) Freezer.strict().freeze(ClassSource.memory(Map.of(NAME, bad)), List.of(NAME));
    assertThatThrownBy(() -> new UniverseLoader("v1", frozen, false).link())
        .hasMessageContaining("JAVA_CLASS_CORRUPT")
        .hasMessageContaining(NAME);
  }
}
