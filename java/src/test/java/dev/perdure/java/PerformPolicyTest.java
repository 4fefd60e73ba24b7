package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.PerformOptions;
import dev.perdure.engine.Retry;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How effects are performed (E12), as annotations say it.
class PerformPolicyTest {
  private static Map<String, byte[]> bank(String onType, String onMethod) {
    return Sources.compile(
        "import dev.perdure.api.*;\nclass Shop { final Bank bank; Shop(Bank bank) { this.bank ="
            + " bank; } @Routed int start() { return bank.pay(); } }\n"
            + "class Declined extends Exception {}\n"
            + "@Effect "
            + onType
            + " interface Bank {\n"
            + onMethod
            + " int pay(); }");
  }

  private static Frozen frozen(Map<String, byte[]> classes) {
    return Freezer.strict().freeze(ClassSource.memory(classes), List.of()).orThrow();
  }

  private static PerformOptions options(String onType, String onMethod) {
    var effect = frozen(bank(onType, onMethod)).effects().get("Bank");
    return effect.methods().getFirst().options();
  }

  private static Retry retry(int tries, String first, String longest, String... fatal) {
    return new Retry(tries, Duration.parse(first), Duration.parse(longest), List.of(fatal));
  }

  @Test
  void anEffectIsTriedOnceForAsLongAsItTakesUnlessItSaysOtherwise() {
    assertThat(options("", "")).isEqualTo(PerformOptions.NONE);
    assertThat(options("", "@Retry").retry()).isEqualTo(retry(5, "PT0.1S", "PT10S"));
    assertThat(options("", "@Retry(max = 7, backoff = \"2m..3h\", not = Declined.class)").retry())
        .isEqualTo(retry(7, "PT2M", "PT3H", "Declined"));
    assertThat(options("", "@Timeout(value = \"1d\", heartbeat = \"10s\")"))
        .isEqualTo(new PerformOptions(Retry.NEVER, 86_400_000, 10_000));
  }

  @Test
  void whatAMethodSaysCountsMoreThanWhatItsInterfaceSays() {
    assertThat(options("@Retry(max = 2) @Timeout(\"5s\")", "@Retry(max = 9)"))
        .isEqualTo(new PerformOptions(retry(9, "PT0.1S", "PT10S"), 5_000, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Retry(max = 0)",
        "@Retry(max = -1)",
        "@Retry(backoff = \"100\")",
        "@Retry(backoff = \"100ms\")",
        "@Retry(backoff = \"2s..1s\")",
        "@Retry(backoff = \"1s..2s..3s\")",
        "@Retry(backoff = \"999999999d..999999999d\")",
        "@Timeout(\"30 s\")",
        "@Timeout(\"0s\")",
        "@Timeout(heartbeat = \"-1s\")",
        "@Timeout(heartbeat = \"soon\")"
      })
  void whatMeansNothingIsRefusedWithItsPlace(String annotation) {
    var problems = Trial.problems(bank("", annotation));
    assertThat(problems).extracting(Problem::code).containsOnly(JavaCode.JAVA_POLICY);
    assertThat(problems.getFirst().what()).contains("Bank.pay");
    assertThat(problems.getFirst().where()).startsWith("Shop.java");
  }

  @Test
  void anotherPolicyIsAnotherContent() {
    var plain = frozen(bank("", ""));
    assertThat(frozen(bank("", "@Retry")).hash()).isNotEqualTo(plain.hash());
    assertThat(frozen(bank("", "")).hash()).isEqualTo(plain.hash());
  }
}
