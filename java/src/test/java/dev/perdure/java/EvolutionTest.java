package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a new version of a function may change in its types, and what it may not.
class EvolutionTest {
  private static final String SHOP =
      """
      package shop;
      import dev.perdure.api.Migrates;
      import dev.perdure.api.Routed;
      import dev.perdure.api.WasNamed;
      import java.math.*;
      import java.util.*;
      record Page<T>(List<T> items) {}
      class Shop {
        TYPES
        @Routed static FUNCTION { throw new IllegalStateException(); }
      }
      """;

  private static Frozen frozen(String types, String function) {
    var source = SHOP.replace("TYPES", types).replace("FUNCTION", function);
    return Freezer.strict()
        .freeze(ClassSource.memory(Sources.compile(source)), List.of())
        .orThrow();
  }

  private static FunctionTypes types(String types, String function) {
    var frozen = frozen(types, function);
    return new FunctionTypes(frozen.functions().get("f").signature(), frozen.types());
  }

  private static String why(String types, String function, String newTypes, String newFunction) {
    var problem =
        Evolution.problem(
            "f", types(newTypes, newFunction), "Shop.java", types(types, function), "v1");
    return problem == null ? "" : problem.what().replaceFirst(".* of v1: ", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int f(int a)              | int f(long a)                   | ``",
        "int f(Integer a)          | int f(BigDecimal a)             | ``",
        "int f(long a)             | int f(int a)                    | argument 1 is written as"
            + " long and read as int",
        "int f(int a)              | long f(int a)                   | its result is written as"
            + " long and read as int",
        "int f(int a)              | int f(String a)                 | argument 1 is written as int"
            + " and read as java.lang.String",
        "int f(int a)              | int f(int a, int b)             | it takes 2 arguments, not 1",
        "void f(int a)             | String f(int a)                 | ``",
        "String f(String a)        | String f(Optional<String> a)    | ``",
        "List<String> f(int a)     | List<Integer> f(int a)          | its result[] is written as"
            + " java.lang.Integer and read as java.lang.String",
        "int f(Page<String> a)     | int f(Page<String> a)           | ``",
        "int f(Page<String> a)     | int f(Page<UUID> a)             | argument 1.items[] is"
            + " written as java.lang.String and read as java.util.UUID",
      })
  void plainTypesMayBecomeWiderWhereTheyAreRead(String old, String now, String why) {
    assertThat(why("", old, "", now)).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record R(int a) {} | record R(int a, Optional<String> b) {}      | ``",
        "record R(int a) {} | record R(@WasNamed(\"a\") long b) {}        | its result.a is written"
            + " as long and read as int",
        "record R(int a) {} | record R(@WasNamed(\"a\") int b) {}         | ``",
        "record R(int a) {} | record R(int a, String b) {}                | argument 1.b is not"
            + " written",
        "record R(int a, int b) {} | record R(int a) {}                   | its result.b is not"
            + " written",
        "record R(List<R> a) {} | record R(List<R> a, Optional<R> b) {}   | ``",
        "enum R {A} | enum R {A, B}                                       | ``",
        "enum R {A, B} | enum R {A}                                       | argument 1 may be B,"
            + " which is not read",
        "enum R {A, B} | enum R {A, @WasNamed(\"B\") C}                   | ``",
        "enum R {A} | record R(int a) {}                                  | argument 1 is written"
            + " as shop.Shop$R and read as shop.Shop$R",
      })
  void typesOfTheProgramMayGrowButLoseNothing(String old, String now, String why) {
    assertThat(why(old, "R f(R r)", now, "R f(R r)")).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record A(int a) implements R {} | record A(int a) implements R {} record B(int b)"
            + " implements R {} | ``",
        "record A(int a) implements R {} record B(int b) implements R {} | record A(int a)"
            + " implements R {} | argument 1 may be B, which is not read",
        "record A(int a) implements R {} | @WasNamed(\"A\") record C(int a) implements R {} | ``",
        "record A(int a) implements R {} | record A(String a) implements R {} | argument 1(A).a is"
            + " written as int and read as java.lang.String",
      })
  void aSealedInterfaceMayGetVariantsButLoseNone(String old, String now, String why) {
    var sealed = "sealed interface R {} ";
    assertThat(why(sealed + old, "R f(R r)", sealed + now, "R f(R r)")).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record R(int a) {} | record R(String b) { record V1(int a) {} @Migrates static R of(V1 o)"
            + " { return null; } } | ``",
        "record R(int a) {} | record R(String b) { record V2(long c) { record V1(int a) {}"
            + " @Migrates static V2 of(V1 o) { return null; } } @Migrates static R of(V2 o) {"
            + " return null; } } | ``",
        "record R(int a) {} | record R(String b) { record V1(int z) {} @Migrates static R of(V1 o)"
            + " { return null; } } | argument 1.b is not written",
        "record M(int a) {} record R(List<M> ms) {} | record M(long b) { @Migrates static M of(V1"
            + " o) { return null; } record V1(int a) {} } record R(List<M> ms) {} | ``",
        "record R(int a) {} | sealed interface R { record A(int a) implements R {} record V1(int a)"
            + " {} @Migrates static R of(V1 o) { return null; } } | ``",
        "record R(BigDecimal a) {} | record M(long c) { @Migrates static M of(BigDecimal o) {"
            + " return null; } } record R(M a) {} | ``",
        "enum R {A, B} | enum R {A; enum Old {C} @Migrates static R of(Old o) { return A; } } |"
            + " argument 1 may be B, which is not read",
        "enum R {A, B} | enum R {A; enum Old {B} @Migrates static R of(Old o) { return A; } } | ``",
        "enum R {A, B} | enum R {A; enum Old {A, B} @Migrates static R of(Old o) { return A; } } |"
            + " ``",
      })
  void anOldShapeIsReadThroughAFunctionThatTakesIt(String old, String now, String why) {
    assertThat(why(old, "int f(R r)", now, "int f(R r)")).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record Old(int b) {}    | ``",
        "record Old(String b) {} | argument 1.b is written as int and read as java.lang.String",
        "record Old(int c) {}    | argument 1.c is not written",
      })
  void aVariantThatIsGoneIsReadThroughAFunctionThatTakesIt(String shape, String why) {
    var sealed = "sealed interface R { record A(int a) implements R {} ";
    assertThat(
            why(
                sealed + "record B(int b) implements R {} }",
                "int f(R r)",
                sealed
                    + "@WasNamed(\"B\") "
                    + shape
                    + " @Migrates static R of(Old o) { return null; } }",
                "int f(R r)"))
        .isEqualTo(why.isEmpty() ? "" : "argument 1 may be B, which is not read");
  }
}
