package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final String SHOP =
      """
      package shop;
      import dev.perdure.api.*;
      import java.util.function.*;
      import java.util.*;
      class Shop {
        @Routed int first(int a) { Function<Integer, Integer> f = x -> x + 1; return f.apply(a) + help(); }
        @Routed int second(int a) { IntSupplier s = new IntSupplier() { public int getAsInt() { return a; } };
          return s.getAsInt() + 100; }
        @Routed int third(Order o) { return o.n(); }
        @Routed int fourth(int a) { return second(a); }
        private int help() { return 7; }
      }
      record Order(int n) {}
      """;

  private static Map<String, String> hashes(String... sources) {
    return hashes(Sources.compile(sources));
  }

  private static Map<String, String> hashes(Map<String, byte[]> classFiles) {
    var hashes = new java.util.TreeMap<String, String>();
    Trial.of(classFiles).frozen.functions().forEach((name, f) -> hashes.put(name, f.hash()));
    return hashes;
  }

  private static void onlyChanges(String before, String after, String... functions) {
    assertThat(SHOP).contains(before);
    var old = hashes(SHOP);
    var now = hashes(SHOP.replace(before, after));
    assertThat(old.keySet().stream().filter(name -> !old.get(name).equals(now.get(name))))
        .containsExactly(functions);
  }

  @Test
  void formattingCommentsLinesAndNamesOfLocalsDoNotMatter() {
    onlyChanges(
        "int first(int a) { Function<Integer, Integer> f = x -> x + 1; return f.apply(a)",
        "/* hi */ int first(int b) {\n\n"
            + "  Function<Integer, Integer> g = y -> y + 1;\n"
            + " // no\n"
            + " return g.apply(b)");
  }

  @Test
  void debugInformationDoesNotMatter() {
    var bare = Sources.compile(List.of("-g:none", "-proc:none"), SHOP);
    assertThat(hashes(bare)).isEqualTo(hashes(SHOP));
  }

  @Test
  void whetherCodeIsTrustedMatters() {
    var source = ClassSource.memory(Sources.compile(SHOP));
    var trusting = Freezer.strict().trusting(List.of("shop"));
    var trusted = (Frozen) trusting.freeze(source, List.of());
    var checked = (Frozen) Freezer.strict().freeze(source, List.of());
    assertThat(trusted.hash()).isNotEqualTo(checked.hash());
    trusted
        .functions()
        .forEach(
            (name, f) -> assertThat(f.hash()).isNotEqualTo(checked.functions().get(name).hash()));
  }

  @Test
  void aTouchedFileKeepsItsHash() {
    assertThat(hashes(SHOP)).isEqualTo(hashes(SHOP));
  }

  @Test
  void lambdasAndAnonymousClassesFurtherUpDoNotMatter() {
    var more =
        SHOP.replace(
            "class Shop {",
            """
            class Shop {
              @Routed int zero(int a) {
                String large = "a constant that shifts the others " + 70000 + 1234567;
                Supplier<Integer> s = () -> a;
                return s.get() + new Object() { int two() { return 2; } }.two() + large.length();
              }
            """);
    var now = hashes(more);
    now.remove("zero");
    assertThat(now).isEqualTo(hashes(SHOP));
  }

  @Test
  void theNumberThatACompilerGivesALambdaDoesNotMatter() {
    var classFiles = Sources.compile(SHOP);
    var names = Map.of("lambda$first$0", "lambda$first$7");
    classFiles.computeIfPresent("shop.Shop", (_, bytes) -> ClassNames.replace(bytes, names));
    assertThat(hashes(classFiles)).isEqualTo(hashes(SHOP));
  }

  @Test
  void aConstantMatters() {
    onlyChanges("+ 100", "+ 101", "fourth", "second");
  }

  @Test
  void whatACalleeDoesMatters() {
    onlyChanges("return 7;", "return 8;", "first");
  }

  @Test
  void theBodyOfALambdaMatters() {
    onlyChanges("x -> x + 1", "x -> x + 2", "first");
  }

  @Test
  void anAnonymousClassMatters() {
    onlyChanges("{ return a; }", "{ return -a; }", "fourth", "second");
  }

  @Test
  void theTypesOfASignatureMatter() {
    onlyChanges("record Order(int n) {}", "record Order(int n, String note) {}", "third");
    onlyChanges("record Order(int n) {}", "record Order(@WasNamed(\"m\") int n) {}", "third");
  }

  @Test
  void theConstructorOfTheClassMattersToAll() {
    onlyChanges(
        "class Shop {", "class Shop { Shop(Ids ids) {}", "first", "fourth", "second", "third");
  }
}
