package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnloadTest {
  private static final int ROUNDS = 1_000;
  private static final int COLLECTIONS_MAX = 100;
  private static final Map<String, byte[]> SHOP =
      Sources.compile(
          """
          package shop;
          import dev.perdure.api.*;
          import java.util.*;
          class Shop {
            @Routed int start(String text) { return Set.of(text).size() + length(text); }
            @Routed int length(String text) { return List.of(text).stream().mapToInt(t -> measure(t)).sum(); }
            private int measure(String text) { return text.length(); }
          }
          """);

  private static WeakReference<UniverseLoader> freezeLoadRunAndDrop() {
    var frozen = Freezer.strict().freeze(ClassSource.memory(SHOP), List.of("shop.Shop")).orThrow();
    var loader = new UniverseLoader("v1", frozen, false);
    try {
      var shop = loader.constructor(frozen.constructors().get("shop.Shop")).invokeWithArguments();
      var start = loader.implementation(frozen.functions().get("start"));
      assertThat(start.invokeWithArguments(shop, "four")).isEqualTo(5);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return new WeakReference<>(loader);
  }

  @Test
  void noUniverseOutlivesItsLastUse() {
    collect(run(ROUNDS / 10));
    var before = metaspace();
    collect(run(ROUNDS));
    assertThat(metaspace() - before).isLessThan(4 << 20);
  }

  private static List<WeakReference<UniverseLoader>> run(int rounds) {
    var loaders = new ArrayList<WeakReference<UniverseLoader>>();
    for (var round = 0; round < rounds; round++) {
      loaders.add(freezeLoadRunAndDrop());
    }
    return loaders;
  }

  private static void collect(List<WeakReference<UniverseLoader>> loaders) {
    for (var i = 0; i < COLLECTIONS_MAX && alive(loaders) > 0; i++) {
      System.gc();
    }
    assertThat(alive(loaders)).isZero();
  }

  private static long alive(List<WeakReference<UniverseLoader>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }
}
