package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Methods that answer questions about tasks, as they are frozen (J12).
class QueryMethodsTest {
  private static String shop(String inShop, String inState) {
    return """
    package shop;
    import dev.perdure.api.*;
    class Shop {
      final Queries queries;
      Shop(Queries queries) { this.queries = queries; }
      @Routed int count() { queries.answeredBy(new State()); return 1; }
      IN_SHOP
    }
    final class State {
      int n;
      IN_STATE
    }
    """
        .replace("IN_SHOP", inShop)
        .replace("IN_STATE", inState);
  }

  @Test
  void aQueryIsPartOfTheUniverseAndOfTheFunctionThatItTellsOf() {
    var one = Trial.of(shop("", "@Query int count(String what) { return n; }")).frozen;
    var two = Trial.of(shop("", "@Query int count(String what) { return n + 1; }")).frozen;
    assertThat(one.queries().get("count"))
        .isEqualTo(
            new FrozenQuery(
                "count",
                "shop.State",
                new FrozenFunction.Signature(
                    List.of(new TypeRef.Named("java.lang.String", List.of())),
                    new TypeRef.Primitive("int"))));
    assertThat(one.hash()).isNotEqualTo(two.hash());
    assertThat(one.functions().get("count").hash())
        .isNotEqualTo(two.functions().get("count").hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@Query int count(String what) { return 1; } | @Query int other() { return n; } |"
            + " JAVA_QUERY | is in a class of functions",
        " | @Query static int count(String what) { return 1; } | JAVA_QUERY | is no method that an"
            + " object",
        " | @Query void count(String what) {} | JAVA_QUERY | answers nothing",
        " | @Query int a() { return n; } @Query int a(int b) { return n; } | JAVA_QUERY | under the"
            + " same name",
        " | @Query Object count() { return n; } | JAVA_TYPE | java.lang.Object",
        " | @Query String home() { return System.getenv(\"HOME\"); } | JAVA_IMPURE | System.getenv",
      })
  void whatCannotAnswerIsRefusedWithItsPlace(
      String inShop, String inState, String code, String why) {
    var problems = Trial.problems(shop(inShop == null ? "" : inShop, inState));
    assertThat(problems).extracting(Problem::code).contains(JavaCode.valueOf(code));
    assertThat(problems).anySatisfy(p -> assertThat(p.what()).contains(why));
    assertThat(problems.getFirst().where()).startsWith("Shop.java:");
  }
}
