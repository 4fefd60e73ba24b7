package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions that read old shapes, as they are checked when they are frozen (E26).
class MigrationsTest {
  private static final String SHOP =
      """
      package shop;
      import dev.perdure.api.*;
      import java.math.BigDecimal;
      import java.util.*;
      class Shop {
        BODY
        @Routed static int f(R r) { return 1; }
        @Routed static int g() { return 1; }
      }
      """;

  private static List<Problem> problems(String body) {
    return Trial.problems(SHOP.replace("BODY", body));
  }

  @Test
  void aFunctionIsFrozenWithTheTypeThatItMakes() {
    var trial =
        Trial.of(
            SHOP.replace(
                "BODY",
                "record R(long b) { record V1(int a) {} @Migrates static R of(V1 old) { return new"
                    + " R(old.a()); } }"));
    assertThat(trial.frozen.types().get("shop.Shop$R").migrations())
        .containsExactly(
            new TypeShape.Migration(
                "of", List.of(), new TypeRef.Named("shop.Shop$R$V1", List.of())));
    assertThat(trial.frozen.types()).containsKey("shop.Shop$R$V1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record R(long b) { @Migrates R of(String o) { return null; } } | makes no Shop.R of one"
            + " old shape",
        "record R(long b) { @Migrates static R of() { return null; } } | makes no Shop.R of one"
            + " old shape",
        "record R(long b) { @Migrates static Object of(String o) { return null; } } | makes no"
            + " Shop.R of one old shape",
        "record R(long b) {} @Migrates static R of(String o) { return null; } | is in no type of"
            + " values",
        "record R(long b) { @Migrates static R of(String o) { return new R(new"
            + " java.util.Random().nextLong()); } } | is asked by a migration, which only computes",
        "record R(long b) { @Migrates static R of(String o) { return new R(g()); } } | is asked by"
            + " a migration, which only computes",
        "record R(long b) { record V1(int b) {} @Migrates static R of(V1 o) { return null; } } |"
            + " would not be called: what is written as shop.Shop$R$V1 is read by the type itself",
        "record R(Optional<Long> b, Optional<String> c) { record V1(long b) {} @Migrates static R"
            + " of(V1 o) { return null; } } | would not be called",
        "record R(List<String> b) { record V1(List<Long> b) {} @Migrates static R of(V1 o) { return"
            + " null; } } | would not be called",
        "record R(long b) { record V1(int a) {} record V0(int a) {} @Migrates static R of(V1 o) {"
            + " return null; } @Migrates static R of0(V0 o) { return null; } } | would not be"
            + " called: what is written as shop.Shop$R$V0 is read by of",
        "record R(long b) { record V1(int a) { @Migrates static V1 of(R o) { return null; } }"
            + " @Migrates static R of(V1 o) { return null; } } | come back to it",
      })
  void whatCouldNotReadAnOldShapeIsRefused(String body, String why) {
    var problems = problems(body);
    assertThat(problems).extracting(Problem::code).contains(JavaCode.JAVA_MIGRATION);
    assertThat(problems).anySatisfy(p -> assertThat(p.what()).contains(why));
    assertThat(problems.getFirst().where()).startsWith("Shop.java");
  }

  @Test
  void anOldShapeHasToBeAValue() {
    var problems =
        problems("record R(long b) { @Migrates static R of(Object o) { return null; } }");
    assertThat(problems).extracting(Problem::code).contains(JavaCode.JAVA_TYPE);
    assertThat(problems.getFirst().what()).contains("R.of");
  }
}
