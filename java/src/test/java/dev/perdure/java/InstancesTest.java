package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perdure.engine.Version;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.PerdureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused where a loaded universe makes its classes of functions.
class InstancesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Math.random()           | random()
          Instant.now()           | instant()
          UUID.randomUUID()       | randomUUID()
          new Random().nextInt()  | seed()
          ids.uuid()              | uuid()
          clock.now()             | now()
          gate.open()             | open()
          """)
  void aConstructorThatAsksAnEffectIsRefusedByWhatItAsksAndWhere(String asked, String named) {
    var problem = refused("kept = String.valueOf(%s);".formatted(asked)).problem();
    assertThat(problem.code()).isEqualTo(JavaCode.JAVA_CONSTRUCTOR);
    assertThat(problem.what())
        .isEqualTo("The constructor of shop.Shop asks " + named + " of a task");
    assertThat(problem.where()).isEqualTo("Shop.java:9");
    assertThat(problem.remedy()).contains("in the function");
  }

  @Test
  void noHandlerOfTheConstructorTakesTheRefusalForAnAnswer() {
    var refused =
        refused(
            "String s; try { s = ids.uuid() + \"\"; } catch (Throwable t) { s = \"\"; } kept = s;");
    assertThat(refused.problem().what()).contains("asks uuid()");
  }

  @Test
  void aFieldInitialiserOfAPartThatAsksAnEffectIsRefused() {
    var refused =
        load(
            """
            package shop;
            import dev.perdure.api.Routed;
            class Shop {
              private final Part part;
              Shop(Part part) { this.part = part; }
              @Routed double start() { return part.drawn; }
            }
            class Part {
              final double drawn = Math.random();
            }
            """);
    assertThat(refused.problem().what())
        .isEqualTo("The constructor of shop.Part asks random() of a task");
    assertThat(refused.problem().where()).isEqualTo("Shop.java:9");
  }

  @Test
  void aConstructorThatThrowsIsRefusedByWhatItThrew() {
    var refused = refused("kept = Integer.valueOf(\"no number\").toString();");
    assertThat(refused.problem().code()).isEqualTo(JavaCode.JAVA_CONSTRUCTOR);
    assertThat(refused.problem().what())
        .startsWith("The constructor of shop.Shop threw java.lang.NumberFormatException");
    assertThat(refused.problem().where()).isEqualTo("Shop.java:9");
    assertThat(refused).hasCauseInstanceOf(NumberFormatException.class);
  }

  private static PerdureException refused(String statements) {
    return load(
        """
        package shop;
        import dev.perdure.api.*;
        import dev.perdure.api.Clock;
        import java.time.Instant;
        import java.util.Random;
        import java.util.UUID;
        class Shop {
          private final String kept;
          Shop(Ids ids, Clock clock, Gate gate) { %s }
          @Routed String start() { return kept; }
        }
        @Effect interface Gate { boolean open(); }
        """
            .formatted(statements));
  }

  private static PerdureException load(String source) {
    var frozen = Trial.of(source).frozen;
    return catchThrowableOfType(
        PerdureException.class, () -> new JavaUniverse(new Version("v1"), frozen, false));
  }
}
