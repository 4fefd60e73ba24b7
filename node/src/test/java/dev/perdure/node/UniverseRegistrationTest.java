package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.engine.StartOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniverseRegistrationTest {
  /// What [Plain] asks.
  @Effect
  public interface Numbers {
    int next();
  }

  /// A class that knows nothing of Perdure but its effect.
  public static class Plain {
    private final Numbers numbers;

    public Plain(Numbers numbers) {
      this.numbers = numbers;
    }

    int sum(int a, int b) {
      return twice(a) + twice(b) + numbers.next();
    }

    int twice(int n) {
      return 2 * n;
    }

    static String greet(String name, int times) {
      return ("Hello, " + name + "! ").repeat(times).strip();
    }

    @Routed("old")
    int renamed() {
      return 1;
    }
  }

  /// The same with another way to do one thing.
  public static final class Tripling {
    int twice(int n) {
      return 3 * n;
    }
  }

  @TempDir Path dir;

  private Perdure run(Universe universe) {
    var perdure = Perdure.run(NodeConfig.in(dir), universe);
    perdure.effects().bind(Numbers.class, () -> 100);
    return perdure;
  }

  private static Universe plain() {
    var bound = new Plain(() -> 7);
    return Universe.of("v1")
        .register("sum", bound::sum)
        .register("twice", Plain::twice)
        .register("greet", Plain::greet);
  }

  @Test
  void methodsRegisteredOneByOneAreFunctionsLikeRoutedOnes() {
    try (var perdure = run(plain())) {
      assertThat(call(perdure, "sum", 1, 2)).isEqualTo(106);
      assertThat(perdure.call("greet", List.of("Ada", 2), String.class, StartOptions.NONE))
          .isEqualTo("Hello, Ada! Hello, Ada!");
    }
  }

  @Test
  void callsBetweenRegisteredMethodsAreRouted() {
    try (var perdure = run(plain())) {
      perdure.deploy(Universe.of("v2").register("twice", Tripling::twice));
      perdure.primary("twice", "v2");
      assertThat(call(perdure, "sum", 1, 2)).isEqualTo(109);
    }
  }

  @Test
  void theyAreThereWhenTheDirectoryIsOpenedAgain() {
    run(plain()).close();
    try (var perdure = Perdure.open(dir)) {
      perdure.effects().bind(Numbers.class, () -> 1);
      assertThat(call(perdure, "sum", 1, 2)).isEqualTo(7);
    }
  }

  @Test
  void theRegisteredNameReplacesTheAnnotatedOne() {
    try (var perdure = run(Universe.of("v1").register("new", Plain::renamed))) {
      assertThat(call(perdure, "new")).isEqualTo(1);
      assertThatThrownBy(() -> call(perdure, "old")).hasMessageContaining("UNKNOWN_FUNCTION");
    }
  }

  @Test
  void aLambdaIsRefusedForItHasNoMethodOfItsOwn() {
    var universe = Universe.of("v1");
    assertThatThrownBy(() -> universe.register("f", (Integer n) -> n + 1))
        .hasMessageContaining("NOT_A_METHOD");
    assertThatThrownBy(() -> universe.register("f", Tripling::new))
        .hasMessageContaining("NOT_A_METHOD");
  }

  @Test
  void whatCannotBeDeployedLeavesNoEngineOpen() {
    assertThatThrownBy(() -> run(Universe.of("v1").register("now", Impure::now)))
        .hasMessageContaining("JAVA_");
    run(plain()).close();
  }

  @Test
  void anEffectWithoutAnImplementationIsNotBound() {
    try (var perdure = run(plain())) {
      var effects = perdure.effects();
      assertThatThrownBy(() -> effects.bind(Numbers.class, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining(Numbers.class.getName());
    }
  }

  @Test
  void aTypeThatNoFunctionCanAskIsNotBound() {
    try (var perdure = run(plain())) {
      var effects = perdure.effects();
      assertThatThrownBy(() -> effects.bind(Runnable.class, () -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("java.lang.Runnable is no interface marked with @Effect");
      assertThatThrownBy(() -> effects.bind(String.class, "text"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// Not deterministic.
  public static final class Impure {
    static long now() {
      return Runtime.getRuntime().freeMemory();
    }
  }

  private static int call(Perdure perdure, String function, Object... arguments) {
    return perdure.call(function, List.of(arguments), Integer.class, StartOptions.NONE);
  }
}
