package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Message;
import dev.perdure.value.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Interfaces whose methods receive messages (E19).
class MessagesTest {
  private static Map<String, byte[]> shop(String interfaces) {
    return Sources.compile(
        "import dev.perdure.api.*;\n"
            + "class Shop { final In in; final Also also; Shop(In in, Also also) { this.in = in;"
            + " this.also = also; } @Routed int start() { return 1; } }\n"
            + "@Effect interface In "
            + interfaces);
  }

  @Test
  void aMethodOfAnEffectInterfaceIsPerformedOrReceives() {
    var frozen =
        Trial.of(
                shop(
                    "{ @Signal int act(); @Promise String answer(); }\n"
                        + "@Effect interface Also { int done(); }"))
            .frozen;
    assertThat(frozen.effects().get("In").methods())
        .extracting(FrozenEffect.Method::message)
        .containsExactly(Message.SIGNAL, Message.PROMISE);
    assertThat(frozen.effects().get("Also").methods())
        .extracting(FrozenEffect.Method::message)
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ @Signal int act(int n); }\n@Effect interface Also {}",
        "{ @Signal int act(); int done(); }\n@Effect interface Also {}",
        "{ @Signal int act(); }\n@Effect interface Also { @Promise long act(); }"
      })
  void whatCannotReceiveIsRefusedWithItsPlace(String interfaces) {
    var problems = Trial.problems(shop(interfaces));
    assertThat(problems).extracting(Problem::code).containsOnly(JavaCode.JAVA_MESSAGE);
    assertThat(problems.getFirst().where()).startsWith("Shop.java");
  }

  @Test
  void whatAMessageSaysHasToBeAValue() {
    var problems = Trial.problems(shop("{ @Signal Object act(); }\n@Effect interface Also {}"));
    assertThat(problems).extracting(Problem::code).containsOnly(JavaCode.JAVA_TYPE);
  }
}
